package io.crossgov.hiring.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of the engine's API are its own: what Tasklist and Cockpit send is known, what is misspelt is not. */
class EngineVocabularyTest {

    private static final String ENGINE = "/engine/engine/default";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            GET  | /task                            | processInstanceBusinessKey maxResults firstResult sortBy sortOrder |
            GET  | /task                            | processInstanceBusinesKey | processInstanceBusinesKey
            GET  | /task/1/form-variables           | variableNames deserializeValues |
            GET  | /task/1/form-variables           | variableName              | variableName
            GET  | /filter                          | resourceType itemCount    |
            GET  | /filter/1                        | itemCount name            | name
            GET  | /process-definition              | latestVersion startableBy |
            GET  | /process-definition/p:1:1/statistics | incidents failedJobs  |
            GET  | /process-instance/count          | businessKey owner         | owner
            GET  | /deployment/1/resources          | x                         | x
            """)
    void a_parameter_is_known_to_its_operation_or_not_at_all(String method, String path, String sent, String unknown) {
        assertThat(EngineVocabulary.unknown(method, ENGINE + path, words(sent), new byte[0]))
                .isEqualTo(words(unknown));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            /task                    | {"candidateGroup": "hr", "sorting": [{"sortBy": "dueDate", "sortOrder": "asc"}]} |
            /task                    | {"canditateGroup": "hr"}                                    | canditateGroup
            /task/count              | {"orQueries": [{"assignee": "me", "asignee": "me"}]}        | asignee
            /task/count              | {"processVariables": [{"name": "a", "operator": "eq", "value": 1, "valu": 2}]} | valu
            /filter/1/list           | {"firstResult": 3}                                          | firstResult
            /task/1/claim            | {"userId": "me", "user": "me"}                              | user
            /task/1/submit-form      | {"variables": {"form": {"value": "{}", "type": "Json", "kind": "x"}}} | kind
            /task/1/submit-form      | {"variables": {"anything": {"value": 1}}}                   |
            /process-definition/p:1:1/submit-form | {"variables": {}, "busnessKey": "x"}           | busnessKey
            /task/1/unclaim          | {"userId": "me"}                                            | userId
            /process-instance        | {"businessKey": "x", "buisnessKey": "x"}                    | buisnessKey
            """)
    void a_property_is_known_to_its_operation_at_any_depth_or_not_at_all(String path, String sent, String unknown) {
        assertThat(EngineVocabulary.unknown("POST", ENGINE + path, Set.of(), sent.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(words(unknown));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /process-instance        | {"processDefinitionId": "p", "sortBy": "startTime", "sortOrder": "asc"} |
            /process-instance/count  | {"prozessDefinitionId": "p"}                   | prozessDefinitionId
            /incident                | {"processDefinitionIdIn": ["p"]}               |
            /incident                | {"incident": "p"}                              | incident
            """)
    void Cockpits_own_questions_are_known_too(String path, String sent, String unknown) {
        assertThat(EngineVocabulary.unknown(
                        "POST", "/cockpit/plugin/base/default" + path, Set.of(), sent.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(words(unknown));
    }

    private static Set<String> words(String separated) {
        return separated == null
                ? Set.of()
                : Arrays.stream(separated.strip().split(" +")).collect(Collectors.toSet());
    }
}
