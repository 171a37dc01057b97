package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.law.Rule;
import io.crossgov.hiring.pool.CandidateAvailability;
import io.crossgov.hiring.selection.SelectionVerification.Decision;
import io.crossgov.hiring.selection.Verification.Finding;
import io.crossgov.hiring.selection.Verification.Mended;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Step 7: OPM verifies a selection, or says what is missing, that the candidate is gone, or that the candidate cannot be selected (M11). A verified selection holds its
 * candidate; when two are verified in the same instant the database lets one (L8).
 */
@FormOf("verify-selection")
class VerifySelection implements TaskForm<VerifySelection.Answers> {

    private static final String AGAINST = " OPM decided against the computed findings, for the reason given.";

    private final CaseDesk desk;
    private final SelectionOfTask ofTask;
    private final Verification verification;
    private final CandidateAvailability availability;
    private final Holders holders;
    private final People people;

    VerifySelection(
            CaseDesk desk,
            SelectionOfTask ofTask,
            Verification verification,
            CandidateAvailability availability,
            Holders holders,
            People people) {
        this.desk = desk;
        this.ofTask = ofTask;
        this.verification = verification;
        this.availability = availability;
        this.holders = holders;
        this.people = people;
    }

    record Answers(
            @NotNull(message = "Choose a decision: verified, paper missing, candidate gone, or cannot be selected.")
                    Decision decision,
            @Size(max = 4000, message = "The comment has at most 4,000 characters.") @SeveralLines String comment) {}

    /**
     * A finding as a row of the form's table.
     *
     * @param address where people read what the rule asks
     */
    record Row(String rule, String what, String holds, String fact, String address) {}

    /**
     * @param sentBack who sent the selection back before, and when, in a sentence; empty when nobody did
     * @param sentBackFor what HR was then told is missing
     * @param conclusion what the findings amount to, in one sentence
     * @param heldBy who holds the candidate instead, in a sentence; empty when nobody does. It is no finding: findings are kept with the
     *     decision, which the agency reads
     * @param missing what HR would be told is missing, in words
     * @param reasons why the agency would be told that the candidate cannot be selected
     */
    record View(
            @JsonUnwrapped SelectionOfTask.Summary about,
            String sentBack,
            List<String> sentBackFor,
            List<Row> findings,
            String conclusion,
            String heldBy,
            List<String> missing,
            List<String> reasons,
            Decision decision,
            String comment) {}

    @Override
    public View open(TaskContext context) {
        var selection = ofTask.seen(context);
        var findings = verification.of(desk.seen(context), selection);
        var sentBack = selection.verification().filter(before -> before.decision() == Decision.PAPER_MISSING);
        return new View(
                ofTask.summary(context),
                sentBack.map(this::inWords).orElse(""),
                sentBack.map(SelectionVerification::missing).orElse(List.of()),
                findings.stream()
                        .map(finding -> new Row(
                                finding.rule().citation(),
                                finding.rule().about(),
                                finding.holds() ? "Yes" : "No",
                                finding.fact(),
                                "/law#" + finding.rule().name()))
                        .toList(),
                conclusion(findings),
                context.actor().isOpmStaff()
                        ? holders.otherThan(selection)
                                .map(Holders.Holder::inWords)
                                .orElse("")
                        : "",
                missing(findings),
                reasons(findings),
                null,
                "");
    }

    private String inWords(SelectionVerification before) {
        var who = people.namesOf(Set.of(before.decidedBy())).getOrDefault(before.decidedBy(), before.decidedBy());
        return who + " sent the selection back on " + Dates.inWords(desk.dayOf(before.decidedAt()))
                + ", and HR has sent it on again. This was missing:";
    }

