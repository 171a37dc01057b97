package io.crossgov.hiring.notice;

import java.util.Set;

/** What a template may name between double braces. {@code src/main/resources/notices/README.txt} explains each to editors. */
enum Placeholder {
    RECIPIENT_NAME("recipientName"),
    CASE_NUMBER("caseNumber"),
    CASE_LINK("caseLink"),
    TASK_LINK("taskLink"),
    AGENCY("agency"),
    OPM_MAILBOX("opmMailbox"),
    POOL_LINK("poolLink"),

    ANNOUNCEMENT("announcement"),
    POOL_TITLE("poolTitle"),
    POOL_GRADE("poolGrade"),
    POSITION_GRADE("positionGrade"),
    POSITION_TITLE("positionTitle"),
    VACANCIES("vacancies"),
    DUTY_LOCATIONS("dutyLocations"),
    APPOINTMENT_TYPE("appointmentType"),

    CONTACT_NAME("contactName"),
    CONTACT_EMAIL("contactEmail"),
    CONTACT_PHONE("contactPhone"),
    PERSONAL_MESSAGE("personalMessage"),

    APPLICANT_NUMBER("applicantNumber"),
    DUTY_LOCATION("dutyLocation"),
    PD_NUMBER("pdNumber"),
    SF52_NUMBER("sf52Number"),
    DOCUMENT_LINKS("documentLinks"),
    FORM_A("formA"),
    FORM_B("formB"),
    CERTIFICATE_RECIPIENTS("certificateRecipients"),
    RELEASED_ON("releasedOn"),
    MISSING("missing"),
    OUTCOME("outcome"),
    CLOSING_NOTE("closingNote"),
    OFFER_DUE_DATE("offerDueDate"),
    PAY("pay"),
    START_DATE("startDate"),
    LAST_DAY("lastDay"),
    DAYS_LEFT("daysLeft"),
    ANSWER_DUE_DATE("answerDueDate"),
    DAYS_TO_ANSWER("daysToAnswer"),
    REASONS("reasons"),
    DECIDER("decider"),
    DECISION_REASON("decisionReason"),
    SECOND_RESULT("secondResult"),
    CATEGORY("category"),
    RESERVED_UNTIL("reservedUntil"),
    MAY_ASK_FROM("mayAskFrom"),

    ACCOUNT_NAME("accountName"),
    ACCOUNT_EMAIL("accountEmail"),
    ACCOUNT_ROLES("accountRoles"),

    // Only for {{#…}} sections: filled when true, empty when not.
    APPROVED("approved"),
    RETURNED("returned"),
    TO_MEND("toMend"),
    DENIED("denied"),
    VERIFIED("verified"),
    PAPER_MISSING("paperMissing"),
    CANDIDATE_GONE("candidateGone"),
    CANNOT_BE_SELECTED("cannotBeSelected"),
    TENTATIVE("tentative"),
    FINAL("final"),
    THIS_AGENCY_ONLY("thisAgencyOnly"),
    ALL_AGENCIES("allAgencies"),
    STAYS_AVAILABLE("staysAvailable"),
    CERTIFICATE_EXPIRING("certificateExpiring"),
    CERTIFICATE_CLOSED("certificateClosed"),
    OFFER_ANSWER_DUE("offerAnswerDue"),
    SUSTAINED("sustained"),
    NOT_SUSTAINED("notSustained"),
    OBJECTION("objection"),
    HEARD("heard"),
    OWN_WORD("ownWord"),
    NOT_OWN_WORD("notOwnWord"),
    GRANTED("granted"),
    REFUSED("refused");

    /** In every message to a candidate, who cannot follow links into this system. */
    static final Set<Placeholder> CANDIDATE =
            Set.of(RECIPIENT_NAME, CASE_NUMBER, AGENCY, ANNOUNCEMENT, POOL_TITLE, POSITION_TITLE);

    /** In every message to somebody at an agency or at OPM. */
    static final Set<Placeholder> STAFF = Set.of(
            RECIPIENT_NAME,
            CASE_NUMBER,
            CASE_LINK,
            TASK_LINK,
            AGENCY,
            OPM_MAILBOX,
            ANNOUNCEMENT,
            POOL_TITLE,
            POSITION_TITLE);

    /** The vacancy. */
    static final Set<Placeholder> VACANCY =
            Set.of(POOL_GRADE, POSITION_GRADE, VACANCIES, DUTY_LOCATIONS, APPOINTMENT_TYPE);

    /** The person at the agency to turn to. */
    static final Set<Placeholder> CONTACT = Set.of(CONTACT_NAME, CONTACT_EMAIL, CONTACT_PHONE);

    /** The candidate of steps 5 to 8. */
    static final Set<Placeholder> SELECTEE = Set.of(APPLICANT_NUMBER, DUTY_LOCATION);

    private final String inTemplates;

    Placeholder(String inTemplates) {
        this.inTemplates = inTemplates;
    }

    String inTemplates() {
        return inTemplates;
    }
}
