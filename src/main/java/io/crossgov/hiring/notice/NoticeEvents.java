package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.Person;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.CertificateClosed;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.leaving.AsksToLeave;
import io.crossgov.hiring.leaving.LeavingDecided;
import io.crossgov.hiring.leaving.LeavingState;
import io.crossgov.hiring.offer.AnswerDayMoved;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.CandidateReleased;
import io.crossgov.hiring.pool.CandidateReturned;
import io.crossgov.hiring.pool.CandidateWithdrawnFromAll;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.CategoryReferred;
import io.crossgov.hiring.request.PortalAccountRequested;
import io.crossgov.hiring.request.SamplePositionDescriptionsRequested;
import io.crossgov.hiring.selection.CandidateContacted;
import io.crossgov.hiring.selection.CandidateWithdrew;
import io.crossgov.hiring.selection.CandidatesContacted;
import io.crossgov.hiring.selection.FoundNotWellQualified;
import io.crossgov.hiring.selection.NoticedPassOverEnded;
import io.crossgov.hiring.selection.PassOverReasonsAsked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages that people send from a form or a page and not a process by reaching an event. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NoticeEvents {

    private final Cases cases;
    private final Candidates candidates;
    private final People people;
    private final Stories stories;
    private final RequestLetters requests;
    private final OfferLetters offers;
    private final PassOverLetters passOvers;
    private final CandidateNews news;
    private final LeavingLetters leaving;
    private final Recipients recipients;
    private final NoticeDrafts drafts;
    private final Outbox outbox;
    private final OfficeClock office;

    NoticeEvents(
            Cases cases,
            Candidates candidates,
            People people,
            Stories stories,
            RequestLetters requests,
            OfferLetters offers,
            PassOverLetters passOvers,
            CandidateNews news,
            LeavingLetters leaving,
            Recipients recipients,
            NoticeDrafts drafts,
            Outbox outbox,
            OfficeClock office) {
        this.cases = cases;
        this.candidates = candidates;
        this.people = people;
        this.stories = stories;
        this.requests = requests;
        this.offers = offers;
        this.passOvers = passOvers;
        this.news = news;
        this.leaving = leaving;
        this.recipients = recipients;
        this.drafts = drafts;
        this.outbox = outbox;
        this.office = office;
    }

    /** M5: the position's details, from a person at the agency who is then the one to turn to. */
    @EventListener
    void on(CandidatesContacted contacted) {
        var story = stories.ofCase(cases.byNumber(contacted.caseNumber()));
        var phone = people.find(contacted.by().userId()).map(Person::phone).orElse("");
        var whom =
                candidates
                        .byIds(contacted.contacts().stream()
                                .map(CandidateContacted::candidateId)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Candidate::id, Function.identity()));
        write(contacted.contacts().stream()
                .flatMap(contact -> interestQuestion(story, contact, whom.get(contact.candidateId()), phone)));
    }

    private Stream<NoticeDraft> interestQuestion(
            Story story, CandidateContacted contacted, Candidate candidate, String phone) {
        var by = contacted.by();
        return drafts.of(
                NoticeType.M5,
                story,
                contacted.contactId().toString(),
                new Letter(
                        List.of(AddressBook.of(candidate)),
                        story.facts()
                                .and(CaseFacts.contact(by.name(), by.email(), phone))
                                .with(Placeholder.PERSONAL_MESSAGE, contacted.message())
                                .with(Placeholder.ANSWER_DUE_DATE, Awaited.lastDay(office)),
                        null,
                        by.email(),
                        new Awaited(contacted.contactId(), new AnswerTime(contacted.daysToRespond(), true))));
    }

    /** M14 from step 4, where there is no selection yet (L9). */
    @EventListener
    void on(CandidateWithdrew withdrew) {
        var story = stories.ofCase(cases.byNumber(withdrew.caseNumber()));
        var candidate = candidates.byId(withdrew.candidateId());
        var facts = story.facts().with(Placeholder.APPLICANT_NUMBER, candidate.applicantNumber());
        write(drafts.of(
                NoticeType.M14,
                story,
                withdrew.withdrawalId().toString(),
                offers.withdrawal(story, facts, candidate, withdrew.scope(), withdrew.documents())));
    }

    @EventListener
    void on(CandidateWithdrawnFromAll withdrawn) {
        write(news.withdrawnFromAll(candidates.byId(withdrawn.candidateId())));
    }

    @EventListener
    void on(CandidateReleased released) {
        write(news.availableAgain(candidates.byId(released.candidateId()), released.selectionId()));
    }

    @EventListener
    void on(CandidateReturned returned) {
        write(news.returned(candidates.byId(returned.candidateId()), returned.withdrawalId()));
    }

    /** M30: OPM learns of it before it takes effect (L9). */
    @EventListener
    void on(AsksToLeave asked) {
        var story = stories.ofCase(cases.byNumber(asked.caseNumber()));
        write(drafts.of(
                NoticeType.M30,
                story,
                asked.askId().toString(),
                leaving.asks(story, candidates.byId(asked.candidateId()), asked.papers())));
    }

    /** M31 to the candidate, or M32 to the agencies that put it on record. */
    @EventListener
    void on(LeavingDecided decided) {
        if (decided.state() == LeavingState.CONFIRMED) {
            write(confirmed(decided));
        } else if (decided.isRefused()) {
            write(refused(decided));
        }
    }

    /** The candidate reads that it took effect, and until when it can be undone; who told OPM alone, without a word of any case. */
    private Stream<NoticeDraft> confirmed(LeavingDecided decided) {
        var occasion = decided.requestId().toString();
        if (decided.asks().isEmpty()) {
            var candidate = candidates.byId(decided.candidateId());
            var letter = leaving.confirmed(stories.factsOfPool(candidate.announcement()), candidate, decided);
            return drafts.ofNoCase(candidate.id(), NoticeType.M31, occasion, letter);
        }
        var first = decided.asks().get(0);
        var story = stories.ofCase(cases.byNumber(first.caseNumber()));
        return drafts.about(
                first.candidateId(),
                NoticeType.M31,
                story,
                occasion,
                leaving.confirmed(story.facts(), candidates.byId(first.candidateId()), decided));
    }

    /** Each agency reads why OPM did not confirm it, and what that means for it. */
    private Stream<NoticeDraft> refused(LeavingDecided decided) {
        return decided.asks().stream()
                .collect(Collectors.toMap(
                        LeavingDecided.Ask::caseNumber,
                        Function.identity(),
                        (first, later) -> first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .flatMap(ask -> {
                    var story = stories.ofCase(cases.byNumber(ask.caseNumber()));
                    return drafts.about(
                            ask.candidateId(),
                            NoticeType.M32,
                            story,
                            decided.requestId().toString(),
                            leaving.refused(story, candidates.byId(ask.candidateId()), decided));
                });
    }

    /** M34, once a day that is promised. */
    @EventListener
    void on(AnswerDayMoved moved) {
        var story = stories.ofSelection(cases.byNumber(moved.caseNumber()), moved.selectionId());
        write(drafts.of(NoticeType.M34, story, moved.until().toString(), offers.answerMayCome(story, moved.until())));
    }

    @EventListener
    void on(CategoryReferred referred) {
        write(news.categoryReferred(referred.announcement(), referred.downTo()));
    }

    /** M17: OPM hears when a certificate closes also where the case goes on (L18); where it ends, OPM is told of the end. */
    @EventListener
    void on(CertificateClosed closed) {
        write(requests.certificateClosed(stories.ofCase(cases.byNumber(closed.caseNumber()))));
    }

    /** M28: a displaced employee is given the result of the review in writing (L16). */
    @EventListener
    void on(FoundNotWellQualified found) {
        var story = stories.ofCase(cases.byNumber(found.caseNumber()));
        var contact = recipients.answering(story);
        write(drafts.about(
                found.candidateId(),
                NoticeType.M28,
                story,
                "not-well-qualified",
                new Letter(
                        List.of(AddressBook.of(candidates.byId(found.candidateId()))),
                        story.facts()
                                .and(CaseFacts.contact(contact))
                                .with(Placeholder.REASONS, found.reasons())
                                .with(Placeholder.SECOND_RESULT, found.secondResult()),
                        null,
                        contact.email(),
                        Awaited.nothing(found.reviewId()))));
    }

    /** M29: nobody waits for a decision of OPM that does not come (L15). */
    @EventListener
    void on(NoticedPassOverEnded ended) {
        var story = stories.ofPassOver(cases.byNumber(ended.caseNumber()), ended.passOverId());
        write(drafts.of(NoticeType.M29, story, ended.passOverId().toString(), passOvers.needsNoAnswer(story)));
    }

    /** M33, once a day. */
    @EventListener
    void on(PassOverReasonsAsked asked) {
        var story = stories.ofPassOver(cases.byNumber(asked.caseNumber()), asked.passOverId());
        write(drafts.of(NoticeType.M33, story, asked.passOverId() + "/" + asked.on(), passOvers.reasonsGiven(story)));
    }

    /** M15, once a person and case. */
    @EventListener
    void on(PortalAccountRequested requested) {
        var story = stories.ofCase(cases.byNumber(requested.caseNumber()));
        var person = people.byId(requested.userId());
        var roles = person.roles().stream().map(Role::title).sorted().collect(Collectors.joining(", "));
        write(drafts.of(
                NoticeType.M15,
                story,
                person.id(),
                new Letter(
                        recipients.portalHelp(),
                        story.facts()
                                .with(Placeholder.ACCOUNT_NAME, person.name())
                                .with(Placeholder.ACCOUNT_EMAIL, person.email())
                                .with(Placeholder.ACCOUNT_ROLES, roles),
                        null,
                        person.email())));
    }

    /** M19, once a person and case. */
    @EventListener
    void on(SamplePositionDescriptionsRequested requested) {
        var story = stories.ofCase(cases.byNumber(requested.caseNumber()));
        var person = people.byId(requested.userId());
        write(drafts.of(
                NoticeType.M19,
                story,
                person.id(),
                new Letter(recipients.opm(), story.facts().and(CaseFacts.contact(person)), null, person.email())));
    }

    private void write(Stream<NoticeDraft> messages) {
        outbox.write(messages.toList());
    }
}
