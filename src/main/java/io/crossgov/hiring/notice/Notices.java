package io.crossgov.hiring.notice;

import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.ClosingReason;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The messages that processes send: each once an occasion and recipient, together with what it tells of. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Notices {

    private final Cases cases;
    private final Stories stories;
    private final RequestLetters requests;
    private final SelectionLetters selections;
    private final OfferLetters offers;
    private final PassOverLetters passOvers;
    private final CandidateNews news;
    private final NoticeDrafts drafts;
    private final Outbox outbox;
    private final OfficeClock office;

    Notices(
            Cases cases,
            Stories stories,
            RequestLetters requests,
            SelectionLetters selections,
            OfferLetters offers,
            PassOverLetters passOvers,
            CandidateNews news,
            NoticeDrafts drafts,
            Outbox outbox,
            OfficeClock office) {
        this.cases = cases;
        this.stories = stories;
        this.requests = requests;
        this.selections = selections;
        this.offers = offers;
        this.passOvers = passOvers;
        this.news = news;
        this.drafts = drafts;
        this.outbox = outbox;
        this.office = office;
    }

    /**
     * Writes messages to the outbox, in the transaction in which what they tell of happens.
     *
     * @param types what the model asks for; of these {@link NoticeType#M3} is written only when a classified position description
     *     is on file, and once a case, and {@link NoticeType#M27} only to a candidate who was heard, or was displaced and is objected to
     * @param selectionId the selection they are about in steps 5 to 8, otherwise null
     * @param passOverId the request to pass over a preference eligible they are about, otherwise null
     * @param ending why the case closes right after, when the process stands before that end; otherwise null
     * @param occasion tells one occasion from the next, for example the id of the activity that sends; writing again for the same
     *     occasion, by a repeated transaction or on another node, writes nothing
     * @throws IllegalArgumentException for a type that no process sends
     */
    public void send(
            Set<NoticeType> types,
            CaseNumber number,
            UUID selectionId,
            UUID passOverId,
            ClosingReason ending,
            String occasion) {
        var story = story(number, selectionId, passOverId);
        outbox.write(types.stream()
                .sorted()
                .flatMap(type -> drafts(type, story, ending, occasion))
                .toList());
    }

    private Story story(CaseNumber number, UUID selectionId, UUID passOverId) {
        var hiring = cases.byNumber(number);
        if (passOverId != null) {
            return stories.ofPassOver(hiring, passOverId);
        }
        return selectionId == null ? stories.ofCase(hiring) : stories.ofSelection(hiring, selectionId);
    }

    private Stream<NoticeDraft> drafts(NoticeType type, Story story, ClosingReason ending, String occasion) {
        return switch (type) {
            case M3 ->
                story.hiring().pdClassified()
                        // Once a case: later occasions are the same occasion.
                        ? drafts.of(type, story.ofItsCase(), "on-file", requests.classified(story))
                        : Stream.empty();
            case M16 -> news.gone(story.hiring(), story.candidate(), occasion);
            case M17 ->
                story.selection() == null
                        // Reminders whose days had passed before the case was opened come due together: one is enough.
                        // But a new last day is told, also on the day on which the former one was (D1).
                        ? Stream.of(requests.certificateExpires(story), requests.certificateExpiresForOpm(story))
                                .flatMap(letter -> drafts.of(
                                        type,
                                        story,
                                        "certificate/" + story.pool().window().lastDay() + "/" + office.today(),
                                        letter))
                        : drafts.of(type, story, occasion, offers.answerIsDue(story));
            case M26 -> reservedLonger(story, occasion);
            case M27 ->
                PassOverLetters.isToldDecision(story)
                        ? drafts.of(type, story, occasion, passOvers.decidedForCandidate(story))
                        : Stream.empty();
            default -> drafts.of(type, story, occasion, letter(type, story, ending));
        };
    }

    private Letter letter(NoticeType type, Story story, ClosingReason ending) {
        return switch (type) {
            case M1 -> requests.interest(story);
            case M2 -> requests.request(story);
            case M4 -> requests.accessDecided(story);
            case M6 -> selections.elected(story);
            case M7 -> selections.wishToSelect(story);
            case M8 -> selections.certificateRecipients(story);
            case M9 -> selections.released(story);
            case M10 -> selections.reviewReturned(story);
            case M11 -> selections.verification(story);
            case M12 -> offers.offer(story);
            case M13 -> offers.outcome(story, ending);
            case M14 -> offers.withdrawal(story);
            case M18 -> passOvers.toCandidate(story);
            case M20 -> passOvers.toDecider(story);
            case M21 -> passOvers.decided(story);
            case M22 -> passOvers.needsNoDecision(story);
            case M25 -> requests.reservedDaysDecided(story);
            case M3, M16, M17, M26, M27 -> throw new IllegalStateException(type + " has occasions of its own.");
            case M5, M15, M19, M23, M24, M28, M29, M30, M31, M32, M33, M34 ->
                throw new IllegalArgumentException(type + " is not sent by a process.");
        };
    }

    /** M26 to the open cases of the agencies that have to wait longer. Those that asked already need not. */
    private Stream<NoticeDraft> reservedLonger(Story asking, String occasion) {
        var until = asking.pool().priorityUntil().orElseThrow();
        return cases.yetToAsk(asking.hiring().announcement()).stream()
                .filter(hiring -> !asking.pool().priorityAgencies().contains(hiring.agency()))
                .map(stories::ofCase)
                .flatMap(story -> drafts.of(NoticeType.M26, story, occasion, requests.reservedLonger(story, until)));
    }
}
