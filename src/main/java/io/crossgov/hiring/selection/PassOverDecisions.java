package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseMessages;
import io.crossgov.hiring.casefile.LetterOnFile;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.law.Decider;
import io.crossgov.hiring.law.PassOverRequest;
import io.crossgov.hiring.law.Ruling;
import io.crossgov.hiring.law.VeteransPreference;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Deciding a pass-over or an objection (L15, L22): the same whoever decides; who may is settled before. */
@Component
class PassOverDecisions {

    private static final String HEARD_SINCE =
            "A disability of 30 percent or more is on record since the agency asked, and the candidate was not notified. The agency"
                    + " has to withdraw the request and ask again; the candidate is then notified and has 15 days to answer.";

    private final CaseDesk desk;
    private final PassOverOfTask ofTask;
    private final ObjectionGrounds grounds;
    private final CaseMessages messages;
    private final VacancyHolds holds;

    PassOverDecisions(
            CaseDesk desk, PassOverOfTask ofTask, ObjectionGrounds grounds, CaseMessages messages, VacancyHolds holds) {
        this.desk = desk;
        this.ofTask = ofTask;
        this.grounds = grounds;
        this.messages = messages;
        this.holds = holds;
    }

    /** @param candidateAnswer what a notified candidate answered, or null */
    record Answers(
            @Size(max = 10_000, message = "The candidate\u2019s answer has at most 10,000 characters.") @SeveralLines
                    String candidateAnswer,
            @NotNull(message = "Choose a decision: sustain the request, or deny it.") PassOverDecision decision,
            @NotBlank(
                            message =
                                    "Give the reason for your decision: the agency reads it, and so does a candidate who was notified.")
                    @Size(max = 4000, message = "The reason has at most 4,000 characters.")
                    @SeveralLines
                    String reason) {}

    /**
     * @param what is asked for, as a sentence
     * @param others what else was asked about the candidate for the position, and decided, one paragraph each; empty when nothing
     * @param sf62Link address of the uploaded SF-62
     * @param hearing when the candidate was notified and could answer, in words
     */
    record View(
            @JsonUnwrapped PassOverOfTask.Summary about,
            String what,
            String others,
            String ground,
            String filedOn,
            String reasons,
            String sf62Link,
            String hearing,
            boolean isHeard,
            PassOverDecision decision,
            String reason,
            String candidateAnswer) {}

    View open(TaskContext context) {
        var request = ofTask.seen(context);
        var preference = ofTask.preferenceNow(request);
        return new View(
                ofTask.summary(context),
                what(request)
                        + preferredSince(request, preference)
                        + request.newFacts()
                                .map(" What was not known when an earlier request was denied: "::concat)
                                .orElse(""),
                ofTask.others(context, request),
                grounds.inWords(request).orElse("Not asked for when this was filed"),
                request.filedOn().map(Dates::inWords).orElse(""),
                request.reasons().orElse(""),
                request.sf62DocumentId().map(id -> "/api/documents/" + id).orElse(""),
                hearing(request, preference),
                PassOverRequest.mustBeHeard(request.preference()),
                null,
                "",
                "");
    }

    private static String what(PassOver request) {
        return request.isObjection()
                ? "The agency objects to this candidate. If that is sustained, the candidate is removed from consideration on the certificate of"
                        + " this case (5 CFR 332.406)."
                : "The agency asks to pass over this preference eligible. If that is sustained, no further consideration is owed for this"
                        + " position (5 U.S.C. 3318(c)).";
    }

    /** Why it is decided by another preference than the agency had in mind. */
    private static String preferredSince(PassOver request, VeteransPreference now) {
        var asked = request.preferenceWhenAsked();
        return asked == now
                ? ""
                : " When the agency asked, the record of the candidate said: " + asked.title() + ". It says now: "
                        + now.title() + ". Whoever decides about such a preference decides this request.";
    }

    private static boolean hasToBeHeardSince(PassOver request, VeteransPreference now) {
        return PassOverRequest.mustBeHeard(now) && !PassOverRequest.mustBeHeard(request.preference());
    }

