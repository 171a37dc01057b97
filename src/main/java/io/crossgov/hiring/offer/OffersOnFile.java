package io.crossgov.hiring.offer;

import static java.util.stream.Collectors.toMap;

import io.crossgov.hiring.casefile.CaseMessages;
import io.crossgov.hiring.casefile.CaseOffers;
import io.crossgov.hiring.casefile.LetterOnFile;
import io.crossgov.hiring.casefile.OfferOnFile;
import io.crossgov.hiring.common.CaseNumber;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells a case's file of its offers: two queries, however many there are. */
@Component
class OffersOnFile implements CaseOffers {

    private final OfferRows rows;
    private final CaseMessages messages;

    OffersOnFile(OfferRows rows, CaseMessages messages) {
        this.rows = rows;
        this.messages = messages;
    }

    @Override
    public Map<UUID, OfferOnFile> of(CaseNumber number) {
        var offers = rows.ofCase(number.value());
        var letters = offers.isEmpty() ? Map.<UUID, LetterOnFile>of() : messages.letters(number);
        return offers.stream()
                .map(Offer::facts)
                .collect(toMap(OfferFacts::selectionId, facts -> onFile(facts, letters)));
    }

    private static String delivery(UUID letterId, Map<UUID, LetterOnFile> letters) {
        return letter(letterId, letters).map(LetterOnFile::inWords).orElse(null);
    }

    private static Optional<LetterOnFile> letter(UUID letterId, Map<UUID, LetterOnFile> letters) {
        return letterId == null ? Optional.empty() : Optional.ofNullable(letters.get(letterId));
    }

    private static OfferOnFile onFile(OfferFacts facts, Map<UUID, LetterOnFile> letters) {
        return new OfferOnFile(
                sentenceCase(facts.standing()),
                tentative(facts.tentative(), letters),
                facts.federal() == null ? null : federalService(facts.federal()),
                facts.pay() == null ? null : pay(facts.pay()),
                facts.newHireRecord() == null
                        ? null
                        : new OfferOnFile.NewHireRecord(
                                facts.newHireRecord().id(),
                                facts.newHireRecord().builtOn()),
                facts.finalOffer() == null ? null : finalOffer(facts.finalOffer(), letters),
                facts.entry() == null ? null : facts.entry().earlierBecause(),
                facts.entry() == null ? null : facts.entry().notEnteredReason(),
                facts.withdrawal() == null
                        ? null
                        : new OfferOnFile.Withdrawal(
                                facts.withdrawal().scope().title(),
                                facts.withdrawal().on(),
                                facts.withdrawal().note(),
                                facts.withdrawalDocuments()));
    }

    private static OfferOnFile.Extended tentative(OfferFacts.Tentative offer, Map<UUID, LetterOnFile> letters) {
        return new OfferOnFile.Extended(
                offer.madeOn(),
                stillToLeave(offer.letterId(), offer.sentOn()) ? null : offer.dueOn(),
                delivery(offer.letterId(), letters),
                letter(offer.letterId(), letters).map(LetterOnFile::messageId).orElse(null),
                null,
                answer(offer.noAnswer(), offer.answeredOn(), offer.declineReason(), offer.questions()),
                offer.answeredOn(),
                offer.declineReason(),
                offer.questions());
    }

    private static OfferOnFile.Extended finalOffer(OfferFacts.Final offer, Map<UUID, LetterOnFile> letters) {
        return new OfferOnFile.Extended(
                offer.madeOn(),
                stillToLeave(offer.letterId(), offer.sentOn()) ? null : offer.dueOn(),
                delivery(offer.letterId(), letters),
                letter(offer.letterId(), letters).map(LetterOnFile::messageId).orElse(null),
                offer.startOn(),
                answer(offer.noAnswer(), offer.answeredOn(), offer.declineReason(), null),
                offer.answeredOn(),
                offer.declineReason(),
                null);
    }

    /** Whether the letter, and with it the last day to answer, is still to come; no letter of an earlier version is. */
    private static boolean stillToLeave(UUID letterId, LocalDate sentOn) {
        return letterId != null && sentOn == null;
    }

    /** In words; null while nothing came back. A candidate who declines always gives a reason. */
    private static String answer(Boolean noAnswer, LocalDate answeredOn, String declinedBecause, String questions) {
        if (Boolean.TRUE.equals(noAnswer)) {
            return "No answer by the due date";
        }
        if (answeredOn != null) {
            return declinedBecause == null ? "Accepted" : "Declined";
        }
        return questions == null ? null : "Asked for more information";
    }

    private static OfferOnFile.FederalService federalService(OfferFacts.FederalService service) {
        return new OfferOnFile.FederalService(
                Boolean.TRUE.equals(service.employee()),
                service.agency(),
                service.sf75RequestedOn(),
                service.sf75ReceivedOn(),
                service.sf75ConfirmsEmployment());
    }

    private static OfferOnFile.PaySet pay(OfferFacts.Pay pay) {
        return new OfferOnFile.PaySet(
                pay.plan(), pay.grade(), pay.step(), pay.annualRate(), pay.effectiveOn(), pay.ground(), pay.inWords());
    }

    private static String sentenceCase(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