    /** Where nothing else is wrong, {@link #submit} says it all, and the records are asked for the findings once. */
    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var selection = ofTask.decided(context);
        if (!faults.isEmpty() && answers.decision() != null) {
            faults.check(() -> mustFollow(answers, verification.of(desk.seen(context), selection)));
        }
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var selection = ofTask.decided(context);
        var findings = verification.of(desk.seen(context), selection);
        mustFollow(answers, findings);
        switch (answers.decision()) {
            case VERIFIED ->
                availability.commit(
                        selection.candidateId(),
                        selection.id(),
                        selection.agency(),
                        () -> decide(context, answers, selection, findings, List.of()));
            case PAPER_MISSING -> decide(context, answers, selection, findings, missing(findings, answers.comment()));
            case CANDIDATE_GONE -> decide(context, answers, selection, findings, List.of());
            case CANNOT_BE_SELECTED ->
                decide(context, answers, selection, findings, withComment(reasons(findings), answers.comment()));
        }
        return Routing.of(RoutingVariable.SELECTION_VERIFIED, answers.decision().asRouted());
    }

    private void decide(
            TaskContext context, Answers answers, Selection selection, List<Finding> findings, List<String> missing) {
        var before = Selections.facts(selection);
        selection.verificationDecided(new SelectionVerification(
                answers.decision(), missing, answers.comment(), context.actor().userId(), desk.now()));
        var after = new LinkedHashMap<>(Selections.facts(selection));
        after.put("decision", answers.decision());
        after.put("missing", missing);
        after.put("findings", findings.stream().map(Finding::kept).toList());
        after.put("againstFindings", against(answers.decision(), findings));
        desk.record(
                context,
                taskId(),
                sentence(answers.decision())
                        + (against(answers.decision(), findings).isEmpty() ? "" : AGAINST),
                before,
                after);
    }

    /** What OPM decides although the findings say something else, by rule; the audit keeps it marked. */
    private static List<String> against(Decision decision, List<Finding> findings) {
        return switch (decision) {
            case VERIFIED ->
                failing(findings).map(finding -> finding.rule().id()).toList();
            case PAPER_MISSING -> missing(findings).isEmpty() ? List.of("every finding holds") : List.of();
            case CANDIDATE_GONE, CANNOT_BE_SELECTED -> List.of();
        };
    }

    /** @throws Refusal 400 or 409 with everything in the findings that the decision cannot be made against */
    private static void mustFollow(Answers answers, List<Finding> findings) {
        switch (answers.decision()) {
            case VERIFIED -> mustHold(findings, answers.comment());
            case PAPER_MISSING -> missing(findings, answers.comment());
            case CANDIDATE_GONE -> mustBeGone(findings);
            case CANNOT_BE_SELECTED -> mustBeForbidden(findings);
        }
    }

    private static void mustHold(List<Finding> findings, String reason) {
        var faults = new Faults();
        failing(findings).filter(Finding::isBinding).forEach(finding -> {
            if (finding.rule() == Rule.L8) {
                throw Refusal.conflictByRule(finding.rule().id(), finding.fact());
            }
            faults.addByRule(finding.rule().id(), "decision", cannotBeVerified(finding.fact()));
        });
        if (faults.isEmpty() && reason == null) {
            failing(findings)
                    .forEach(finding -> faults.addByRule(
                            finding.rule().id(),
                            "comment",
                            "A finding does not hold: " + finding.fact()
                                    + " To verify the selection all the same, give your reason in the comment."));
        }
        faults.refuse();
    }

    private static String cannotBeVerified(String because) {
        return "This selection cannot be verified: "
                + (because.startsWith("The ") ? "the " + because.substring("The ".length()) : because);
    }

    /** What the findings lack, and OPM's comment after it: HR reads both as one list. */
    private static List<String> missing(List<Finding> findings, String comment) {
        var missing = missing(findings);
        if (missing.isEmpty() && comment == null) {
            throw Refusal.invalid(
                    "comment",
                    "By the records nothing is missing. Say in the comment what HR has to put right, or decide otherwise.");
        }
        return withComment(missing, comment);
    }

    private static List<String> withComment(List<String> sentences, String comment) {
        return Stream.concat(sentences.stream(), Stream.ofNullable(comment).map(VerifySelection::oneLine))
                .toList();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static void mustBeGone(List<Finding> findings) {
        if (!anyFailing(findings, Mended.CANDIDATE_GONE)) {
            throw Refusal.byRule(
                    "L8",
                    "decision",
                    anyFailing(findings, Mended.NEVER)
                            ? "The candidate is still available. What does not hold is something else: decide that the candidate cannot"
                                    + " be selected."
                            : "The candidate is still available. Verify the selection, or say which paper is missing.");
        }
    }

    private static void mustBeForbidden(List<Finding> findings) {
        if (anyFailing(findings, Mended.CANDIDATE_GONE)) {
            throw Refusal.byRule(
                    "L8", "decision", "The candidate is no longer available: decide that the candidate is gone.");
        }
        if (!anyFailing(findings, Mended.NEVER)) {
            throw Refusal.invalid(
                    "decision",
                    "By the findings the candidate can be selected. Verify the selection, or say which paper is missing.");
        }
    }

    /** What the law itself forbids; not what follows from it for who else comes first, which names people with preference. */
    private static List<String> reasons(List<Finding> findings) {
        return findings.stream().filter(Finding::forbids).map(Finding::asReason).toList();
    }

    private static boolean anyFailing(List<Finding> findings, Mended mended) {
        return failing(findings).anyMatch(finding -> finding.mended() == mended);
    }

    private static List<String> missing(List<Finding> findings) {
        return failing(findings)
                .filter(finding -> finding.mended() == Mended.BY_HR)
                .map(Finding::asMissing)
                .toList();
    }

    private static Stream<Finding> failing(List<Finding> findings) {
        return findings.stream().filter(finding -> !finding.holds());
    }

    private static String conclusion(List<Finding> findings) {
        if (anyFailing(findings, Mended.CANDIDATE_GONE)) {
            return "The candidate is no longer available: decide that the candidate is gone.";
        }
        if (anyFailing(findings, Mended.NEVER)) {
            return failing(findings).anyMatch(Finding::isBinding)
                    ? "The candidate cannot be selected: decide so."
                    : "A finding does not hold: decide that the candidate cannot be selected, or verify the selection all the same with"
                            + " your reason in the comment.";
        }
        return failing(findings).findAny().isPresent()
                ? "Something is missing: send it back to HR."
                : "Every finding holds: the selection can be verified.";
    }

    private static String sentence(Decision decision) {
        return switch (decision) {
            case VERIFIED -> "Verified the selection.";
            case PAPER_MISSING -> "Could not verify the selection: paper is missing.";
            case CANDIDATE_GONE -> "Could not verify the selection: the candidate is no longer available.";
            case CANNOT_BE_SELECTED -> "Could not verify the selection: the candidate cannot be selected.";
        };
    }
}
