package io.crossgov.hiring.notice;

import static io.crossgov.hiring.notice.Placeholder.*;
import static io.crossgov.hiring.notice.Placeholder.HEARD;
import static io.crossgov.hiring.notice.Placeholder.NOT_SUSTAINED;
import static io.crossgov.hiring.notice.Placeholder.OPM_MAILBOX;
import static io.crossgov.hiring.notice.Placeholder.REASONS;
import static io.crossgov.hiring.notice.Placeholder.SUSTAINED;

import io.crossgov.hiring.casefile.MessageLeft;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The messages of the flow. A constant's name is what the models and the template files call it. Messages to staff name
 * candidates by applicant number only: the name stays behind the sign-in.
 */
public enum NoticeType {
    M1("Interest in a talent pool", STAFF, VACANCY, CONTACT),
    M2("Talent pool request with Forms A and B", STAFF, VACANCY, Set.of(FORM_A, FORM_B)),
    M3("Classified position description", STAFF, Set.of(PD_NUMBER, DOCUMENT_LINKS)),
    M4("Decision on access to the pool", STAFF, Set.of(APPROVED, RETURNED, DENIED, TO_MEND)),
    M5("Position details for a candidate", CANDIDATE, VACANCY, CONTACT, Set.of(PERSONAL_MESSAGE, ANSWER_DUE_DATE)),
    M6("Candidate elected", STAFF, SELECTEE),
    M7("Wish to select", STAFF, SELECTEE, Set.of(PD_NUMBER, SF52_NUMBER)),
    M8("Certificate recipients", STAFF, SELECTEE, Set.of(CERTIFICATE_RECIPIENTS)),
    M9("Application material released", STAFF, SELECTEE, Set.of(RELEASED_ON)),
    M10("Certificate review returned", STAFF, SELECTEE),
    M11(
            "Result of OPM's verification",
            STAFF,
            SELECTEE,
            Set.of(VERIFIED, PAPER_MISSING, CANDIDATE_GONE, CANNOT_BE_SELECTED, MISSING)),
    M12(
            "Job offer to a candidate",
            CANDIDATE,
            VACANCY,
            CONTACT,
            Set.of(DUTY_LOCATION, TENTATIVE, FINAL, OFFER_DUE_DATE, PAY, START_DATE, PERSONAL_MESSAGE)),
    M13("Outcome reported to OPM", STAFF, SELECTEE, Set.of(OUTCOME, CLOSING_NOTE)),
    M14(
            "Withdrawal reported to OPM",
            STAFF,
            SELECTEE,
            Set.of(THIS_AGENCY_ONLY, ALL_AGENCIES, STAYS_AVAILABLE, DOCUMENT_LINKS)),
    M15("Portal account request", STAFF, Set.of(ACCOUNT_NAME, ACCOUNT_EMAIL, ACCOUNT_ROLES)),
    M16("Candidate no longer available", STAFF, Set.of(APPLICANT_NUMBER)),
    M17(
            "Reminder",
            STAFF,
            SELECTEE,
            Set.of(CERTIFICATE_EXPIRING, CERTIFICATE_CLOSED, LAST_DAY, DAYS_LEFT, OFFER_ANSWER_DUE, OFFER_DUE_DATE)),
    M18(
            "Notice of a pass-over request or objection",
            CANDIDATE,
            CONTACT,
            Set.of(ANSWER_DUE_DATE, REASONS, OPM_MAILBOX, OBJECTION)),
    M19("Sample position descriptions requested", STAFF, VACANCY, CONTACT),
    M20("Pass-over or objection to be decided", STAFF, Set.of(APPLICANT_NUMBER, DAYS_TO_ANSWER, OBJECTION, DECIDER)),
    M21(
            "Decision on a pass-over or objection",
            STAFF,
            Set.of(APPLICANT_NUMBER, SUSTAINED, NOT_SUSTAINED, REASONS, OBJECTION, DECIDER)),
    M22("Pass-over or objection that needs no decision", STAFF, Set.of(APPLICANT_NUMBER, OBJECTION)),
    M23("Candidate available again", STAFF, Set.of(APPLICANT_NUMBER)),
    M24("Lower category referred", STAFF, Set.of(CATEGORY)),
    M25("Decision on reserved days", STAFF, Set.of(GRANTED, REFUSED, RESERVED_UNTIL, REASONS)),
    M26("Reserved days extended, with the new date", STAFF, Set.of(RESERVED_UNTIL, MAY_ASK_FROM)),
    M27(
            "Decision on a pass-over or objection, to the candidate",
            CANDIDATE,
            CONTACT,
            Set.of(SUSTAINED, NOT_SUSTAINED, HEARD, REASONS, DECIDER, DECISION_REASON, OBJECTION)),
    M28("Displaced employee found not well-qualified", CANDIDATE, CONTACT, Set.of(REASONS, SECOND_RESULT)),
    M29("Pass-over or objection that needs no answer any more", CANDIDATE, CONTACT, Set.of(OBJECTION)),
    M30("A candidate asks to withdraw from all agencies", STAFF, Set.of(APPLICANT_NUMBER, DOCUMENT_LINKS, POOL_LINK)),
    M31(
            "Withdrawal from all agencies, confirmed by OPM",
            CANDIDATE,
            Set.of(APPLICANT_NUMBER, ANSWER_DUE_DATE, OPM_MAILBOX)),
    M32(
            "Withdrawal from all agencies, not confirmed by OPM",
            STAFF,
            Set.of(APPLICANT_NUMBER, REASONS, OWN_WORD, NOT_OWN_WORD)),
    M33(
            "Reasons of a pass-over or objection, on request",
            CANDIDATE,
            CONTACT,
            Set.of(REASONS, OBJECTION, SUSTAINED, NOT_SUSTAINED, DECIDER, DECISION_REASON)),
    M34("Later day to answer a job offer", CANDIDATE, CONTACT, Set.of(OFFER_DUE_DATE));

    private final String title;
    private final boolean toCandidate;
    private final Set<Placeholder> placeholders = EnumSet.noneOf(Placeholder.class);

    @SafeVarargs
    NoticeType(String title, Set<Placeholder> audience, Set<Placeholder>... more) {
        this.title = title;
        toCandidate = audience == CANDIDATE;
        placeholders.addAll(audience);
        for (var group : more) {
            placeholders.addAll(group);
        }
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Whether it goes to a candidate, who has no account here. */
    boolean toCandidate() {
        return toCandidate;
    }

    /** Whether it is an agency's message to a candidate, and so the agency's to see to; OPM's own are OPM's. */
    boolean fromAgency() {
        return toCandidate && this != M31;
    }

    /** What counts from the day it leaves, such as the time to answer it; empty when nothing does. */
    Optional<MessageLeft.Letter> letter() {
        return switch (this) {
            case M5 -> Optional.of(MessageLeft.Letter.INQUIRY);
            case M12 -> Optional.of(MessageLeft.Letter.OFFER);
            case M18 -> Optional.of(MessageLeft.Letter.PASS_OVER_NOTICE);
            case M28 -> Optional.of(MessageLeft.Letter.REVIEW_RESULT);
            default -> Optional.empty();
        };
    }

    /** What its template may name. */
    Set<Placeholder> placeholders() {
        return placeholders;
    }
}
