package io.crossgov.hiring.notice;

import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.Person;
import io.crossgov.hiring.common.Addresses;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Candidates;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Today's address of who gets a message: an address can be corrected after the message was written. */
@Component
class AddressBook {

    static final String OPM = "mailbox/cross-gov-hiring";
    static final String PORTAL_HELP = "mailbox/portal-help";

    private static final String CANDIDATE = "candidate/";
    private static final String PERSON = "person/";

    private final Candidates candidates;
    private final People people;
    private final Addresses addresses;

    AddressBook(Candidates candidates, People people, Addresses addresses) {
        this.candidates = candidates;
        this.people = people;
        this.addresses = addresses;
    }

    static Recipient of(Candidate candidate) {
        return new Recipient(CANDIDATE + candidate.id(), candidate.name(), candidate.email());
    }

    static Recipient of(Person person) {
        return new Recipient(PERSON + person.id(), person.name(), person.email());
    }

    /**
     * The address on record now.
     *
     * @param ref of the recipient, null for an address that somebody typed
     * @param written the address the message was written to
     * @return null when there is nobody any more whom it is for: a candidate whose record is gone, a person who no longer works here
     */
    String today(String ref, String written) {
        return ref == null ? written : find(ref).map(Recipient::spelled).orElse(null);
    }

    /** The candidate whom a message is for; empty when it is for somebody else. */
    static Optional<UUID> candidateIn(String ref) {
        return Optional.ofNullable(ref)
                .filter(given -> given.startsWith(CANDIDATE))
                .map(given -> UUID.fromString(given.substring(CANDIDATE.length())));
    }

    /** The pool in which the candidate stands. */
    AnnouncementNumber poolOf(UUID candidateId) {
        return candidates.byId(candidateId).announcement();
    }

    private Optional<String> find(String ref) {
        if (ref.equals(OPM)) {
            return Optional.of(addresses.crossGovHiring());
        } else if (ref.equals(PORTAL_HELP)) {
            return Optional.of(addresses.portalHelp());
        }
        var candidate = candidateIn(ref);
        if (candidate.isPresent()) {
            return candidates.byIds(List.of(candidate.get())).stream()
                    .findFirst()
                    .map(Candidate::email);
        }
        return people.find(ref.substring(PERSON.length()))
                .filter(person -> !person.roles().isEmpty())
                .map(Person::email);
    }
}
