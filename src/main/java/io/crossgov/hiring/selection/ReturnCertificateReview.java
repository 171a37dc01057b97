package io.crossgov.hiring.selection;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.common.BusinessDay;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.selection.CertificateDecision.Outcome;
import io.crossgov.hiring.task.DueByRule;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotEmpty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Step 6: the agency returns the certificate with a decision on every referred candidate (M10). */
@FormOf("return-certificate-review")
class ReturnCertificateReview implements TaskForm<ReturnCertificateReview.Answers>, DueByRule {

    private final CaseDesk desk;
    private final SelectionOfTask ofTask;
    private final CaseCandidates caseCandidates;
    private final CertificateDecisions certificate;
    private final SelectionRows selections;
    private final BusinessDay businessDay;

    ReturnCertificateReview(
            CaseDesk desk,
            SelectionOfTask ofTask,
            CaseCandidates caseCandidates,
            CertificateDecisions certificate,
            SelectionRows selections,
            BusinessDay businessDay) {
        this.desk = desk;
        this.ofTask = ofTask;
        this.caseCandidates = caseCandidates;
        this.certificate = certificate;
        this.selections = selections;
        this.businessDay = businessDay;
    }

    record Answers(@NotEmpty(message = "Give a decision on every referred candidate.") List<Row> rows) {}

    /**
     * One candidate.
     *
     * @param alternateRank 1 for the first alternate; only asked for alternates
     */
    record Row(UUID candidateId, Outcome outcome, Integer alternateRank) {}

    /** A candidate as the form shows him or her, with the decision that the facts suggest. */
    record RowView(
            UUID candidateId,
            String name,
            String applicantNumber,
            String category,
            String status,
            Outcome outcome,
            Integer alternateRank) {}

    /** @param expected within how many days, and by which, for a certificate whose material was released */
    record View(
            @JsonUnwrapped SelectionOfTask.Summary about, LocalDate releasedOn, String expected, List<RowView> rows) {}

    @Override
    public View open(TaskContext context) {
        var selection = ofTask.seen(context);
        var known = caseCandidates.of(desk.seen(context));
        var outcomes = new CertificateOutcomes(known, caseCandidates.today(known));
        var ranks = ranks(known, outcomes, selection);
        return new View(
                ofTask.summary(context),
                selection.releasedOn().orElse(null),
                selection.releasedOn().map(this::expected).orElse(null),
                known.people().stream()
                        .map(person -> row(known, outcomes, person, ranks.get(person.id())))
                        .toList());
    }

    private String expected(LocalDate releasedOn) {
        return "within " + ReviewTime.DAYS + " days, by "
                + desk.dueDayInWords(ReviewTime.lastDay(releasedOn, businessDay));
    }

    @Override
    public LocalDate lastDay(UUID selection) {
        return ReviewTime.lastDay(
                selections.findById(selection).flatMap(Selection::releasedOn).orElseGet(desk::today), businessDay);
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var selection = ofTask.worked(context, Role.HIRING_MANAGER, Role.HR_SPECIALIST);
        var known = caseCandidates.of(desk.seen(context));
        var decisions = decisions(known, new CertificateOutcomes(known, caseCandidates.today(known)), answers.rows());
        var before = Selections.facts(selection);
        selection.reviewReturned(context.actor().userId(), desk.now());
        certificate.write(selection.id(), decisions);
        desk.record(
                context,
                taskId(),
                "Returned the certificate review.",
                before,
                Map.of("selectionId", selection.id(), "state", selection.state(), "decisions", decisions));
        return Routing.onward();
    }

