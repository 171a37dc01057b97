package io.crossgov.hiring.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossgov.hiring.common.Fault;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.YesNo;
import io.crossgov.hiring.pool.QualificationStatement;
import io.crossgov.hiring.pool.QualificationStatement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class FormBTest {

    /** As many as the pool of the source documents has: four statements and three competencies, so 14 answers. */
    private static final List<QualificationStatement> STATEMENTS = IntStream.rangeClosed(1, 7)
            .mapToObj(number -> new QualificationStatement(
                    number,
                    number <= 4 ? Kind.SPECIALIZED_EXPERIENCE : Kind.TECHNICAL_COMPETENCY,
                    "Statement " + number,
                    "What it means"))
            .toList();

    @Test
    void L2_fourteen_times_yes_can_be_certified() {
        var complete = certified(allYes());
        assertThat(complete).hasSize(7).allMatch(FormB.AnsweredStatement::allYes);
        assertThat(complete.get(4).text()).isEqualTo("What it means");
    }

    @Test
    void L2_a_missing_answer_is_refused_with_its_statement_named() {
        var answers = allYes();
        answers.set(5, new FormB.Answer(6, YesNo.YES, null));
        refused(() -> certified(answers), "competencies[1].neededUponEntry", "is \"Statement 6\" needed upon entry?");
    }

    @Test
    void L2_a_statement_without_any_answer_is_refused() {
        var answers = allYes();
        answers.remove(0);
        assertThatThrownBy(() -> certified(answers))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::faults)
                .asInstanceOf(InstanceOfAssertFactories.list(Fault.class))
                .extracting(Fault::field)
                .containsExactly("experience[0].important", "experience[0].neededUponEntry");
    }

    @Test
    void L2_one_no_stops_the_certificate_with_the_statement_named() {
        var answers = allYes();
        answers.set(2, new FormB.Answer(3, YesNo.YES, YesNo.NO));
        refused(() -> certified(answers), "experience[2].neededUponEntry", "\"Statement 3\"");
    }

    @Test
    void L2_who_cannot_certify_says_which_statement() {
        var faults = new Faults();
        FormB.mustHaveANo(FormB.answered(STATEMENTS, allYes()), faults);
        refused(faults::refuse, "decision", "Every answer is Yes");
    }

    @Property
    void L2_a_form_is_certified_exactly_when_every_answer_is_yes(@ForAll("answers") List<FormB.Answer> answers) {
        var everyAnswerIsYes = STATEMENTS.stream().allMatch(statement -> answers.stream()
                .filter(answer -> answer.number() == statement.number())
                .findFirst()
                .filter(FormB.Answer::allYes)
                .isPresent());
        boolean certified;
        try {
            certified(answers);
            certified = true;
        } catch (Refusal refusal) {
            assertThat(refusal.rule()).contains("L2");
            assertThat(refusal.sentence()).contains("\"Statement ");
            certified = false;
        }
        assertThat(certified).isEqualTo(everyAnswerIsYes);
    }

    @Provide
    Arbitrary<List<FormB.Answer>> answers() {
        var yesMostly =
                Arbitraries.frequency(net.jqwik.api.Tuple.of(20, YesNo.YES), net.jqwik.api.Tuple.of(1, YesNo.NO));
        var answer = yesMostly.injectNull(0.02);
        return net.jqwik.api.Combinators.combine(
                        answer.list().ofSize(14), Arbitraries.integers().between(0, 20))
                .as((given, drop) -> {
                    var list = new ArrayList<FormB.Answer>();
                    for (int i = 0; i < 7; i++) {
                        if (i != drop) {
                            list.add(new FormB.Answer(i + 1, given.get(2 * i), given.get(2 * i + 1)));
                        }
                    }
                    return list;
                });
    }

    private static List<FormB.Answer> allYes() {
        var answers = new ArrayList<FormB.Answer>();
        STATEMENTS.forEach(statement -> answers.add(new FormB.Answer(statement.number(), YesNo.YES, YesNo.YES)));
        return answers;
    }

    private static void refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String field, String words) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.rule()).contains("L2");
            assertThat(refusal.field()).contains(field);
            assertThat(refusal.sentence()).contains(words);
        });
    }

    /** @throws Refusal naming every answer that is missing or No */
    private static List<FormB.AnsweredStatement> certified(List<FormB.Answer> answers) {
        var answered = FormB.answered(STATEMENTS, answers);
        var faults = new Faults();
        FormB.mustBeComplete(answered, faults);
        FormB.mustAllBeYes(answered, faults);
        faults.refuse();
        return answered;
    }
}
