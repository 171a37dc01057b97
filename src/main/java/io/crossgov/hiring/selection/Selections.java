package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.CertificateWindow;
import io.crossgov.hiring.leaving.AskToLeave;
import io.crossgov.hiring.leaving.LeavingRequests;
import io.crossgov.hiring.pool.CandidateAvailability;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.selection.paper.OwnPapers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The selections of all cases. Steps 5 to 7 change them through their task forms in this package; step 8 through the methods
 * here, each in the caller's transaction. These keep the candidate's availability (L8, L9) and the reviews in step, so that a
 * caller needs to tell nobody else.
 */
@Service
public class Selections {

    private static final String LOST_WITH_OFFER = "Did not take up the offer: see the answer to it in step 8.";

    private final SelectionRows rows;
    private final CandidateReviews reviews;
    private final CandidateAvailability availability;
    private final LeavingRequests leaving;
    private final OwnPapers ownPapers;
    private final ApplicationEventPublisher events;
    private final Cases cases;
    private final Pools pools;
    private final OfficeClock office;
    private final Clock clock;

    Selections(
            SelectionRows rows,
            CandidateReviews reviews,
            CandidateAvailability availability,
            LeavingRequests leaving,
            OwnPapers ownPapers,
            ApplicationEventPublisher events,
            Cases cases,
            Pools pools,
            OfficeClock office,
            Clock clock) {
        this.rows = rows;
        this.reviews = reviews;
        this.availability = availability;
        this.leaving = leaving;
        this.ownPapers = ownPapers;
        this.events = events;
        this.cases = cases;
        this.pools = pools;
        this.office = office;
        this.clock = clock;
    }

    /** @throws Refusal 404 when there is none */
    @Transactional(readOnly = true)
    public Selection byId(UUID selectionId) {
        return rows.findById(selectionId).orElseThrow(Selections::unknown);
    }

    /** The selection, for people who may know of it; empty for everybody else. */
    @Transactional(readOnly = true)
    public Optional<Selection> find(UUID selectionId, Actor actor) {
        return rows.findById(selectionId).filter(selection -> actor.maySee(selection.agency()));
    }

    /** All selections of a case, ended ones too, in the order of their election. */
    @Transactional(readOnly = true)
    public List<Selection> ofCase(CaseNumber caseNumber) {
        return rows.ofCase(caseNumber.value());
    }

    /** Cases, ended ones too, that reviewed the candidate or elected them, in the order of their numbers: they hear when the candidate leaves (M16). */
    @Transactional(readOnly = true)
    public List<CaseNumber> casesConcernedBy(UUID candidateId) {
        var numbers = new TreeSet<>(reviews.casesReviewing(candidateId));
        numbers.addAll(rows.casesElecting(candidateId));
        return numbers.stream().map(CaseNumber::new).toList();
    }

    /**
     * Whether the case goes on, asked when one of its selections has ended. While the pool is open, until every vacancy is filled;
     * afterwards only as long as a selection made in time still runs (L18).
     */
    @Transactional(readOnly = true)
    public VacanciesLeft vacanciesLeft(CaseNumber caseNumber) {
        var hiring = cases.byNumber(caseNumber);
        var filled = ofCase(caseNumber).stream()
                .filter(selection -> selection.state() == SelectionState.ONBOARDED)
                .count();
        if (filled >= hiring.vacancies()) {
            return VacanciesLeft.FILLED;
        }
        return windowOf(hiring).isOverOn(office.today()) && !runningInTime(caseNumber)
                ? VacanciesLeft.WINDOW_CLOSED
                : VacanciesLeft.YES;
    }

    /** Whether a selection runs that was elected and told to OPM while the pool was open: it may still be verified and offered (L18). */
    @Transactional(readOnly = true)
    public boolean runningInTime(CaseNumber caseNumber) {
        var window = windowOf(cases.byNumber(caseNumber));
        return ofCase(caseNumber).stream()
                .filter(Selection::isRunning)
                .filter(selection -> window.isOpenOn(selection.electedOn()))
                .anyMatch(selection ->
                        selection.notifiedOn().filter(window::isOpenOn).isPresent());
    }

    private CertificateWindow windowOf(HiringCase hiring) {
        return pools.byAnnouncement(hiring.announcement()).window();
    }

    /** The tentative offer went out (step 8); offering again after a question is fine. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tentativeOfferMade(UUID selectionId) {
        byId(selectionId).tentativeOffered();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tentativeOfferAccepted(UUID selectionId) {
        byId(selectionId).tentativeAccepted();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void finalOfferMade(UUID selectionId) {
        byId(selectionId).finalOffered();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void finalOfferAccepted(UUID selectionId) {
        byId(selectionId).finalAccepted();
    }

    /** The candidate entered on duty: one vacancy is filled, the candidate is hired. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enteredOnDuty(UUID selectionId, LocalDate on) {
        byId(selectionId).onboarded(on, clock.instant());
        availability.hire(selectionId);
    }

    /**
     * The candidate of a verified selection declined an offer, or did not enter on duty (L9). {@link WithdrawalScope#THIS_AGENCY}
     * makes the candidate available to the others again; with {@link WithdrawalScope#ALL_AGENCIES} OPM is asked besides to take the candidate
     * out of every case; this selection ends by its own task, so no {@link SelectionLost} is published for it. Reviews show it.
     *
     * @param shown what shows it: only then it counts in the order of selection (L14, L16)
     * @throws Refusal 400 by L9 when {@code scope} is null, or from all agencies without a paper, by L14 when somebody's selection rests on
     *     this one and nothing shows it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void declined(UUID selectionId, WithdrawalScope scope, OfferNotTaken shown, Actor actor) {
        if (scope == null) {
            throw Refusal.byRule("L9", "scope", WithdrawalScope.MISSING);
        }
        var selection = byId(selectionId);
        if (shown.isWordAlone()) {
            events.publishEvent(new DeclinedByWordAlone(selection));
        }
        if (scope == WithdrawalScope.ALL_AGENCIES) {
            leaving.keep(selection.candidateId());
        }
        ownPapers.file(selection.candidateId(), shown.papers(), "documents");
        selection.declined(clock.instant());
        // Ended before others hear of it: a withdrawal from all must not find it running.
        rows.saveAndFlush(selection);
        var review = reviews.ofCandidate(selection.caseNumber().value(), selection.candidateId())
                .orElseGet(() -> new CandidateReview(
                        selection.caseNumber(), selection.agency(), selection.announcement(), selection.candidateId()));
        review.declinedOffer(office.today(), LOST_WITH_OFFER, shown);
        review.changed(actor, clock.instant());
        reviews.saveAndFlush(review);
        availability.release(selectionId);
        if (scope == WithdrawalScope.ALL_AGENCIES
                && leaving.ask(
                        new AskToLeave(
                                selection.caseNumber(),
                                selection.agency(),
                                selection.announcement(),
                                selection.candidateId(),
                                selectionId,
                                shown.papers()),
                        actor)) {
            review.asksToLeave();
        }
    }

    /** What the audit keeps of a selection. */
    static Map<String, Object> facts(Selection selection) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("selectionId", selection.id());
        facts.put("candidateId", selection.candidateId());
        facts.put("state", selection.state());
        facts.put("pdNumber", selection.pdNumber().orElse(null));
        facts.put("sf52Number", selection.sf52Number().orElse(null));
        facts.put("sf52Document", selection.sf52DocumentId().orElse(null));
        facts.put("releasedOn", selection.releasedOn().orElse(null));
        return facts;
    }

    static Refusal unknown() {
        return Refusal.unknown("There is no such selection.");
    }
}
