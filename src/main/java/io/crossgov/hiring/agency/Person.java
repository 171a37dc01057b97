package io.crossgov.hiring.agency;

import io.crossgov.hiring.access.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.BatchSize;

/** Somebody who signs in: of an agency, or of OPM. */
@Entity
public class Person {

    @Id
    private String id;

    private String name;
    private String email;
    private String phone;
    private String agency;
    private LocalDate trainedOn;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    @BatchSize(size = 200)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @Version
    private Long version;

    protected Person() {}

    Person(PersonDetails details) {
        id = details.id();
        change(details);
    }

    final void change(PersonDetails details) {
        name = details.name();
        email = details.email();
        phone = details.phone();
        agency = details.agency();
        trainedOn = details.trainedOn();
        roles.retainAll(details.roles());
        roles.addAll(details.roles());
    }

    /** User name. */
    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    /** Phone number, or an empty text. */
    public String phone() {
        return phone == null ? "" : phone;
    }

    /** Agency code. */
    public String agency() {
        return agency;
    }

    public Set<Role> roles() {
        return roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** When a Shared Certificate Coordinator completed the training. */
    public Optional<LocalDate> trainedOn() {
        return Optional.ofNullable(trainedOn);
    }

    /** Whether this person may do a Shared Certificate Coordinator's work on {@code day} (L21): has the role and is trained. */
    public boolean isTrainedCoordinatorOn(LocalDate day) {
        return has(Role.SHARED_CERTIFICATE_COORDINATOR) && trainedOn != null && !trainedOn.isAfter(day);
    }

    /** Everything about this person, as a value; never the password. */
    public PersonDetails details() {
        return new PersonDetails(id, name, email, phone, agency, roles, trainedOn, null);
    }
}
