package io.crossgov.hiring.agency;

import io.crossgov.hiring.access.Role;
import java.util.Optional;
import java.util.Set;

/**
 * A person was added or changed, in this transaction.
 *
 * @param id user name
 * @param agency agency code
 * @param initialPassword the first password, for a person who is new
 * @param isForOneTime whether that is only for choosing one's own: somebody else knows it
 */
public record PersonSaved(
        String id,
        String name,
        String email,
        String agency,
        Set<Role> roles,
        Optional<String> initialPassword,
        boolean isForOneTime) {

    public PersonSaved {
        roles = Set.copyOf(roles);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "PersonSaved[id=" + id + ", agency=" + agency + ", roles=" + roles + "]";
    }
}
