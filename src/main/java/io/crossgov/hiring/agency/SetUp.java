package io.crossgov.hiring.agency;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.common.Refusal;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

/** What every change of set-up data has in common. */
final class SetUp {

    private SetUp() {}

    /** Set-up data is OPM staff's, and the system's own when it loads the demonstration. */
    static void mustBeOpm(Actor actor) {
        if (!actor.equals(Actor.SYSTEM)) {
            actor.mustHave(Role.OPM_CROSS_GOV);
        }
    }

    /** A body may leave out the key that its address names, but not contradict it. */
    static void sameKey(String field, String inAddress, String inBody) {
        if (inBody != null && !inBody.equals(inAddress)) {
            throw Refusal.invalid(field, "The address says " + inAddress + ", but " + field + " is " + inBody + ".");
        }
    }

    static void check(Validator validator, Object details) {
        var violations = validator.validate(details);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }
}
