package io.crossgov.hiring.access;

import io.crossgov.hiring.common.Counted;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a session ended without the person signing out. */
enum SessionEnd {
    IDLE("You were signed out after %s without activity. What you entered into a task is kept."),
    LONGEST("You were signed out: a session lasts %s at most. What you entered into a task is kept."),
    /** By anything else: the application was started anew, or the person's sign-in was taken away and given back. */
    LOST("Your session has ended. What you entered into a task is kept.");

    private final String sentence;

    SessionEnd(String sentence) {
        this.sentence = sentence;
    }

    /** What the person reads on the sign-in page. */
    String sentence(SessionLimits limits) {
        return String.format(Locale.ROOT, sentence, inWords(this == LONGEST ? limits.longest() : limits.idle()));
    }

    static Optional<SessionEnd> named(String name) {
        return Arrays.stream(values()).filter(end -> end.name().equals(name)).findFirst();
    }

    private static String inWords(Duration time) {
        var minutes = time.toMinutes();
        return minutes % 60 == 0 ? Counted.of(minutes / 60, "hour") : Counted.of(minutes, "minute");
    }
}
