package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.BusinessDay;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Inquiry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What can be recorded about one candidate or about several alike, and when. Outside any transaction of its own: what is refused about one
 * candidate must not take the others' part with it.
 */
@Component
class ReviewChanges {

    private final CandidateBoard board;
    private final Agencies agencies;
    private final BusinessDay calendar;
    private final OfficeClock office;
    private final Clock clock;

    ReviewChanges(CandidateBoard board, Agencies agencies, BusinessDay calendar, OfficeClock office, Clock clock) {
        this.board = board;
        this.agencies = agencies;
        this.calendar = calendar;
        this.office = office;
        this.clock = clock;
    }

    /** A candidate's review, about to be changed. */
    record Opened(CaseCandidates.Known candidates, UUID candidateId, CandidateReview review) {
        HiringCase hiring() {
            return candidates.hiring();
        }
    }

    /** Opens the review of a candidate of the case for a change. @throws Refusal when the pool is closed, or somebody was first */
    Opened opened(CaseCandidates.Known known, UUID candidateId, long version, Actor actor) {
        if (!board.isShown(known, candidateId)) {
            throw Refusal.byRule(
                    "L18",
                    "The pool closed on " + Dates.inWords(known.pool().window().lastDay())
                            + ". Reviewing its candidates ended with that day.");
        }
        var review = known.reviews().get(candidateId);
        if ((review == null ? 0 : review.revision()) != version) {
            throw overtaken(review, actor);
        }
        var hiring = known.hiring();
        return new Opened(
                known,
                candidateId,
                review == null
                        ? new CandidateReview(hiring.number(), hiring.agency(), hiring.announcement(), candidateId)
                        : review);
    }

    /**
     * @param paper id of what shows how the candidate is asked in another way, or null
     * @param letters id of the letter that asks (M5), by candidate; empty when they are asked in another way
     * @throws Refusal 400 for a day in the future
     */
    ReviewChange contacting(LocalDate entered, String note, UUID paper, Actor actor, Map<UUID, UUID> letters) {
        var on = dayOf(entered);
        return new ReviewChange("contact-candidate", "Contacted a candidate.", known -> {
            mustBeAvailable(known);
            mustFollowAccess(known, on);
            var today = office.today();
            var until = Stream.concat(
                            Stream.ofNullable(paper)
                                    .map(shown -> calendar.after(
                                            today, daysToRespond(known.hiring().agency()))),
                            known.candidates().asking().inquiry(known.review()).map(Inquiry::lastDayToAnswer).stream())
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            known.review().contacted(on, actor.name(), note, letters.get(known.candidateId()), paper, until, today);
        });
    }

    /** Business days a candidate has to answer the agency's question, by its setting today. */
    int daysToRespond(String agency) {
        return agencies.byCode(agency).daysToRespond();
    }

    /** @param zone in which the time is meant; the office's when null */
    ReviewChange interviewing(LocalDate on, LocalTime time, ZoneId zone, String interviewers) {
        return new ReviewChange(
                "schedule-interview", "Set the interview of a candidate for " + Dates.inWords(on) + ".", known -> {
                    mustBeAvailable(known);
                    mustFollowAccess(known, on);
                    mustPrecedeTheEnd(known, on);
                    known.review()
                            .interviewScheduled(
                                    on, time, zone == null ? office.zone() : zone, interviewers, office.today());
                });
    }

    ReviewChange notSelecting() {
        return new ReviewChange("mark-not-selected", "Marked a candidate as not selected.", known -> {
            mustNotBeElected(known);
            known.review().notSelected(office.today());
        });
    }

    /** Whose change it is: colleagues read it. */
    void signed(CandidateReview review, Actor actor) {
        review.changed(actor, clock.instant());
    }

    static DecisionLog.Entry decision(ReviewChange change, Opened opened, Map<String, Object> before, Actor actor) {
        return DecisionLog.Entry.inCase(
                opened.hiring().number(), actor, change.kind(), change.sentence(), before, facts(opened.review()));
    }

    /** What the audit keeps of a review: ids, days and outcomes, never words about a person. */
    static Map<String, Object> facts(CandidateReview review) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("candidateId", review.candidateId());
        facts.put("status", review.progress());
        facts.put("contactedOn", review.contactedOn());
        facts.put("answeredOn", review.answeredOn());
        facts.put("interviewOn", review.interviewOn());
        facts.put("interviewResult", review.interviewResult());
        facts.put("declinedOn", review.declinedOn());
        return facts;
    }

    /** The day a person entered, today when none. */
    LocalDate dayOf(LocalDate entered) {
        var today = office.today();
        if (entered != null && entered.isAfter(today)) {
            throw Refusal.invalid(
                    "on", "The day is in the future. Enter " + Dates.inWords(today) + " or an earlier day.");
        }
        return entered == null ? today : entered;
    }

    /** Nobody was contacted or interviewed whom the agency could not see yet (L1). */
    private void mustFollowAccess(Opened opened, LocalDate on) {
        var seenSince = opened.hiring().accessDecidedAt().map(office::dayOf);
        if (seenSince.filter(on::isBefore).isPresent()) {
            throw Refusal.invalid(
                    "on",
                    "OPM approved access to the candidates on " + Dates.inWords(seenSince.get())
                            + ". Enter that day or a later one.");
        }
    }

    /** Reviewing ends with the pool (L18): nobody is asked to an interview after it. */
    private static void mustPrecedeTheEnd(Opened opened, LocalDate on) {
        var lastDay = opened.candidates().pool().window().lastDay();
        if (on.isAfter(lastDay)) {
            throw Refusal.invalid(
                    "on", "The pool closes on " + Dates.inWords(lastDay) + ". Enter that day or an earlier one.");
        }
    }

    /** Whoever is elected leaves by a declination or withdrawal, which has a scope (L9): nothing else ends the selection. */
    static void mustNotBeElected(Opened opened) {
        if (opened.candidates().heldSelection(opened.candidateId()).isPresent()) {
            throw Refusal.conflict(
                    "This candidate is elected. End that selection first: record that the candidate declined or withdrew.");
        }
    }

    private static void mustBeAvailable(Opened opened) {
        var known = opened.candidates();
        var candidate = known.person(opened.candidateId()).orElseThrow();
        if (known.status(candidate) == ReviewStatus.DECLINED_THIS_AGENCY) {
            throw Refusal.conflictByRule(
                    "L9",
                    "This candidate declined your agency. Choose \u201cConsider again\u201d first if that has changed.");
        }
        if (!known.isAvailable(candidate)) {
            throw Refusal.conflictByRule("L8", "This candidate is no longer available.");
        }
    }

    /** Who was second in the same instant does not know who was first. */
    static Refusal overtaken() {
        return overtakenBy("Somebody changed this candidate's record");
    }

    private static Refusal overtaken(CandidateReview review, Actor actor) {
        if (review == null || review.changedBy() == null) {
            return overtaken();
        }
        if (review.isChangedBy(actor)) {
            return overtakenBy("You changed this candidate's record in another window");
        }
        return overtakenBy(review.changedBy() + " changed this candidate's record");
    }

    private static Refusal overtakenBy(String whatHappened) {
        return Refusal.conflict(
                whatHappened + " while you worked on it. What you see now is up to date: check it, then save again.");
    }
}
