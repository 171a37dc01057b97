package io.crossgov.hiring.request;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Knows a start form again that was sent already: pressed twice, or once more because no answer came. */
@Component
public class CaseOpenings {

    private final CaseOpeningRows rows;

    CaseOpenings(CaseOpeningRows rows) {
        this.rows = rows;
    }

    /** The case that the person opened with this form and these answers, if that has happened. */
    public @Transactional(readOnly = true) Optional<CaseNumber> opened(Actor actor, OpenCase answers) {
        return known(actor, answers).filter(opening -> opening.isFor(answers)).map(CaseOpening::caseNumber);
    }

    /** @throws Refusal 409 when the person has opened a case with this form, naming it */
    void mustBeNew(Actor actor, OpenCase answers) {
        known(actor, answers).ifPresent(opening -> {
            throw Refusal.conflict("You have opened a case with this form already: " + opening.caseNumber()
                    + ". Load the form again to open another.");
        });
    }

    /** The form opened this case; of two at once the database lets one through. */
    @Transactional(propagation = Propagation.MANDATORY)
    void record(Actor actor, OpenCase answers, CaseNumber opened) {
        if (answers.openingKey() != null) {
            rows.saveAndFlush(new CaseOpening(actor, answers, opened));
        }
    }

    private Optional<CaseOpening> known(Actor actor, OpenCase answers) {
        return Optional.ofNullable(answers.openingKey()).flatMap(key -> rows.opened(actor.userId(), key));
    }
}
