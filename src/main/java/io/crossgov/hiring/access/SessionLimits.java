package io.crossgov.hiring.access;

import io.crossgov.hiring.common.StartRefused;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long a session lasts.
 *
 * @see SessionTime
 */
@Component
class SessionLimits {

    private final Duration idle;
    private final Duration longest;

    /**
     * @param idle without anything a person does
     * @param longest after signing in, whatever is done
     */
    SessionLimits(
            @Value("${crossgov.session.idle}") Duration idle, @Value("${crossgov.session.longest}") Duration longest) {
        if (idle.compareTo(Duration.ofMinutes(5)) < 0 || longest.compareTo(idle) < 0) {
            throw new StartRefused(
                    "crossgov.session.idle is at least 5m and crossgov.session.longest at least as long.");
        }
        this.idle = idle;
        this.longest = longest;
    }

    Duration idle() {
        return idle;
    }

    Duration longest() {
        return longest;
    }
}
