package io.crossgov.hiring.law;

import io.crossgov.hiring.common.Dates;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** L18: elected and told to OPM while the pool was open; what follows may take longer. */
final class OpenWindow {

    private OpenWindow() {}

    static Optional<Ruling.Refused> check(Situation situation) {
        var window = situation.window();
        var inTime = Stream.concat(Stream.of(situation.electedOn()), situation.toldOpmOn().stream())
                .allMatch(window::isOpenOn);
        if (inTime) {
            return Optional.empty();
        }
        var tooEarly = situation.electedOn().isBefore(window.issuedOn());
        return Optional.of(new Ruling.Refused(
                Rule.L18,
                "The pool is open for selections from " + Dates.inWords(window.issuedOn()) + " until "
                        + Dates.inWords(window.lastDay()) + ". Outside these days you need another pool.",
                List.of(),
                List.of(tooEarly ? Exit.on(window.issuedOn()) : Exit.to(Exit.Way.USE_ANOTHER_POOL))));
    }
}
