package io.crossgov.hiring.task;

/** All that a process may hold: what its gateways read, and ids. Nothing about a person is ever among them. */
public enum RoutingVariable {
    CASE_NUMBER("caseNumber"),
    POOL_ID("poolId"),
    /** Code of the case's agency, which the task lists show. */
    AGENCY("agency"),
    SELECTION_ID("selectionId"),
    /** In the case's own process: the selection that the election just made starts. */
    ELECTED_SELECTION_ID("electedSelectionId"),
    POOL_TYPE("poolType"),
    PD_CLASSIFIED("pdClassified"),
    POOL_MATCHED("poolMatched"),
    QUALIFICATIONS_MATCHED("qualificationsMatched"),
    FREEZE_EXEMPT("freezeExempt"),
    RPL_STATUS("rplStatus"),
    ACCESS_DECISION("accessDecision"),
    VACANCIES_LEFT("vacanciesLeft"),
    SELECTIONS_RUNNING("selectionsRunning"),
    SELECTION_VERIFIED("selectionVerified"),
    OFFER_ANSWER("offerAnswer"),
    FEDERAL_EMPLOYEE("federalEmployee"),
    FINAL_ANSWER("finalAnswer"),
    ENTERED_ON_DUTY("enteredOnDuty"),
    WITHDRAWAL_SCOPE("withdrawalScope"),
    PASS_OVER_ID("passOverId"),
    /** In the case's own process: the request that the agency just made. */
    ASKED_PASS_OVER_ID("askedPassOverId"),
    /** Whether the candidate is notified and has 15 days to answer (L15). */
    CANDIDATE_IS_HEARD("candidateIsHeard"),
    PASS_OVER_DECISION("passOverDecision"),
    /** What OPM decided on extending the pool's reserved days (L10). */
    PRIORITY_DECISION("priorityDecision");

    private final String variableName;

    RoutingVariable(String variableName) {
        this.variableName = variableName;
    }

    /** Name in the models' conditions. */
    public String variableName() {
        return variableName;
    }
}
