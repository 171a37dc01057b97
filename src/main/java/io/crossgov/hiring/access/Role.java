package io.crossgov.hiring.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.crossgov.hiring.common.Refusal;
import java.util.Arrays;
import java.util.Optional;

/** What a person does in a hire; the id is the engine's group id. */
public enum Role {
    HIRING_MANAGER("hiring-manager", "Hiring manager"),
    HR_SPECIALIST("hr-specialist", "HR specialist"),
    SHARED_CERTIFICATE_COORDINATOR("shared-certificate-coordinator", "Shared Certificate Coordinator"),
    SUBJECT_MATTER_EXPERT("subject-matter-expert", "Subject-matter expert"),
    OPM_CROSS_GOV("opm-cross-gov", "OPM CrossGovHiring team"),
    OPM_DESIGNER("opm-designer", "OPM process designer");

    private final String groupId;
    private final String title;

    Role(String groupId, String title) {
        this.groupId = groupId;
        this.title = title;
    }

    /** Group id in the engine, in BPMN lanes and in JSON. */
    @JsonValue
    public String groupId() {
        return groupId;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** OPM's own roles; all others belong to a hiring agency. */
    public boolean isOpm() {
        return this == OPM_CROSS_GOV || this == OPM_DESIGNER;
    }

    /** The role of an engine group, if it is one of ours. */
    public static Optional<Role> ofGroup(String groupId) {
        return Arrays.stream(values())
                .filter(role -> role.groupId.equals(groupId))
                .findFirst();
    }

    /** @throws Refusal 400 for a group id that is no role */
    @JsonCreator
    static Role parse(String groupId) {
        return ofGroup(groupId).orElseThrow(() -> Refusal.invalid("roles", "\"" + groupId + "\" is not a role."));
    }
}
