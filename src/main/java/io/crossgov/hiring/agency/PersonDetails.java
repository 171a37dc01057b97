package io.crossgov.hiring.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.common.AgencyCode;
import io.crossgov.hiring.common.EmailAddress;
import io.crossgov.hiring.common.InAddress;
import io.crossgov.hiring.common.Verbatim;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * A person as set up and as read.
 *
 * @param id user name
 * @param agency agency code; {@code OPM} for OPM staff
 * @param roles what the person does; none means that the person may no longer work here
 * @param trainedOn when a Shared Certificate Coordinator completed the training (L21), otherwise null
 * @param initialPassword first password, used only when the person is new; never given out again
 */
public record PersonDetails(
        @InAddress
                @NotNull(message = "A person needs a user name.")
                @Pattern(
                        regexp = "[a-z0-9][a-z0-9._@-]{1,62}",
                        message = "A user name is 2 to 63 small letters, digits, dots, hyphens, underscores or @.")
                String id,
        @NotBlank(message = "A person needs a name.")
                @Size(max = 200, message = "A person's name has at most 200 characters.")
                String name,
        @NotBlank(message = "A person needs an e-mail address.")
                @EmailAddress.Sendable
                @Size(max = 254, message = "An e-mail address has at most 254 characters.")
                String email,
        @Size(max = 40, message = "A phone number has at most 40 characters.") String phone,
        @NotNull(message = "A person needs an agency: its code.") String agency,
        @NotNull(message = "A person needs a list of roles, which may be empty.") Set<Role> roles,
        LocalDate trainedOn,
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
                @Size(min = 1, max = 200, message = "A password has at most 200 characters.")
                @Verbatim
                String initialPassword) {

    public PersonDetails {
        email = EmailAddress.normal(email);
        agency = AgencyCode.normal(agency);
        // Kept in the enum's order, so that the same person always reads the same in the audit.
        roles = roles == null ? null : roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }

    /** The same person with a first password. */
    public PersonDetails withInitialPassword(String password) {
        return new PersonDetails(id, name, email, phone, agency, roles, trainedOn, password);
    }

    PersonDetails withId(String given) {
        return new PersonDetails(given, name, email, phone, agency, roles, trainedOn, initialPassword);
    }

    PersonDetails withoutPassword() {
        return new PersonDetails(id, name, email, phone, agency, roles, trainedOn, null);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "PersonDetails[id=" + id + ", agency=" + agency + ", roles=" + roles + "]";
    }
}
