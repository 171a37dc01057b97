package io.crossgov.hiring.casefile;

import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.pool.QualificationStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Form B: two answers for each of the pool's own statements (L2). */
final class FormB {

    private FormB() {}

    /**
     * What was answered to one statement.
     *
     * @param number the statement's place in its pool
     */
    record Answer(int number, YesNo important, YesNo neededUponEntry) {

        boolean allYes() {
            return important == YesNo.YES && neededUponEntry == YesNo.YES;
        }
    }

    /** A statement with its two answers, as it is signed: whole, whatever becomes of the pool's wording later. */
    record AnsweredStatement(
            int number,
            QualificationStatement.Kind kind,
            String name,
            String text,
            YesNo important,
            YesNo neededUponEntry) {

        static AnsweredStatement of(QualificationStatement statement, YesNo important, YesNo neededUponEntry) {
            return new AnsweredStatement(
                    statement.number(),
                    statement.kind(),
                    statement.name(),
                    statement.text(),
                    important,
                    neededUponEntry);
        }

        boolean allYes() {
            return important == YesNo.YES && neededUponEntry == YesNo.YES;
        }
    }

    /**
     * Every statement of the pool with its answers.
     *
     * @throws Refusal 400 by L2 when an answer is missing, naming the statements
     */
    static List<AnsweredStatement> complete(List<QualificationStatement> statements, List<Answer> answers) {
        var answered = new ArrayList<AnsweredStatement>();
        var missing = new ArrayList<String>();
        String firstField = null;
        for (var statement : statements) {
            var answer = answers.stream()
                    .filter(each -> each != null && each.number() == statement.number())
                    .findFirst()
                    .orElseGet(() -> new Answer(statement.number(), null, null));
            if (answer.important() == null || answer.neededUponEntry() == null) {
                firstField = firstField == null
                        ? field(statements, statement.number(), answer.important() != null)
                        : firstField;
                missing.add("\"" + statement.name() + "\" ("
                        + (answer.important() == null ? "important" : "")
                        + (answer.important() == null && answer.neededUponEntry() == null ? ", " : "")
                        + (answer.neededUponEntry() == null ? "needed upon entry" : "") + ")");
            }
            answered.add(AnsweredStatement.of(statement, answer.important(), answer.neededUponEntry()));
        }
        if (!missing.isEmpty()) {
            throw Refusal.byRule("L2", firstField, "Answer Yes or No for " + String.join("; ", missing) + ".");
        }
        return List.copyOf(answered);
    }

    /** @throws Refusal 400 by L2 when an answer is No, naming the statements */
    static void mustAllBeYes(List<QualificationStatement> statements, List<AnsweredStatement> answered) {
        var no = answered.stream().filter(each -> !each.allYes()).toList();
        if (!no.isEmpty()) {
            var first = no.get(0);
            throw Refusal.byRule(
                    "L2",
                    field(statements, first.number(), first.important() == YesNo.YES),
                    "You answered No for "
                            + no.stream().map(each -> "\"" + each.name() + "\"").collect(Collectors.joining(", "))
                            + ". To use this pool every answer must be Yes. If that is not so, choose \"I cannot certify\".");
        }
    }

    /** @throws Refusal 400 by L2 when every answer is Yes: then there is nothing that could not be certified */
    static void mustHaveANo(List<AnsweredStatement> answered) {
        if (answered.stream().allMatch(AnsweredStatement::allYes)) {
            throw Refusal.byRule(
                    "L2",
                    "decision",
                    "Every answer is Yes. Certify the form, or answer No where you cannot certify a statement.");
        }
    }

    /** Path of an answer in its form. */
    private static String field(List<QualificationStatement> statements, int number, boolean second) {
        var kind = statements.stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow()
                .kind();
        var place = statements.stream()
                .filter(each -> each.kind() == kind && each.number() < number)
                .count();
        return (kind == QualificationStatement.Kind.SPECIALIZED_EXPERIENCE ? "experience[" : "competencies[")
                + place
                + (second ? "].neededUponEntry" : "].important");
    }
}
