package io.crossgov.hiring.request;

import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.YesNo;
import io.crossgov.hiring.pool.QualificationStatement;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

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

    /** Every statement of the pool with its answers, which may be missing. */
    static List<AnsweredStatement> answered(List<QualificationStatement> statements, List<Answer> answers) {
        return statements.stream()
                .map(statement -> answers.stream()
                        .filter(each -> each != null && each.number() == statement.number())
                        .findFirst()
                        .map(answer -> AnsweredStatement.of(statement, answer.important(), answer.neededUponEntry()))
                        .orElseGet(() -> AnsweredStatement.of(statement, null, null)))
                .toList();
    }

    /**
     * Each answer to a statement that the pool does not have, or that has an answer already: neither would count.
     *
     * @param lists the lists of answers by their names in the form
     */
    static void mustBeAsked(List<QualificationStatement> statements, Map<String, List<Answer>> lists, Faults faults) {
        var answered = new HashSet<Integer>();
        lists.forEach((list, answers) -> {
            for (int row = 0; row < answers.size(); row++) {
                var answer = answers.get(row);
                if (answer == null) {
                    continue;
                }
                var field = list + "[" + row + "].number";
                if (statements.stream().noneMatch(statement -> statement.number() == answer.number())) {
                    faults.add(field, "This pool has no statement number " + answer.number() + ".");
                } else if (!answered.add(answer.number())) {
                    faults.add(
                            field,
                            "Statement number " + answer.number() + " is answered twice, and only one would count.");
                }
            }
        });
    }

    /** Each question that has neither Yes nor No (L2). */
    static void mustBeComplete(List<AnsweredStatement> answered, Faults faults) {
        eachQuestion(answered, (question, answer) -> {
            if (answer == null) {
                faults.addByRule("L2", question.field(), "Answer Yes or No: is " + question.inWords() + "?");
            }
        });
    }

    /** Each question that is answered No: then the form cannot be certified (L2). */
    static void mustAllBeYes(List<AnsweredStatement> answered, Faults faults) {
        eachQuestion(answered, (question, answer) -> {
            if (answer == YesNo.NO) {
                faults.addByRule(
                        "L2",
                        question.field(),
                        "You answered No for " + question.name()
                                + ". To use this pool every answer must be Yes. If that is not so, choose \"I cannot certify\".");
            }
        });
    }

    /** When every answer is Yes there is nothing that could not be certified (L2). */
    static void mustHaveANo(List<AnsweredStatement> answered, Faults faults) {
        if (answered.stream().allMatch(AnsweredStatement::allYes)) {
            faults.addByRule(
                    "L2",
                    "decision",
                    "Every answer is Yes. Certify the form, or answer No where you cannot certify a statement.");
        }
    }

    /** @param field path of the answer in its form */
    private record Question(String field, String name, String asked) {

        String inWords() {
            return name + " " + asked;
        }
    }

    private static void eachQuestion(List<AnsweredStatement> answered, BiConsumer<Question, YesNo> ask) {
        var rows = new EnumMap<QualificationStatement.Kind, Integer>(QualificationStatement.Kind.class);
        for (var statement : answered) {
            var row = rows.merge(statement.kind(), 1, Integer::sum) - 1;
            var list = statement.kind() == QualificationStatement.Kind.SPECIALIZED_EXPERIENCE
                    ? "experience[" + row + "]."
                    : "competencies[" + row + "].";
            var name = "\"" + statement.name() + "\"";
            ask.accept(
                    new Question(list + "important", name, "important for successful performance"),
                    statement.important());
            ask.accept(new Question(list + "neededUponEntry", name, "needed upon entry"), statement.neededUponEntry());
        }
    }
}
