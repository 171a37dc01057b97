package io.crossgov.hiring.agency;

import io.crossgov.hiring.access.Account;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Directory;
import io.crossgov.hiring.access.PasswordCheck;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** People choose their passwords themselves; OPM gives one for one time to whoever has lost it. */
@Service
class Passwords {

    /** What a password has to be, as people read it. */
    static final String RULES =
            "A password has at least 10 characters, among them a capital, a small letter, a digit and a sign,"
                    + " and does not contain the user name, a name or the e-mail address.";

    /** Easily told apart when read aloud or copied by hand. */
    private static final String[] LETTERS = {"ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789"};

    private static final int GROUPS = 6;

    /** A second password so soon would make the first one worthless that somebody is just reading. */
    private static final Duration SAME_PRESS = Duration.ofSeconds(10);

    /** More people than are given a password in that time. */
    private static final int LAST_GIVEN = 50;

    private static final String GIVEN = "reset-password";

    private final SecureRandom random = new SecureRandom();
    private final Directory directory;
    private final PasswordCheck check;
    private final People people;
    private final DecisionLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Passwords(
            Directory directory,
            PasswordCheck check,
            People people,
            DecisionLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.directory = directory;
        this.check = check;
        this.people = people;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A person's own choice. All other sessions of that person end.
     *
     * @param address where the person sits; wrong current passwords count as at sign-in
     * @throws Refusal 400 naming what is wrong of {@code current}, {@code chosen} and {@code again}; 409 after too many wrong ones
     */
    void choose(Actor actor, String current, String chosen, String again, String address) {
        var faults = new Faults();
        faults.check(() -> mustBeTheOne(actor, current, address));
        faults.check(() -> mustBeAnother(actor, current, chosen));
        if (!isMissing(chosen) && !chosen.equals(again)) {
            faults.add("again", "This is not the same as the new password. Enter it twice alike.");
        }
        faults.refuse();
        transaction.executeWithoutResult(work -> {
            // Holds the chain of decisions until the end: of two changes at once, the second finds the first one's
            // password.
            record(actor, "change-password", "Changed the own password.", actor.userId());
            if (directory.tryPassword(actor.userId(), current) != Directory.Attempt.RIGHT) {
                throw notTheOne();
            }
            directory.setPassword(actor.userId(), chosen, false, "chosen");
        });
    }

    private void mustBeTheOne(Actor actor, String current, String address) {
        if (isMissing(current)) {
            throw Refusal.invalid("current", "Enter the password you have now.");
        }
        var answer = check.of(actor.userId(), current, address);
        if (answer.pause().isPresent()) {
            throw Refusal.conflict(answer.whenAgain());
        }
        if (!answer.right()) {
            throw notTheOne();
        }
    }

    private void mustBeAnother(Actor actor, String current, String chosen) {
        if (isMissing(chosen)) {
            throw Refusal.invalid("chosen", "Enter the new password.");
        }
        if (chosen.equals(current)) {
            throw Refusal.invalid("chosen", "This is the password you have now. Choose another.");
        }
        directory.mustBeGood(actor.userId(), chosen, "chosen");
    }

    /**
     * OPM gives a person a password that is good only for choosing one's own; the old one and all sessions end.
     *
     * @return the password, told this once and kept nowhere
     * @throws Refusal 403 unless {@code actor} is OPM staff, 404 when nobody has that user name, 400 for oneself, 409 when the person
     *     was given one a moment ago and has not used it
     */
    @Transactional
    public String reset(String userId, Actor actor) {
        SetUp.mustBeOpm(actor);
        var person = people.byId(userId);
        if (person.id().equals(actor.userId())) {
            throw Refusal.invalid("id", "You change your own password on the page \u201cYour account\u201d.");
        }
        var password = oneTime();
        // Holds the chain of decisions until the end: of two who press at once, the second finds what the first one
        // did.
        record(actor, GIVEN, "Gave " + person.id() + " a password for one time.", person.id());
        mustNotBeJustGiven(person);
        directory.setPassword(person.id(), password, true, "id");
        return password;
    }

    private void mustNotBeJustGiven(Person person) {
        var now = clock.instant();
        var whose = "\"" + person.id() + "\"";
        audit.latest(SignInRecord.STREAM, Set.of(GIVEN), LAST_GIVEN).stream()
                .filter(decision -> decision.after().contains(whose))
                .skip(1)
                .findFirst()
                .filter(before -> before.at().plus(SAME_PRESS).isAfter(now))
                .filter(before -> directory
                        .account(person.id())
                        .map(Account::oneTimePassword)
                        .orElse(false))
                .ifPresent(before -> {
                    throw Refusal.conflict(before.name() + " gave " + person.name()
                            + " a password for one time a moment ago, and it holds. If nobody has read it, give another in "
                            + SAME_PRESS.toSeconds() + " seconds.");
                });
    }

    private static Refusal notTheOne() {
        return Refusal.invalid("current", "This is not the password you have now.");
    }

    private void record(Actor who, String kind, String sentence, String whose) {
        audit.record(new DecisionLog.Entry(SignInRecord.STREAM, who, kind, sentence, null, Map.of("person", whose)));
    }

    private String oneTime() {
        var password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            if (group > 0 && group % 2 == 0) {
                password.append('-');
            }
            for (var letters : LETTERS) {
                password.append(letters.charAt(random.nextInt(letters.length())));
            }
        }
        return password.toString();
    }

    private static boolean isMissing(String password) {
        return password == null || password.isEmpty();
    }
}
