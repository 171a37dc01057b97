package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.Person;
import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.ClosingReason;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.casefile.PriorityExtension;
import io.crossgov.hiring.casefile.PriorityExtensions;
import io.crossgov.hiring.casefile.RequestCopy;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.offer.OfferFacts;
import io.crossgov.hiring.offer.Offers;
import io.crossgov.hiring.pool.Availability;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.Rating;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.selection.CandidateContacted;
import io.crossgov.hiring.selection.CandidateWithdrew;
import io.crossgov.hiring.selection.PassOver;
import io.crossgov.hiring.selection.PassOvers;
import io.crossgov.hiring.selection.Selection;
import io.crossgov.hiring.selection.SelectionVerification;
import io.crossgov.hiring.selection.Selections;
import io.crossgov.hiring.selection.WithdrawalScope;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what has happened: each message once an occasion and recipient, together with what it tells of. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Notices {

    private static final String DECIDE_PASS_OVER = "decide-pass-over";

    private final Cases cases;
    private final Selections selections;
    private final PassOvers passOvers;
    private final Offers offers;
    private final Candidates candidates;
    private final PriorityExtensions extensions;
    private final People people;
    private final Documents documents;
    private final CaseFacts caseFacts;
    private final RequestCopy requestCopy;
    private final Recipients recipients;
    private final Links links;
    private final Outbox outbox;
    private final OfficeClock office;

    Notices(
            Cases cases,
            Selections selections,
            PassOvers passOvers,
            Offers offers,
            Candidates candidates,
            PriorityExtensions extensions,
            People people,
            Documents documents,
            CaseFacts caseFacts,
            RequestCopy requestCopy,
            Recipients recipients,
            Links links,
            Outbox outbox,
            OfficeClock office) {
        this.cases = cases;
        this.selections = selections;
        this.passOvers = passOvers;
        this.offers = offers;
        this.candidates = candidates;
        this.extensions = extensions;
        this.people = people;
        this.documents = documents;
        this.caseFacts = caseFacts;
        this.requestCopy = requestCopy;
        this.recipients = recipients;
        this.links = links;
        this.outbox = outbox;
        this.office = office;
    }

    /**
     * Writes messages to the outbox, in the transaction in which what they tell of happens.
     *
     * @param types what the model asks for; of these {@link NoticeType#M3} is written only when a classified position description
     *     is on file, and once a case
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
        var hiring = cases.byNumber(number);
        var story = passOverId == null ? story(hiring, selectionId) : passOverStory(hiring, passOverId);
        outbox.write(types.stream()
                .sorted()
                .flatMap(type -> drafts(type, story, ending, occasion))
                .toList());
    }

    /** The case and, in steps 5 to 8, the selection a message is about, or a request to pass over somebody. */
    private record Story(
            HiringCase hiring,
            TalentPool pool,
            Facts facts,
            Selection selection,
            PassOver passOver,
            Candidate candidate) {}

    /**
     * One message to be written.
     *
     * @param task id of the task that comes next for the recipients, null when there is none
     */
    private record Letter(Collection<Recipient> to, Facts facts, String task, String replyTo) {

        Letter(Collection<Recipient> to, Facts facts, String task) {
            this(to, facts, task, null);
        }
    }

    private Story story(HiringCase hiring, UUID selectionId) {
        var pool = caseFacts.poolOf(hiring);
        var facts = caseFacts.of(hiring, pool);
        if (selectionId == null) {
            return new Story(hiring, pool, facts, null, null, null);
        }
        var selection = selections.byId(selectionId);
        var candidate = candidates.byId(selection.candidateId());
        return new Story(hiring, pool, facts.and(CaseFacts.selectee(selection, candidate)), selection, null, candidate);
    }

    private Story passOverStory(HiringCase hiring, UUID passOverId) {
        var pool = caseFacts.poolOf(hiring);
        var passOver = passOvers.byId(passOverId);
        var candidate = candidates.byId(passOver.candidateId());
        return new Story(
                hiring,
                pool,
                caseFacts.of(hiring, pool).with(Placeholder.APPLICANT_NUMBER, candidate.applicantNumber()),
                null,
                passOver,
                candidate);
    }

    private Stream<Draft> drafts(NoticeType type, Story story, ClosingReason ending, String occasion) {
        return switch (type) {
            case M1 -> drafts(type, story, occasion, interest(story));
            case M2 -> drafts(type, story, occasion, request(story));
            case M3 ->
                story.hiring().pdClassified()
                        // Once a case: later occasions are the same occasion.
                        ? drafts(
                                type, story, null, occasionOf(type, story.hiring(), null, "on-file"), classified(story))
                        : Stream.empty();
            case M4 -> drafts(type, story, occasion, accessDecided(story));
            case M6 ->
                drafts(
                        type,
                        story,
                        occasion,
                        new Letter(toCase(story, Role.HR_SPECIALIST), story.facts(), "notify-opm-of-selection"));
            case M7 -> drafts(type, story, occasion, wishToSelect(story));
            case M8 ->
                drafts(
                        type,
                        story,
                        occasion,
                        new Letter(
                                recipients.opm(),
                                story.facts()
                                        .withLines(
                                                Placeholder.CERTIFICATE_RECIPIENTS,
                                                selectionOf(story).recipients().stream()
                                                        .map(named -> named.name() + ", " + named.email())
                                                        .toList()),
                                "release-application-material"));
            case M9 -> drafts(type, story, occasion, released(story));
            case M10 -> drafts(type, story, occasion, new Letter(recipients.opm(), story.facts(), "verify-selection"));
            case M11 -> drafts(type, story, occasion, verification(story));
            case M12 -> drafts(type, story, occasion, offer(story));
            case M13 ->
                drafts(
                        type,
                        story,
                        occasion,
                        new Letter(
                                recipients.opm(),
                                story.facts().with(Placeholder.OUTCOME, outcome(story, ending)),
                                null));
            case M14 -> {
                var offer = offerOf(story);
                yield drafts(
                        type,
                        story,
                        occasion,
                        withdrawal(story, offer.withdrawal().scope(), offer.withdrawalDocuments()));
            }
            case M16 -> gone(story.hiring(), story.candidate(), occasion);
            case M17 ->
                drafts(
                        type,
                        story,
                        // Reminders whose days had passed before the case was opened come due together: one of them is
                        // enough.
                        story.selection() == null ? "certificate/" + office.today() : occasion,
                        reminder(story));
            case M18 -> drafts(type, story, occasion, passOverNotified(story));
            case M20 ->
                drafts(
                        type,
                        story,
                        occasion,
                        new Letter(
                                recipients.opm(),
                                story.facts()
                                        .with(
                                                Placeholder.ANSWER_DUE_DATE,
                                                story.passOver()
                                                        .lastDayToAnswer()
                                                        .map(CaseFacts::words)
                                                        .orElse(null)),
                                story.passOver().lastDayToAnswer().isPresent() ? null : DECIDE_PASS_OVER));
            case M21 -> drafts(type, story, occasion, passOverDecided(story));
            case M22 -> drafts(type, story, occasion, new Letter(recipients.opm(), story.facts(), null));
            case M25 -> drafts(type, story, occasion, reservedDaysDecided(story));
            case M26 -> reservedLonger(story, occasion);
            case M5, M15, M19, M23, M24 -> throw new IllegalArgumentException(type + " is not sent by a process.");
        };
    }

    private Letter reservedDaysDecided(Story story) {
        var request = extensions.latestDecided(story.hiring().number());
        var granted = request.state() == PriorityExtension.State.GRANTED;
        return new Letter(
                toCase(story, Role.SHARED_CERTIFICATE_COORDINATOR, Role.HR_SPECIALIST),
                story.facts()
                        .when(Placeholder.GRANTED, granted)
                        .when(Placeholder.REFUSED, !granted)
                        .with(
                                Placeholder.RESERVED_UNTIL,
                                story.pool()
                                        .priorityUntil()
                                        .map(CaseFacts::words)
                                        .orElse(null))
                        .with(Placeholder.REASONS, request.decisionReason().orElse(null)),
                null);
    }

    /** M26 to the open cases of the agencies that have to wait longer. Those that asked already need not. */
    private Stream<Draft> reservedLonger(Story asking, String occasion) {
        var until = asking.pool().priorityUntil().orElseThrow();
        return cases.yetToAsk(asking.hiring().announcement()).stream()
                .filter(hiring -> !asking.pool().priorityAgencies().contains(hiring.agency()))
                .map(hiring -> story(hiring, null))
                .flatMap(story -> drafts(
                        NoticeType.M26,
                        story,
                        occasion,
                        new Letter(
                                toCase(story, Role.SHARED_CERTIFICATE_COORDINATOR, Role.HR_SPECIALIST),
                                story.facts()
                                        .with(Placeholder.RESERVED_UNTIL, CaseFacts.words(until))
                                        .with(Placeholder.MAY_ASK_FROM, CaseFacts.words(until.plusDays(1))),
                                null)));
    }

    private Letter passOverNotified(Story story) {
        var contact = contactOf(story);
        return new Letter(
                List.of(new Recipient(
                        story.candidate().name(), story.candidate().email())),
                story.facts()
                        .and(CaseFacts.contact(contact))
                        .with(Placeholder.REASONS, story.passOver().reasons().orElseThrow())
                        .with(
                                Placeholder.ANSWER_DUE_DATE,
                                CaseFacts.words(
                                        story.passOver().lastDayToAnswer().orElseThrow())),
                null,
                recipients.opmMailbox());
    }

    private Letter passOverDecided(Story story) {
        var sustained = story.passOver().state() == PassOver.State.SUSTAINED;
        return new Letter(
                toCase(story, Role.HIRING_MANAGER, Role.HR_SPECIALIST),
                story.facts()
                        .when(Placeholder.SUSTAINED, sustained)
                        .when(Placeholder.NOT_SUSTAINED, !sustained)
                        .with(
                                Placeholder.REASONS,
                                story.passOver().decisionReason().orElseThrow()),
                "review-and-interview-candidates");
    }

    private Letter interest(Story story) {
        var contact = recipients
                .contact(story.hiring())
                .map(CaseFacts::contact)
                .orElseGet(() -> CaseFacts.contact(story.hiring().openedByName(), "", ""));
        return new Letter(
                toCase(story, Role.SHARED_CERTIFICATE_COORDINATOR),
                story.facts().and(contact),
                "check-pool-match");
    }

    private Letter request(Story story) {
        var forms = requestCopy.of(story.hiring().number());
        return new Letter(
                recipients.opm(),
                story.facts().with(Placeholder.FORM_A, forms.formA()).with(Placeholder.FORM_B, forms.formB()),
                "decide-pool-access");
    }

    private Letter classified(Story story) {
        var description = story.hiring().positionDescription().orElseThrow();
        return new Letter(
                recipients.opm(),
                story.facts()
                        .with(Placeholder.PD_NUMBER, description.number())
                        .withLines(
                                Placeholder.DOCUMENT_LINKS,
                                documentLinks(
                                        story.hiring(),
                                        Stream.of(description.document(), description.coverSheet())
                                                .filter(Objects::nonNull)
                                                .toList())),
                null);
    }

    private Letter accessDecided(Story story) {
        var decision = story.hiring().accessDecision().orElseThrow();
        var facts = story.facts()
                .when(Placeholder.APPROVED, decision == AccessDecision.APPROVED)
                .when(Placeholder.RETURNED, decision == AccessDecision.RETURNED)
                .when(Placeholder.DENIED, decision == AccessDecision.DENIED);
        return new Letter(
                toCase(story, Role.SHARED_CERTIFICATE_COORDINATOR, Role.HR_SPECIALIST, Role.HIRING_MANAGER),
                facts,
                switch (decision) {
                    case APPROVED -> "review-and-interview-candidates";
                    case RETURNED -> "complete-talent-pool-request";
                    case DENIED -> null;
                });
    }

    private Letter wishToSelect(Story story) {
        var selection = selectionOf(story);
        return new Letter(
                recipients.opm(),
                story.facts()
                        .with(
                                Placeholder.PD_NUMBER,
                                selection
                                        .pdNumber()
                                        .or(() -> story.hiring()
                                                .positionDescription()
                                                .map(PositionDescription::number))
                                        .orElse(""))
                        .with(Placeholder.SF52_NUMBER, selection.sf52Number().orElse("")),
                null);
    }

    private Letter released(Story story) {
        var selection = selectionOf(story);
        var to = new ArrayList<>(toCase(story, Role.HR_SPECIALIST, Role.HIRING_MANAGER));
        selection.recipients().stream()
                .map(named -> new Recipient(named.name(), named.email()))
                .filter(named -> to.stream().noneMatch(known -> known.email().equals(named.email())))
                .forEach(to::add);
        return new Letter(
                to,
                story.facts()
                        .with(
                                Placeholder.RELEASED_ON,
                                CaseFacts.words(selection.releasedOn().orElseGet(office::today))),
                "return-certificate-review");
    }

    private Letter verification(Story story) {
        var verification = selectionOf(story).verification().orElseThrow();
        var decision = verification.decision();
        return new Letter(
                toCase(story, Role.HR_SPECIALIST, Role.SHARED_CERTIFICATE_COORDINATOR),
                story.facts()
                        .when(Placeholder.VERIFIED, decision == SelectionVerification.Decision.VERIFIED)
                        .when(Placeholder.PAPER_MISSING, decision == SelectionVerification.Decision.PAPER_MISSING)
                        .when(Placeholder.CANDIDATE_GONE, decision == SelectionVerification.Decision.CANDIDATE_GONE)
                        .withLines(Placeholder.MISSING, verification.missing()),
                switch (decision) {
                    case VERIFIED -> "extend-tentative-offer";
                    case PAPER_MISSING -> "correct-selection";
                    case CANDIDATE_GONE -> null;
                });
    }

    private Letter offer(Story story) {
        var offer = offerOf(story);
        var finalOffer = offer.finalOffer();
        var contact = contactOf(story);
        return new Letter(
                List.of(new Recipient(
                        story.candidate().name(), story.candidate().email())),
                story.facts()
                        .and(CaseFacts.contact(contact))
                        .when(Placeholder.TENTATIVE, finalOffer == null)
                        .when(Placeholder.FINAL, finalOffer != null)
                        .with(Placeholder.OFFER_DUE_DATE, CaseFacts.words(offer.dueOn()))
                        .with(
                                Placeholder.START_DATE,
                                finalOffer == null || finalOffer.startOn() == null
                                        ? null
                                        : CaseFacts.words(finalOffer.startOn()))
                        .with(Placeholder.PERSONAL_MESSAGE, offer.message()),
                null,
                contact.email());
    }

    /** In words OPM counts by: how far an offer came, or why a case ended. */
    private String outcome(Story story, ClosingReason ending) {
        if (story.selection() != null) {
            return offers.of(story.selection().id())
                    .map(offer -> offer.outcome().words())
                    .orElseGet(() -> lowerFirst(story.selection().state().title()));
        }
        var hiring = story.hiring();
        var because = hiring.cancellationReason()
                .map(CancellationReason::title)
                .map(reason -> " (" + lowerFirst(reason) + ")")
                .orElse("");
        return hiring.closingReason()
                .or(() -> Optional.ofNullable(ending))
                .map(reason -> "case closed: " + lowerFirst(reason.title()) + because)
                .orElse("case closed");
    }

    private Letter withdrawal(Story story, WithdrawalScope scope, List<UUID> documentIds) {
        return new Letter(
                recipients.opm(),
                story.facts()
                        .when(Placeholder.THIS_AGENCY_ONLY, scope == WithdrawalScope.THIS_AGENCY)
                        .when(Placeholder.ALL_AGENCIES, scope == WithdrawalScope.ALL_AGENCIES)
                        .withLines(Placeholder.DOCUMENT_LINKS, documentLinks(story.hiring(), documentIds)),
                null);
    }

    private Letter reminder(Story story) {
        if (story.selection() != null) {
            return new Letter(
                    toCase(story, Role.HR_SPECIALIST),
                    story.facts()
                            .when(Placeholder.OFFER_ANSWER_DUE, true)
                            .with(
                                    Placeholder.OFFER_DUE_DATE,
                                    CaseFacts.words(offerOf(story).dueOn())),
                    offerOf(story).finalOffer() == null ? "record-offer-answer" : "record-final-answer");
        }
        var lastDay = story.pool().window().lastDay();
        var days = Math.max(0, ChronoUnit.DAYS.between(office.today(), lastDay));
        return new Letter(
                toCase(story, Role.HIRING_MANAGER, Role.HR_SPECIALIST, Role.SHARED_CERTIFICATE_COORDINATOR),
                story.facts()
                        .when(Placeholder.CERTIFICATE_EXPIRING, true)
                        .with(Placeholder.LAST_DAY, CaseFacts.words(lastDay))
                        .with(Placeholder.DAYS_LEFT, days == 1 ? "1 day" : days + " days"),
                "review-and-interview-candidates");
    }

    /** M16 for one case, without a word on why. Withdrawing from all happens once, however many ways the news takes. */
    private Stream<Draft> gone(HiringCase hiring, Candidate candidate, String occasion) {
        var story = story(hiring, null);
        var key = candidate.availability() == Availability.WITHDRAWN
                // Once an agency, in however many of its cases.
                ? NoticeType.M16 + "|" + hiring.agency() + "|" + candidate.id() + "|withdrawn"
                : occasionOf(NoticeType.M16, hiring, candidate.id(), occasion);
        return drafts(
                NoticeType.M16,
                story,
                null,
                key,
                new Letter(
                        toCase(story, Role.HIRING_MANAGER, Role.HR_SPECIALIST),
                        story.facts().with(Placeholder.APPLICANT_NUMBER, candidate.applicantNumber()),
                        "review-and-interview-candidates"));
    }

    /** M5: the position's details, from a person at the agency who is then the one to turn to. */
    void contacted(CandidateContacted contacted) {
        var hiring = cases.byNumber(contacted.caseNumber());
        var candidate = candidates.byId(contacted.candidateId());
        var story = story(hiring, null);
        var by = contacted.by();
        var phone = people.find(by.userId()).map(Person::phone).orElse("");
        outbox.write(drafts(
                        NoticeType.M5,
                        story,
                        contacted.contactId().toString(),
                        new Letter(
                                List.of(new Recipient(candidate.name(), candidate.email())),
                                story.facts()
                                        .and(CaseFacts.contact(by.name(), by.email(), phone))
                                        .with(Placeholder.PERSONAL_MESSAGE, contacted.message()),
                                null,
                                by.email()))
                .toList());
    }

    /** M14 from step 4, where there is no selection yet. */
    void withdrew(CandidateWithdrew withdrew) {
        var story = story(cases.byNumber(withdrew.caseNumber()), null);
        var facts = story.facts()
                .with(
                        Placeholder.APPLICANT_NUMBER,
                        candidates.byId(withdrew.candidateId()).applicantNumber());
        outbox.write(drafts(
                        NoticeType.M14,
                        story,
                        withdrew.withdrawalId().toString(),
                        withdrawal(
                                new Story(story.hiring(), story.pool(), facts, null, null, null),
                                withdrew.scope(),
                                withdrew.documents()))
                .toList());
    }

    /** M16 to every open case that has written to the candidate or elected them. */
    void withdrawnFromAll(UUID candidateId) {
        var candidate = candidates.byId(candidateId);
        outbox.write(selections.casesConcernedBy(candidateId).stream()
                .map(cases::byNumber)
                .filter(HiringCase::isOpen)
                .flatMap(hiring -> gone(hiring, candidate, "withdrawn"))
                .toList());
    }

    /** M23 to the open cases of other agencies that had lost the candidate to the selection that now gave the candidate up (L8). */
    void availableAgain(UUID candidateId, UUID selectionId) {
        var candidate = candidates.byId(candidateId);
        outbox.write(selections.casesThatLost(candidateId).stream()
                .map(cases::byNumber)
                .filter(HiringCase::isOpen)
                .flatMap(hiring -> {
                    var story = story(hiring, null);
                    return drafts(
                            NoticeType.M23,
                            story,
                            selectionId.toString(),
                            new Letter(
                                    toCase(story, Role.HIRING_MANAGER, Role.HR_SPECIALIST),
                                    story.facts().with(Placeholder.APPLICANT_NUMBER, candidate.applicantNumber()),
                                    "review-and-interview-candidates"));
                })
                .toList());
    }

    /** M24 to every agency that may see the pool's candidates, once for each category that OPM refers (L11). */
    void categoryReferred(AnnouncementNumber announcement, Rating downTo) {
        outbox.write(cases.withApprovedAccess(announcement).stream()
                .flatMap(hiring -> {
                    var story = story(hiring, null);
                    return drafts(
                            NoticeType.M24,
                            story,
                            null,
                            // Once an agency, in however many of its cases.
                            NoticeType.M24 + "|" + hiring.agency() + "|" + announcement + "|" + downTo,
                            new Letter(
                                    toCase(story, Role.HIRING_MANAGER, Role.HR_SPECIALIST),
                                    story.facts().with(Placeholder.CATEGORY, downTo.title()),
                                    "review-and-interview-candidates"));
                })
                .toList());
    }

    /** M15, once a person and case. */
    void portalAccountRequested(CaseNumber number, String userId) {
        var story = story(cases.byNumber(number), null);
        var person = people.byId(userId);
        outbox.write(drafts(
                        NoticeType.M15,
                        story,
                        userId,
                        new Letter(
                                recipients.portalHelp(),
                                story.facts()
                                        .with(Placeholder.ACCOUNT_NAME, person.name())
                                        .with(Placeholder.ACCOUNT_EMAIL, person.email())
                                        .with(
                                                Placeholder.ACCOUNT_ROLES,
                                                String.join(
                                                        ", ",
                                                        person.roles().stream()
                                                                .map(Role::title)
                                                                .sorted()
                                                                .toList())),
                                null,
                                person.email()))
                .toList());
    }

    /** M19, once a person and case. */
    void samplesRequested(CaseNumber number, String userId) {
        var story = story(cases.byNumber(number), null);
        var person = people.byId(userId);
        outbox.write(drafts(
                        NoticeType.M19,
                        story,
                        userId,
                        new Letter(
                                recipients.opm(), story.facts().and(CaseFacts.contact(person)), null, person.email()))
                .toList());
    }

    private Stream<Draft> drafts(NoticeType type, Story story, String occasion, Letter letter) {
        var selectionId = story.selection() == null ? null : story.selection().id();
        return drafts(type, story, selectionId, occasionOf(type, story.hiring(), selectionId, occasion), letter);
    }

    private Stream<Draft> drafts(NoticeType type, Story story, UUID selectionId, String key, Letter letter) {
        var hiring = story.hiring();
        // A case may have asked about several people: the link leads to the request the message is about.
        var passOverId =
                DECIDE_PASS_OVER.equals(letter.task()) ? story.passOver().id() : null;
        var facts = letter.task() == null
                ? letter.facts()
                : letter.facts()
                        .with(
                                Placeholder.TASK_LINK,
                                links.toTask(hiring.number(), letter.task(), selectionId, passOverId));
        return letter.to().stream()
                .map(to -> new Draft(
                        type, hiring.number(), hiring.agency(), selectionId, key, to, letter.replyTo(), facts));
    }

    private static String occasionOf(NoticeType type, HiringCase hiring, UUID about, String occasion) {
        return type + "|" + hiring.number() + "|" + (about == null ? "" : about) + "|" + occasion;
    }

    private List<Recipient> toCase(Story story, Role... roles) {
        return recipients.ofCase(story.hiring(), roles);
    }

    private Person contactOf(Story story) {
        return recipients
                .contact(story.hiring())
                .or(() -> people.find(story.hiring().openedBy()))
                .orElseThrow(() -> new IllegalStateException(
                        "case " + story.hiring().number() + " has nobody a candidate could answer"));
    }

    private List<String> documentLinks(HiringCase hiring, List<UUID> ids) {
        return documents.ofCase(hiring.number()).stream()
                .filter(document -> ids.contains(document.id()))
                .map(links::toDocument)
                .toList();
    }

    private static Selection selectionOf(Story story) {
        return Objects.requireNonNull(story.selection(), "a message of steps 5 to 8 needs its selection");
    }

    private OfferFacts offerOf(Story story) {
        return offers.of(selectionOf(story).id()).orElseThrow();
    }

    /** "The certificate expired" within a sentence; "OPM denied …" stays as it is. */
    private static String lowerFirst(String title) {
        return title.length() > 1 && Character.isLowerCase(title.charAt(1))
                ? Character.toLowerCase(title.charAt(0)) + title.substring(1)
                : title;
    }
}
