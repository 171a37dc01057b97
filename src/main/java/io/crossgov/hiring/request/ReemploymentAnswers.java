package io.crossgov.hiring.request;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.RplStatus;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.YesNo;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who said what about the Reemployment Priority List of a case, and when (L7): Form A is quoted with the answer it holds, and a clearance or
 * an exception recorded apart from it with its own day and person.
 */
@Component
public class ReemploymentAnswers {

    private final SignedForms forms;
    private final RequestLaw law;
    private final OfficeClock office;

    ReemploymentAnswers(SignedForms forms, RequestLaw law, OfficeClock office) {
        this.forms = forms;
        this.law = law;
        this.office = office;
    }

    /** All of it, in sentences. */
    public String inWords(HiringCase hiring) {
        return forms.latest(hiring, SignedFormVersion.Form.FORM_A)
                .map(signed -> "Form A, signed on " + Dates.inWordsIfAny(office.dayOf(signed.signedAt())) + " by "
                        + signed.signedByName() + ": " + uncapitalized(onFormA(signed)) + "."
                        + apart(hiring, signed).map(said -> " " + said).orElse("")
                        + confirmed(hiring))
                .orElse("No answer about the Reemployment Priority List is on record.");
    }

    /** What Form A says, in words. */
    String onFormA(SignedFormVersion formA) {
        var said = forms.answers(formA.answers(), CompleteTalentPoolRequest.Answers.class);
        if (said.rplCleared() == null) {
            return "Not answered";
        }
        return said.rplCleared() == YesNo.NO
                ? RplStatus.NOT_CLEARED.title()
                : RplStatus.CLEARED.title()
                        + (said.rplClearedOn() == null ? "" : " on " + Dates.inWordsIfAny(said.rplClearedOn()));
    }

    private static String uncapitalized(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private static String confirmed(HiringCase hiring) {
        return hiring.rplConfirmedByName()
                .map(name -> " Confirmed to be cleared still on "
                        + Dates.inWordsIfAny(hiring.rplClearedOn().orElse(null)) + " by " + name + ".")
                .orElse("");
    }

    /** What was recorded apart from Form A, in a sentence; empty when nothing was, or the form itself says that the list is cleared. */
    Optional<String> apart(HiringCase hiring, SignedFormVersion formA) {
        if (answer(formA) == YesNo.YES) {
            return Optional.empty();
        }
        return hiring.rplStatus().flatMap(status -> switch (status) {
            case CLEARED -> Optional.of("Cleared after all" + recorded(hiring) + ".");
            case EXCEPTION ->
                Optional.of("An exception applies" + recorded(hiring) + ": "
                        + law.rplExceptionOf(hiring).orElse("no ground is on record.")
                        + (hiring.rplDocument().isPresent() ? " Its evidence is on file." : ""));
            case FILLED -> Optional.of("Filled from the list" + recorded(hiring) + ".");
            case NOT_CLEARED -> Optional.empty();
        });
    }

    /** Null where the freeze could not be confirmed, and no more was asked (L6). */
    private YesNo answer(SignedFormVersion formA) {
        return forms.answers(formA.answers(), CompleteTalentPoolRequest.Answers.class)
                .rplCleared();
    }

    private String recorded(HiringCase hiring) {
        return hiring.rplResolvedAt()
                .flatMap(at -> hiring.rplResolvedByName()
                        .map(name -> ", recorded on " + Dates.inWordsIfAny(office.dayOf(at)) + " by " + name))
                .orElse("");
    }
}
