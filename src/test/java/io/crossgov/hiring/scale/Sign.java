package io.crossgov.hiring.scale;

/** What stands in a template in place of something that each copy has of its own. The signs are for private use: no text has them. */
enum Sign {
    /** The last twelve digits of an id. */
    NODE("c.node"),
    POOL_NODE("c.pool_node"),
    CASE_NUMBER("c.case_number"),
    POOL_DIGITS("c.pool_digits"),
    /** Behind what is one of a kind: a position's title, a candidate's number. */
    NUMBER("c.number::text"),
    AGENCY("k.agency"),
    AGENCY_NAME("k.agency_name"),
    MANAGER("k.manager"),
    MANAGER_NAME("k.manager_name"),
    MANAGER_EMAIL("k.manager_email"),
    HR("k.hr"),
    HR_NAME("k.hr_name"),
    HR_EMAIL("k.hr_email"),
    COORDINATOR("k.coordinator"),
    COORDINATOR_NAME("k.coordinator_name"),
    COORDINATOR_EMAIL("k.coordinator_email"),
    EXPERT("k.expert"),
    EXPERT_NAME("k.expert_name"),
    EXPERT_EMAIL("k.expert_email"),
    OPM("k.opm"),
    OPM_NAME("k.opm_name"),
    OPM_EMAIL("k.opm_email");

    private final String value;

    Sign(String value) {
        this.value = value;
    }

    char mark() {
        return (char) ('\uE000' + ordinal());
    }

    /** In SQL, of a copy {@code c} and its people {@code k}. */
    String value() {
        return value;
    }
}
