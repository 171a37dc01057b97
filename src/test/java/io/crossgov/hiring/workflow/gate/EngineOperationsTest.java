package io.crossgov.hiring.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.access.Role;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may ask the engine what, and how each question is taken: before anything of it reaches the engine. */
class EngineOperationsTest {

    private static final String A_TASK = "/engine/engine/default/task/3f2b8c1e-0000-1111-2222-1234567890ab";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    method | path                                                     | who    | list  | needs a body | question
                    GET    | /engine/engine/default/task                              | all    | true  | false        | true
                    POST   | /engine/engine/default/task                              | all    | true  | true         | true
                    GET    | /engine/engine/default/task/count                        | all    | false | false        | true
                    GET    | {task}                                                   | all    | false | false        | false
                    GET    | {task}/deployed-form                                     | all    | false | false        | false
                    POST   | {task}/claim                                             | all    | false | true         | false
                    POST   | {task}/submit-form                                       | all    | false | true         | false
                    POST   | {task}/unclaim                                           | all    | false | false        | false
                    POST   | /engine/engine/default/process-definition/pass-over:1:3f2b8c1e-0000-1111-2222-1234567890ab/submit-form | all | false | true | false
                    GET    | /cockpit/plugin/base/default/process-definition/statistics | OPM's | false | false       | true
                    GET    | /engine/engine/default/process-instance                  | OPM's  | true  | false        | true
                    POST   | /engine/engine/default/process-instance                  | OPM's  | true  | true         | true
                    POST   | /engine/engine/default/job/count                         | OPM's  | false | true         | true
                    GET    | /engine/engine/default/deployment                        | OPM's  | true  | false        | true
                    GET    | /engine/engine/default/task/report/candidate-group-count | OPM's  | false | false        | false
                    """)
    void what_is_open_is_open_to_those_who_need_it(
            String method, String path, String who, boolean list, boolean body, boolean question) {
        var operation = EngineOperations.find(method, path.replace("{task}", A_TASK));

        assertThat(operation).hasValueSatisfying(open -> {
            assertThat(open.roles())
                    .isEqualTo(
                            who.equals("all") ? Set.of(Role.values()) : Set.of(Role.OPM_CROSS_GOV, Role.OPM_DESIGNER));
            assertThat(open.list()).isEqualTo(list);
            assertThat(open.body()).isEqualTo(body);
            assertThat(open.isQuestion()).isEqualTo(question);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DELETE | {task}
                    PUT    | {task}
                    get    | {task}
                    GET    | {task}/
                    GET    | {task}/variables
                    GET    | {task}/../../user
                    POST   | {task}/complete
                    POST   | {task}/delegate
                    GET    | /engine/engine/default/task/3F2B8C1E-0000-1111-2222-1234567890AB
                    GET    | //engine/engine/default/task
                    GET    | /engine/engine/default/user
                    POST   | /engine/engine/default/deployment/create
                    POST   | /engine/engine/default/message
                    GET    | /engine/engine/other/task
                    """)
    void nothing_else_is_open_and_no_other_spelling_of_what_is(String method, String path) {
        assertThat(EngineOperations.find(method, path.replace("{task}", A_TASK)))
                .isEmpty();
    }
}
