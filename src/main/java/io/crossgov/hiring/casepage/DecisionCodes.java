package io.crossgov.hiring.casepage;

import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.casefile.ClosingReason;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.law.VeteransPreference;
import io.crossgov.hiring.request.FreezeGround;
import io.crossgov.hiring.request.RequestLaw;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The codes that decisions are recorded with, in the words people know them by. */
@Component
class DecisionCodes implements DecisionChanges.Codes {

    private final RequestLaw law;
    private final OfficeClock office;

    DecisionCodes(RequestLaw law, OfficeClock office) {
        this.law = law;
        this.office = office;
    }

    @Override
    public Optional<String> inWords(String field, String code) {
        return switch (field) {
            case "exceptionGround" ->
                law.rplException(code).map(exception -> exception.text() + " (" + exception.citation() + ")");
            case "freezeGround", "ground" -> law.freezeGround(code).map(FreezeGround::text);
            case "preference" ->
                Arrays.stream(VeteransPreference.values())
                        .filter(preference -> preference.name().equals(code))
                        .map(VeteransPreference::title)
                        .findFirst();
            case "purpose" -> DocumentPurpose.find(code).map(DocumentPurpose::label);
            case "reason" ->
                Arrays.stream(ClosingReason.values())
                        .filter(reason -> reason.name().equals(code))
                        .map(ClosingReason::title)
                        .findFirst();
            case "because" ->
                Arrays.stream(CancellationReason.values())
                        .filter(reason -> reason.name().equals(code))
                        .map(CancellationReason::title)
                        .findFirst();
            default -> time(code);
        };
    }

    private Optional<String> time(String code) {
        try {
            return Optional.of(Dates.inWords(office.timeOf(Instant.parse(code))));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