    /** Checks the rows against the candidates of the case as they are now. */
    static List<CertificateDecision> decisions(
            CaseCandidates.Known known, CertificateOutcomes outcomes, List<Row> rows) {
        var asked = known.people().stream().map(Candidate::id).collect(toSet());
        var given = new LinkedHashMap<UUID, Row>();
        var places = new LinkedHashMap<UUID, Integer>();
        var decisions = new ArrayList<CertificateDecision>();
        var faults = new Faults();
        for (int place = 0; place < rows.size(); place++) {
            var row = rows.get(place);
            if (!asked.contains(row.candidateId())) {
                faults.add(outcomeAt(place), "This candidate is not on your list now. Reload the task.");
            } else if (given.putIfAbsent(row.candidateId(), row) != null) {
                faults.add(outcomeAt(place), "This candidate is there twice, and only one decision would count.");
            } else {
                places.put(row.candidateId(), place);
            }
        }
        for (var person : known.people()) {
            var row = given.get(person.id());
            if (row == null) {
                faults.add(
                        "rows",
                        person.name()
                                + " came to your list while you worked on the review. Reload the task and decide on "
                                + person.name() + ", too.");
            } else {
                faults.ask(() -> decision(outcomes, person, row, places.get(person.id())))
                        .ifPresent(decisions::add);
            }
        }
        if (faults.isEmpty()) {
            ranksMustCount(known, decisions, faults);
        }
        faults.refuseInOrderOf(Answers.class);
        return decisions;
    }

    private static CertificateDecision decision(CertificateOutcomes outcomes, Candidate person, Row row, int place) {
        var faults = new Faults();
        if (row.outcome() == null) {
            faults.add(outcomeAt(place), "Give a decision on " + person.name() + ".");
        } else {
            faults.check(() -> outcomes.mustFit(person, row.outcome(), outcomeAt(place)));
        }
        var rank = "rows[" + place + "].alternateRank";
        if (row.outcome() == Outcome.ALTERNATE) {
            if (row.alternateRank() == null || row.alternateRank() < 1) {
                faults.add(rank, "Give " + person.name() + " a place among the alternates: 1, 2 and so on.");
            }
        } else if (row.outcome() != null) {
            faults.addUnlessLeftOut(
                    rank, row.alternateRank(), person.name() + " is not an alternate and has no place among them.");
        }
        faults.refuse();
        return new CertificateDecision(
                person.id(), row.outcome(), row.outcome() == Outcome.ALTERNATE ? row.alternateRank() : 0);
    }

    private static String outcomeAt(int place) {
        return "rows[" + place + "].outcome";
    }

    private static void ranksMustCount(CaseCandidates.Known known, List<CertificateDecision> decisions, Faults faults) {
        var ranked = new LinkedHashMap<Integer, UUID>();
        for (var decision : decisions) {
            if (decision.outcome() == Outcome.ALTERNATE) {
                var other = ranked.putIfAbsent(decision.alternateRank(), decision.candidateId());
                if (other != null) {
                    faults.add(
                            "rows",
                            name(known, other) + " and " + name(known, decision.candidateId()) + " are both alternate "
                                    + decision.alternateRank() + ". Give each a place of its own.");
                }
            }
        }
        for (int rank = 1; rank <= ranked.size(); rank++) {
            if (!ranked.containsKey(rank)) {
                faults.add("rows", "There is no alternate " + rank + ". Number the alternates 1, 2 and so on.");
            }
        }
    }

    private static String name(CaseCandidates.Known known, UUID candidateId) {
        return known.people().stream()
                .collect(toMap(Candidate::id, Candidate::name))
                .get(candidateId);
    }

    /**
     * The alternates' places, counted 1, 2 and so on: this selection's own in their order, then those of selections beside it.
     * Alternates only.
     */
    private static Map<UUID, Integer> ranks(
            CaseCandidates.Known known, CertificateOutcomes outcomes, Selection selection) {
        var own = selection.alternates();
        var alternates = known.people().stream()
                .filter(person -> outcomes.suggested(person) == Outcome.ALTERNATE)
                .map(Candidate::id)
                .sorted(comparing((UUID id) -> known.persons().placeAmong(own, id) < 0)
                        .thenComparing(id -> known.persons().placeAmong(own, id))
                        .thenComparing(known::alternateRank))
                .toList();
        return IntStream.range(0, alternates.size()).boxed().collect(toMap(alternates::get, place -> place + 1));
    }

    /** @param alternateRank null for somebody who is none */
    private static RowView row(
            CaseCandidates.Known known, CertificateOutcomes outcomes, Candidate person, Integer alternateRank) {
        return new RowView(
                person.id(),
                person.name(),
                person.applicantNumber(),
                CandidateRow.category(person),
                known.status(person).title(),
                outcomes.suggested(person),
                alternateRank);
    }
}
