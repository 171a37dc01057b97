package io.crossgov.hiring.agency;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People over HTTP. OPM staff read and change all; others read those of their own agency. */
@RestController
@RequestMapping("/api/people")
class PersonController {

    private final People people;
    private final Agencies agencies;
    private final Passwords passwords;

    PersonController(People people, Agencies agencies, Passwords passwords) {
        this.people = people;
        this.agencies = agencies;
        this.passwords = passwords;
    }

    /** Everybody the actor may know of, or those of one agency. */
    @GetMapping
    List<PersonDetails> list(@RequestParam(required = false) String agency, @CurrentActor Actor actor) {
        var found = agency != null
                ? people.ofAgency(agencies.meant(agency, actor).code())
                : actor.isOpmStaff() ? people.all() : people.ofAgency(actor.agency());
        return found.stream().map(Person::details).toList();
    }

    @GetMapping("/{id}")
    PersonDetails one(@PathVariable String id, @CurrentActor Actor actor) {
        return people.find(id)
                .filter(person -> actor.maySee(person.agency()))
                .orElseThrow(() -> People.unknown(id))
                .details();
    }

    /** Adds a person. Posting the same again changes nothing; a known user name with other details is refused: PUT changes it. */
    @PostMapping
    ResponseEntity<PersonDetails> add(@RequestBody PersonDetails details, @CurrentActor Actor actor) {
        SetUp.mustBeOpm(actor);
        var known = details.id() == null
                ? null
                : people.find(details.id()).map(Person::details).orElse(null);
        if (known != null && !known.equals(details.withoutPassword())) {
            throw Refusal.conflict("Somebody has the user name " + details.id() + " already. PUT changes a person.");
        }
        return saved(known == null, details, actor);
    }

    /**
     * Adds the person or changes one; the same again changes nothing. A password is taken only when the person is new: people change
     * their own on their account's page, and OPM gives another for one time.
     */
    @PutMapping("/{id}")
    ResponseEntity<PersonDetails> put(
            @PathVariable String id, @RequestBody PersonDetails details, @CurrentActor Actor actor) {
        SetUp.mustBeOpm(actor);
        SetUp.sameKey("id", id, details.id());
        var isNew = people.find(id).isEmpty();
        if (!isNew && details.initialPassword() != null) {
            throw Refusal.invalid(
                    "initialPassword",
                    "A first password is for somebody new, and " + id + " is not. Leave it out here; POST /api/people/"
                            + id + "/password gives a password for one time.");
        }
        return saved(isNew, details.withId(id), actor);
    }

    /**
     * A password for one time, told this once.
     *
     * @param oneTimePassword lets the person in to choose one's own, and to nothing else
     */
    record OneTime(String oneTimePassword) {}

    @PostMapping("/{id}/password")
    @Operation(summary = "Give a person who has lost the password another, good only for choosing one's own")
    OneTime reset(@PathVariable String id, @CurrentActor Actor actor) {
        return new OneTime(passwords.reset(id, actor));
    }

    private ResponseEntity<PersonDetails> saved(boolean isNew, PersonDetails details, Actor actor) {
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                .body(people.save(actor, details).details());
    }
}