    private String hearing(PassOver request, VeteransPreference now) {
        if (hasToBeHeardSince(request, now)) {
            return HEARD_SINCE;
        }
        if (!PassOverRequest.mustBeHeard(request.preference())) {
            return "The candidate did not have to be notified: no disability of 30 percent or more was on record when the"
                    + " agency asked (" + request.preference().title() + ").";
        }
        return request.notifiedOn()
                .map(notified -> "The candidate was notified on " + Dates.inWords(notified) + "; last day to answer: "
                        + desk.dueDayInWords(PassOverRequest.lastDayToAnswer(notified)) + "." + otherwise(request))
                .orElseGet(() -> messages.letter(request.id())
                                .map(LetterOnFile::inWords)
                                .orElse("The candidate has not been notified.")
                        + " The 15 days to answer begin when it leaves; you can decide when they are over.");
    }

    /** That no message of ours reached the candidate, and what was said of how it was done. */
    private String otherwise(PassOver request) {
        return messages.letter(request.id())
                .filter(letter -> letter.state() == LetterOnFile.State.REACHED_ANOTHER_WAY)
                .map(letter -> " " + letter.inWords())
                .orElse("");
    }

    void check(TaskContext context, PassOver request, Answers answers, Faults faults) {
        ofTask.keepsPerson(request);
        if (!PassOverRequest.mustBeHeard(request.preference())) {
            faults.addUnlessLeftOut(
                    "candidateAnswer",
                    answers.candidateAnswer(),
                    "This candidate did not have to be notified, so there is nothing to answer.");
        }
        faults.check(() -> mustBeReady(request));
        if (answers.decision() != null) {
            faults.check(() -> ofTask.mustAgree(context, request, answers.decision() == PassOverDecision.SUSTAINED));
        }
    }

    /** @throws Refusal 400 while nobody may decide yet, whatever the decision (L15) */
    private void mustBeReady(PassOver request) {
        var now = ofTask.preferenceNow(request);
        if (hasToBeHeardSince(request, now)) {
            throw Refusal.byRule("L15", HEARD_SINCE);
        }
        if (isOpmsSince(request, now)) {
            throw Refusal.byRule(
                    "L15",
                    "The candidate is on record as a preference eligible since the reasons were filed (" + now.title()
                            + "), so that OPM decides this request. The agency has to withdraw it and ask again; it then goes to OPM.");
        }
        if (PassOverRequest.mayBeDecided(request.preference(), request.notifiedOn(), desk.today())
                instanceof Ruling.Refused refused) {
            throw Refusal.byRule(refused.rule().id(), refused.sentence(UUID::toString));
        }
    }

    /** Whether what the agency is about to decide itself would go to OPM by the preference that is on record now. */
    private boolean isOpmsSince(PassOver request, VeteransPreference now) {
        return now != request.preference()
                && request.decider() == Decider.AGENCY
                && request.ground()
                        .flatMap(grounds::find)
                        .filter(ground -> ofTask.decider(request, now, ground) == Decider.OPM)
                        .isPresent();
    }

    Routing decide(TaskContext context, String taskId, PassOver request, Answers answers) {
        mustBeReady(request);
        var before = PassOvers.facts(request);
        var sustained = answers.decision() == PassOverDecision.SUSTAINED;
        request.decided(
                sustained,
                answers.reason(),
                answers.candidateAnswer(),
                desk.seen(context)
                        .positionDescription()
                        .map(PositionDescription::number)
                        .orElse(null),
                context.actor().userId(),
                desk.now());
        var after = new LinkedHashMap<>(PassOvers.facts(request));
        after.put("reason", answers.reason());
        after.put("candidateAnswer", answers.candidateAnswer());
        desk.record(context, taskId, sentence(request, sustained), before, after);
        if (sustained) {
            holds.endedBy(request);
        }
        return Routing.of(RoutingVariable.PASS_OVER_DECISION, answers.decision());
    }

    private static String sentence(PassOver request, boolean sustained) {
        if (request.isObjection()) {
            return sustained
                    ? "Sustained an objection: the candidate is removed from this certificate (5 CFR 332.406)."
                    : "Denied an objection to a candidate (5 CFR 332.406).";
        }
        return sustained
                ? "Sustained passing over a preference eligible for this position (5 U.S.C. 3318(c))."
                : "Denied passing over a preference eligible (5 U.S.C. 3318(c)).";
    }
}
