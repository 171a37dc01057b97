package io.crossgov.hiring.request;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.LawFile;
import io.crossgov.hiring.common.Required;
import io.crossgov.hiring.law.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The dated parts of the law that a case needs, read from data files: freeze grounds (L6) and RPL exceptions (L7). Other files
 * can be named with {@code crossgov.law.freeze-regimes} and {@code crossgov.law.rpl-exceptions}.
 */
@Component
public class RequestLaw {

    private final FreezeRegime freeze;
    private final List<RplException> rplExceptions;

    /** @throws io.crossgov.hiring.common.StartRefused when a file is not there or not as it must be */
    RequestLaw(
            @Value("${crossgov.law.freeze-regimes:classpath:law/freeze-regimes.yaml}") Resource freezeRegimes,
            @Value("${crossgov.law.rpl-exceptions:classpath:law/rpl-exceptions.yaml}") Resource rplExceptions) {
        this.freeze = LawFile.read("crossgov.law.freeze-regimes", freezeRegimes, FreezeRegime.class);
        this.rplExceptions = LawFile.read("crossgov.law.rpl-exceptions", rplExceptions, RplExceptions.class)
                .exceptions();
    }

    /** The freeze regime of a request that started on {@code date}. */
    FreezeRegime freezeOn(LocalDate date) {
        return freeze.validOn(date);
    }

    /** Where a case stands with the freeze. What was confirmed stands, whatever grounds there are by now. */
    public Freeze freezeOf(HiringCase hiring) {
        return hiring.freezeConfirmation()
                .<Freeze>map(confirmed -> new Freeze.Confirmed(
                        confirmed,
                        freezeGround(confirmed.ground())
                                .map(FreezeGround::text)
                                .orElse("Its ground, " + confirmed.ground() + ", is on file no more.")))
                .or(() -> hiring.requestStartedOn()
                        .filter(day -> !freezeOn(day).freezes())
                        .map(Freeze.NotInEffect::new))
                .orElseGet(Freeze.NotConfirmed::new);
    }

    /** The text of a ground, whenever it was or is valid. */
    public Optional<FreezeGround> freezeGround(String id) {
        return freeze.ground(id);
    }

    /** The exceptions there are from the list of the case's service. */
    List<RplException> rplExceptions(HiringCase hiring) {
        return rplExceptions.stream()
                .filter(exception -> exception.service() == serviceOf(hiring))
                .toList();
    }

    /** Of a case that began before it was asked, the competitive service, in which hiring from certificates began. */
    static Service serviceOf(HiringCase hiring) {
        return hiring.service().orElse(Service.COMPETITIVE);
    }

    public Optional<RplException> rplException(String id) {
        return rplExceptions.stream()
                .filter(exception -> exception.id().equals(id))
                .findFirst();
    }

    /** The exception from the Reemployment Priority List that a case rests on: ground, citation and HR's reason; empty when it rests on none. */
    public Optional<String> rplExceptionOf(HiringCase hiring) {
        return hiring.rplExceptionGround()
                .flatMap(this::rplException)
                .map(exception -> exception.inWords()
                        + hiring.rplNote()
                                .map(reason -> " HR\u2019s reason: " + reason)
                                .orElse(""));
    }

    private record RplExceptions(List<RplException> exceptions) {

        RplExceptions {
            exceptions = Required.distinct("exceptions", exceptions, RplException::id);
        }
    }
}
