package io.crossgov.hiring.common;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Legal days as offices count them: midnight to midnight in one time zone ({@code crossgov.time-zone}). */
@Component
public class OfficeClock {

    private final Clock clock;
    private final ZoneId zone;

    public OfficeClock(Clock clock, @Value("${crossgov.time-zone:America/New_York}") ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** Today's date in federal offices. */
    public LocalDate today() {
        return dayOf(clock.instant());
    }

    /** The date on which something happened. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Where offices are, for times of day that people enter. */
    public ZoneId zone() {
        return zone;
    }

    /** What people call the offices' zone, for example "Eastern Time": said with a due day to whoever reads it elsewhere. */
    public String zoneInWords() {
        return zone.getDisplayName(TextStyle.FULL, Locale.US);
    }

    /** Date and time in the office's zone. */
    public ZonedDateTime timeOf(Instant instant) {
        return instant.atZone(zone);
    }

    /** As pages show a legal day, for example "Mar 5, 2026". */
    public String dayInWords(LocalDate day) {
        return Dates.inWords(day);
    }

    /**
     * A day by whose end somebody has to act, as everybody reads it, for example "Fri, Dec 4, 2026, Eastern Time": it ends earlier or
     * later where its reader is.
     */
    public String dueDayInWords(LocalDate day) {
        return Dates.onWeekday(day) + ", " + zoneInWords();
    }

    /** As pages show the day on which something happened. */
    public String dayInWords(Instant instant) {
        return Dates.inWords(dayOf(instant));
    }

    /** As pages show when something happened, for example "Mar 5, 2026, 2:07 PM EST". */
    public String timeInWords(Instant instant) {
        return Dates.inWords(timeOf(instant));
    }

    /** The first instant after {@code day}: what is due on that day is late from here. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
