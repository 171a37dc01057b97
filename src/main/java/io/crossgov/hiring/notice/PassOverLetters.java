package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.law.Decider;
import io.crossgov.hiring.law.PassOverRequest;
import io.crossgov.hiring.law.PriorityStatus;
import io.crossgov.hiring.selection.PassOver;
import java.util.List;
import org.springframework.stereotype.Component;

/** Messages about a request to pass over a preference eligible (L15), or an objection (L22). */
@Component
class PassOverLetters {

    private final Recipients recipients;
    private final OfficeClock office;

    PassOverLetters(Recipients recipients, OfficeClock office) {
        this.recipients = recipients;
        this.office = office;
    }

    /** M18 to the candidate, who answers to OPM. */
    Letter toCandidate(Story story) {
        var passOver = story.passOver();
        return new Letter(
                List.of(recipients.candidate(story)),
                about(story)
                        .and(CaseFacts.contact(recipients.answering(story)))
                        .with(Placeholder.REASONS, passOver.reasons().orElseThrow())
                        .with(Placeholder.ANSWER_DUE_DATE, Awaited.lastDay(office)),
                null,
                recipients.opmMailbox(),
                new Awaited(passOver.id(), PassOverRequest.DAYS_TO_ANSWER));
    }

    /** M20 to whoever decides, at once unless the candidate is heard first. */
    Letter toDecider(Story story) {
        var heard = PassOverRequest.mustBeHeard(story.passOver().preference());
        return new Letter(
                deciders(story),
                about(story)
                        .with(Placeholder.DECIDER, decider(story))
                        .with(
                                Placeholder.DAYS_TO_ANSWER,
                                heard ? Counted.of(PassOverRequest.DAYS_TO_ANSWER, "day") : null),
                heard ? null : NoticeDrafts.taskOf(story.passOver()));
    }

    private List<Recipient> deciders(Story story) {
        return story.passOver().decider() == Decider.OPM
                ? recipients.opm()
                : recipients.ofCase(story, Role.HR_SPECIALIST);
    }

    private static String decider(Story story) {
        return story.passOver().decider() == Decider.OPM ? "OPM" : "The agency";
    }

    /** What every message about a request may say. */
    private static Facts about(Story story) {
        return story.facts().when(Placeholder.OBJECTION, story.passOver().isObjection());
    }

    /** M21. */
    Letter decided(Story story) {
        return new Letter(
                recipients.ofCase(story, Role.HIRING_MANAGER, Role.HR_SPECIALIST),
                decision(story).with(Placeholder.DECIDER, decider(story)),
                "review-and-interview-candidates");
    }

    private static Facts decision(Story story) {
        var sustained = story.passOver().state() == PassOver.State.SUSTAINED;
        return about(story)
                .when(Placeholder.SUSTAINED, sustained)
                .when(Placeholder.NOT_SUSTAINED, !sustained)
                .with(Placeholder.REASONS, story.passOver().decisionReason().orElseThrow());
    }

    /**
     * Whether the candidate is told the decision unasked: who was heard (5 U.S.C. 3318(c)(2)), and a displaced employee whom an agency objects
     * to, who would otherwise lose a priority without a word (5 CFR 330.605, 330.703).
     */
    static boolean isToldDecision(Story story) {
        return wasHeard(story)
                || story.passOver().isObjection() && story.candidate().priorityStatus() != PriorityStatus.NONE;
    }

    private static boolean wasHeard(Story story) {
        return PassOverRequest.mustBeHeard(story.passOver().preference());
    }

    /** M27 to a candidate; the same facts as the agency reads, and its reasons for who was not sent them before. */
    Letter decidedForCandidate(Story story) {
        var heard = wasHeard(story);
        var passOver = story.passOver();
        var contact = recipients.answering(story);
        return new Letter(
                List.of(recipients.candidate(story)),
                about(story)
                        .and(CaseFacts.contact(contact))
                        .when(Placeholder.HEARD, heard)
                        .when(Placeholder.SUSTAINED, passOver.state() == PassOver.State.SUSTAINED)
                        .when(Placeholder.NOT_SUSTAINED, passOver.state() == PassOver.State.DENIED)
                        .with(Placeholder.DECIDER, decider(story))
                        .with(
                                Placeholder.DECISION_REASON,
                                passOver.decisionReason().orElseThrow())
                        .with(
                                Placeholder.REASONS,
                                heard ? null : passOver.reasons().orElseThrow()),
                null,
                passOver.decider() == Decider.OPM ? recipients.opmMailbox() : contact.email());
    }

    /** M29 to a candidate who was notified and waits for a decision that does not come. */
    Letter needsNoAnswer(Story story) {
        var contact = recipients.answering(story);
        return new Letter(
                List.of(recipients.candidate(story)),
                about(story).and(CaseFacts.contact(contact)),
                null,
                contact.email());
    }

    /** M22. */
    Letter needsNoDecision(Story story) {
        return new Letter(deciders(story), about(story), null);
    }

    /** M33 to a preference eligible who asked for the reasons; with the decision, once there is one. */
    Letter reasonsGiven(Story story) {
        var passOver = story.passOver();
        var contact = recipients.answering(story);
        var decided = passOver.decisionReason();
        return new Letter(
                List.of(recipients.candidate(story)),
                about(story)
                        .and(CaseFacts.contact(contact))
                        .with(Placeholder.REASONS, passOver.reasons().orElseThrow())
                        .when(Placeholder.SUSTAINED, passOver.state() == PassOver.State.SUSTAINED)
                        .when(Placeholder.NOT_SUSTAINED, passOver.state() == PassOver.State.DENIED)
                        .with(Placeholder.DECIDER, decided.isPresent() ? decider(story) : null)
                        .with(Placeholder.DECISION_REASON, decided.orElse(null)),
                null,
                contact.email());
    }
}
