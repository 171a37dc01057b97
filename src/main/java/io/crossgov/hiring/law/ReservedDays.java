package io.crossgov.hiring.law;

import io.crossgov.hiring.common.Dates;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** L10: a pool can reserve its first days for named agencies; others may ask for access from the day after. */
public final class ReservedDays {

    private ReservedDays() {}

    /**
     * Whether the agency may ask for access on {@code today}.
     *
     * @param agencies codes of those for whom the days are reserved
     * @param until last reserved day, as extended; empty when no days are reserved
     */
    public static Ruling mayAsk(
            Collection<String> agencies, Optional<LocalDate> until, String agency, LocalDate today) {
        if (agencies.isEmpty() || agencies.contains(agency) || until.isEmpty() || today.isAfter(until.get())) {
            return new Ruling.Allowed();
        }
        var from = until.get().plusDays(1);
        return new Ruling.Refused(
                Rule.L10,
                "The pool is reserved for other agencies until " + Dates.inWords(until.get())
                        + ". Your agency may ask for access from " + Dates.inWords(from) + " on.",
                List.of(),
                List.of(Exit.on(from)));
    }

    /**
     * Whether the reserved days may be extended: asked when the agency asks for it and again when OPM grants it.
     *
     * @param agencies as in {@link #mayAsk}
     * @param until as in {@link #mayAsk}
     * @param agency that asks
     * @param wanted new last reserved day
     * @param lastDay on which selections may be made from the pool
     */
    public static Ruling mayExtend(
            Collection<String> agencies,
            Optional<LocalDate> until,
            String agency,
            LocalDate wanted,
            LocalDate lastDay,
            LocalDate today) {
        if (!agencies.contains(agency) || until.isEmpty()) {
            var from = until.filter(reserved -> !agencies.isEmpty() && !today.isAfter(reserved))
                    .map(reserved -> reserved.plusDays(1))
                    .orElse(today);
            return new Ruling.Refused(
                    Rule.L10,
                    "The pool has no days reserved for " + agency
                            + ", so there are none to extend. The agency may ask for" + " access from "
                            + Dates.inWords(from) + " on.",
                    List.of(),
                    List.of(Exit.on(from)));
        }
        var reserved = until.get();
        if (today.isAfter(reserved)) {
            return new Ruling.Refused(
                    Rule.L10,
                    "The reserved days ended on " + Dates.inWords(reserved)
                            + " and cannot be extended any more. Every agency may ask for access now.",
                    List.of(),
                    List.of(Exit.on(today)));
        }
        if (!reserved.isBefore(lastDay)) {
            return new Ruling.Refused(
                    Rule.L10,
                    "The days are reserved until " + Dates.inWords(reserved)
                            + " already, and the pool is open no longer. Ask OPM to keep the pool open longer first.",
                    List.of(),
                    List.of(Exit.to(Exit.Way.USE_ANOTHER_POOL)));
        }
        if (!wanted.isAfter(reserved)) {
            return new Ruling.Refused(
                    Rule.L10,
                    "The days are reserved until " + Dates.inWords(reserved) + " already. Choose a later day, until "
                            + Dates.inWords(lastDay) + ".",
                    List.of(),
                    List.of(Exit.choosing(reserved.plusDays(1))));
        }
        if (wanted.isAfter(lastDay)) {
            return new Ruling.Refused(
                    Rule.L10,
                    "The pool is open until " + Dates.inWords(lastDay) + ". Choose a day until then.",
                    List.of(),
                    List.of(Exit.choosing(lastDay)));
        }
        return new Ruling.Allowed();
    }
}
