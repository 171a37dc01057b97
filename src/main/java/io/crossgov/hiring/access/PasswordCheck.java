package io.crossgov.hiring.access;

import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.PlainText;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Looks at a password as often as {@link SignInLimits} lets it, and tells what came of it. */
@Component
public class PasswordCheck {

    /** Few enough to keep, many enough that hardly anybody waits for somebody else. */
    private static final int TURNS = 256;

    private final Object[] turns = Stream.generate(Object::new).limit(TURNS).toArray();
    private final Directory directory;
    private final SignInLimits limits;
    private final ApplicationEventPublisher events;

    PasswordCheck(Directory directory, SignInLimits limits, ApplicationEventPublisher events) {
        this.directory = directory;
        this.limits = limits;
        this.events = events;
    }

    /**
     * What came of it.
     *
     * @param pause how long no password is looked at; empty when one was
     */
    public record Answer(boolean right, Optional<Duration> pause) {

        /** When to try again, in a sentence; asked only while one waits. */
        public String whenAgain() {
            return PasswordCheck.whenAgain(pause.orElseThrow());
        }
    }

    /** When to try again, in a sentence, after so long a pause. */
    static String whenAgain(Duration pause) {
        return "Too many wrong passwords were given from here. Try again in " + Counted.of(minutes(pause), "minute")
                + ".";
    }

    /** Whole minutes after which a pause is surely over. */
    static long minutes(Duration pause) {
        return pause.plusSeconds(119).toMinutes();
    }

    /**
     * Those for one name from one address are looked at one after the other: each counts as wrong until it has been looked at, and a
     * script that sends six requests at once with the right password has not given a wrong one.
     *
     * @param address where the password comes from
     */
    public Answer of(String userId, String password, String address) {
        synchronized (turns[Math.floorMod(Objects.hash(userId, address), TURNS)]) {
            return lookAt(userId, password, address);
        }
    }

    private Answer lookAt(String userId, String password, String address) {
        var pause = limits.reserve(userId, address);
        if (pause.isPresent()) {
            return new Answer(false, pause);
        }
        // Nobody has such a name, and no database could be asked for it.
        var isName = PlainText.flaw(userId, false).isEmpty();
        if (isName && directory.tryPassword(userId, password) == Directory.Attempt.RIGHT) {
            limits.right(userId, address);
            return new Answer(true, Optional.empty());
        }
        events.publishEvent(new SignInTried(
                isName ? directory.find(userId) : Optional.empty(), address, limits.isUsedUp(userId, address)));
        return new Answer(false, Optional.empty());
    }
}
