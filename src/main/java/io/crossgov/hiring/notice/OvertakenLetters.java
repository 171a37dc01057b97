package io.crossgov.hiring.notice;

import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.leaving.LeavingRequests;
import io.crossgov.hiring.leaving.LeavingState;
import io.crossgov.hiring.notice.OutboxTable.Claimed;
import io.crossgov.hiring.offer.OfferFacts;
import io.crossgov.hiring.offer.Offers;
import io.crossgov.hiring.selection.PassOver;
import io.crossgov.hiring.selection.PassOvers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Letters that ask a candidate for an answer and waited so long, for a mail server or a better address, that there is nothing to answer any
 * more. Asked in the moment in which one would leave.
 */
@Component
class OvertakenLetters {

    private final Cases cases;
    private final Offers offers;
    private final PassOvers passOvers;
    private final LeavingRequests leaving;

    OvertakenLetters(Cases cases, Offers offers, PassOvers passOvers, LeavingRequests leaving) {
        this.cases = cases;
        this.offers = offers;
        this.passOvers = passOvers;
        this.leaving = leaving;
    }

    /** Why the message is not to leave any more, as a sentence; empty when it is. */
    Optional<String> why(Claimed notice) {
        if (notice.about() == null) {
            return Optional.empty();
        }
        return switch (notice.type()) {
            case M5 ->
                cases.byNumber(new CaseNumber(notice.caseNumber())).isOpen()
                        ? Optional.empty()
                        : Optional.of("The case was closed before it left.");
            case M12 ->
                offers.of(notice.selectionId())
                        .filter(offer -> !offer.awaitsAnswerTo(notice.about()))
                        .map(OvertakenLetters::offerIsOver);
            case M18 ->
                passOvers.byId(notice.about()).state() == PassOver.State.FILED
                        ? Optional.empty()
                        : Optional.of("The request it is about was over before it left.");
            case M31 ->
                leaving.stateOf(notice.about())
                        .filter(state -> state != LeavingState.CONFIRMED)
                        .map(undone -> "The withdrawal was undone before it left.");
            default -> Optional.empty();
        };
    }

    private static String offerIsOver(OfferFacts offer) {
        return "The offer stood at \u201c" + offer.outcome().words() + "\u201d before it left.";
    }
}
