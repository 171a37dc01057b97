package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.Person;
import io.crossgov.hiring.common.Addresses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who gets which message. */
@Component
class Recipients {

    private static final Logger LOG = LoggerFactory.getLogger(Recipients.class);

    private final People people;
    private final Addresses addresses;

    Recipients(People people, Addresses addresses) {
        this.people = people;
        this.addresses = addresses;
    }

    /** OPM's CrossGovHiring mailbox. */
    List<Recipient> opm() {
        return List.of(new Recipient(AddressBook.OPM, "CrossGovHiring team", addresses.crossGovHiring()));
    }

    /** Help with accounts at the talent portal. */
    List<Recipient> portalHelp() {
        return List.of(new Recipient(AddressBook.PORTAL_HELP, "Agency Talent Portal help", addresses.portalHelp()));
    }

    String opmMailbox() {
        return addresses.crossGovHiring();
    }

    /** The people of each role who have worked on the case; where none of a role has, everybody at the agency who has it. */
    List<Recipient> ofCase(Story story, Role... roles) {
        var byAddress = new LinkedHashMap<String, Recipient>();
        story.staff().of(roles).stream()
                .map(AddressBook::of)
                .forEach(recipient -> byAddress.putIfAbsent(recipient.email(), recipient));
        if (byAddress.isEmpty()) {
            LOG.warn(
                    "Case {}: nobody at {} has a role among {}.",
                    story.hiring().number(),
                    story.hiring().agency(),
                    Arrays.toString(roles));
        }
        return new ArrayList<>(byAddress.values());
    }

    /** Whom a candidate or OPM turns to: an HR specialist who has worked on the case, otherwise another one. */
    Optional<Person> contact(Story story) {
        return story.staff().of(Role.HR_SPECIALIST).stream().findFirst();
    }

    /** Whom a candidate who is written to can answer: the contact, otherwise whoever opened the case. */
    Person answering(Story story) {
        return contact(story)
                .or(() -> people.find(story.hiring().openedBy()))
                .orElseThrow(() -> new IllegalStateException(
                        "case " + story.hiring().number() + " has nobody a candidate could answer"));
    }

    /** The candidate the story is about. */
    Recipient candidate(Story story) {
        return AddressBook.of(story.candidate());
    }
}
