package io.crossgov.hiring.task;

import java.util.Set;

/** All that a process may hold: what its gateways read, and ids. Nothing about a person is ever among them. */
public enum RoutingVariable {
    CASE_NUMBER("caseNumber", Kind.ID),
    POOL_ID("poolId", Kind.ID),
    /** Code of the case's agency, which the task lists show. */
    AGENCY("agency", Kind.ID),
    SELECTION_ID("selectionId", Kind.ID),
    /** In the case's own process: the selection that the election just made starts. */
    ELECTED_SELECTION_ID("electedSelectionId", Kind.ID),
    /** Whether the agency's own employees come before the certificate (D1). */
    OWN_EMPLOYEES_FIRST("ownEmployeesFirst", Kind.YES_OR_NO),
    PD_CLASSIFIED("pdClassified", Kind.YES_OR_NO),
    POOL_MATCHED("poolMatched", Kind.YES_OR_NO),
    QUALIFICATIONS_MATCHED("qualificationsMatched", "YES", "NO", "CLOSED"),
    FREEZE_EXEMPT("freezeExempt", Kind.YES_OR_NO),
    /** False when OPM returned the request for something else: the signed form stays on file. */
    FORM_A_TO_SIGN("formAToSign", Kind.YES_OR_NO),
    FORM_B_TO_SIGN("formBToSign", Kind.YES_OR_NO),
    RPL_STATUS("rplStatus", "CLEARED", "NOT_CLEARED", "EXCEPTION", "FILLED"),
    ACCESS_DECISION("accessDecision", "APPROVED", "RETURNED", "DENIED"),
    VACANCIES_LEFT("vacanciesLeft", "YES", "FILLED", "WINDOW_CLOSED"),
    SELECTIONS_RUNNING("selectionsRunning", Kind.YES_OR_NO),
    SELECTION_VERIFIED("selectionVerified", "VERIFIED", "PAPER_MISSING", "CANDIDATE_GONE"),
    OFFER_ANSWER("offerAnswer", "ACCEPTED", "DECLINED", "MORE_INFORMATION"),
    FEDERAL_EMPLOYEE("federalEmployee", Kind.YES_OR_NO),
    FINAL_ANSWER("finalAnswer", "ACCEPTED", "DECLINED"),
    ENTERED_ON_DUTY("enteredOnDuty", Kind.YES_OR_NO),
    WITHDRAWAL_SCOPE("withdrawalScope", "THIS_AGENCY", "ALL_AGENCIES"),
    PASS_OVER_ID("passOverId", Kind.ID),
    /** In the case's own process: the request that the agency just made. */
    ASKED_PASS_OVER_ID("askedPassOverId", Kind.ID),
    /** Whether the candidate is notified and has 15 days to answer (L15). */
    CANDIDATE_IS_HEARD("candidateIsHeard", Kind.YES_OR_NO),
    /** Who decides a pass-over or an objection: OPM, or somebody else at the agency that asks (L15, L22). */
    PASS_OVER_DECIDER("passOverDecider", "OPM", "AGENCY"),
    PASS_OVER_DECISION("passOverDecision", "SUSTAINED", "DENIED"),
    /** What OPM decided on extending the pool's reserved days (L10). */
    PRIORITY_DECISION("priorityDecision", "GRANTED", "REFUSED");

    /** What a variable holds. */
    public enum Kind {
        ID,
        YES_OR_NO,
        /** One of {@link #answers()}. */
        ANSWER
    }

    private final String variableName;
    private final Kind kind;
    private final Set<String> answers;

    RoutingVariable(String variableName, Kind kind) {
        this.variableName = variableName;
        this.kind = kind;
        this.answers = Set.of();
    }

    RoutingVariable(String variableName, String... answers) {
        this.variableName = variableName;
        this.kind = Kind.ANSWER;
        this.answers = Set.of(answers);
    }

    /** Name in the models' conditions. */
    public String variableName() {
        return variableName;
    }

    public Kind kind() {
        return kind;
    }

    /** All values that a variable of kind {@link Kind#ANSWER} ever gets, as conditions in the models spell them. */
    public Set<String> answers() {
        return answers;
    }
}
