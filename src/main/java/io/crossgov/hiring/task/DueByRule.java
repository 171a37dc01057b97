package io.crossgov.hiring.task;

import java.time.LocalDate;
import java.util.UUID;

/** A task about one selection whose last day a rule or OPM's own goal sets, whatever the configuration of due days says. */
public interface DueByRule extends OfTask {

    /** The last day there is for it, when it comes up. */
    LocalDate lastDay(UUID selection);
}
