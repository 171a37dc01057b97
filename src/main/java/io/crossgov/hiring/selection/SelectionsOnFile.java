package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.casefile.CaseOffers;
import io.crossgov.hiring.casefile.CaseSelections;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.OfferOnFile;
import io.crossgov.hiring.casefile.PassOverOnFile;
import io.crossgov.hiring.casefile.SelectionOnFile;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Candidates;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells a case's file of its selections, in a bounded number of queries however many selections and candidates there are. */
@Component
class SelectionsOnFile implements CaseSelections {

    private final SelectionRows rows;
    private final Candidates candidates;
    private final People people;
    private final CaseOffers offers;
    private final Holders holders;
    private final PassOversOnFile passOvers;
    private final OfficeClock office;

    SelectionsOnFile(
            SelectionRows rows,
            Candidates candidates,
            People people,
            CaseOffers offers,
            Holders holders,
            PassOversOnFile passOvers,
            OfficeClock office) {
        this.rows = rows;
        this.candidates = candidates;
        this.people = people;
        this.offers = offers;
        this.holders = holders;
        this.passOvers = passOvers;
        this.office = office;
    }

    @Override
    public List<SelectionOnFile> of(HiringCase hiring, Actor actor) {
        if (!mayKnowNames(hiring, actor)) {
            return List.of();
        }
        var everybody = actor.isOpmStaff() || hiring.isOpen();
        var selections = rows.ofCase(hiring.number().value()).stream()
                .filter(selection -> everybody || selection.state() == SelectionState.ONBOARDED)
                .toList();
        if (selections.isEmpty()) {
            return List.of();
        }
        var persons =
                candidates
                        .byIds(selections.stream()
                                .flatMap(SelectionsOnFile::concerned)
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Candidate::id, Function.identity()));
        var deciders = people.namesOf(
                selections.stream().flatMap(SelectionsOnFile::deciders).collect(Collectors.toSet()));
        var offered = offers.of(hiring.number());
        // A coordinator knows who is elected; everybody else on the certificate is known to who reviews them.
        var reviews = actor.isOpmStaff() || actor.has(Role.HIRING_MANAGER) || actor.has(Role.HR_SPECIALIST);
        var heldElsewhere = actor.isOpmStaff() ? holders.othersThan(selections) : Map.<UUID, Holders.Holder>of();
        return selections.stream()
                .map(selection -> onFile(
                        selection,
                        everybody && reviews
                                ? persons
                                : Map.of(selection.candidateId(), persons.get(selection.candidateId())),
                        deciders,
                        heldElsewhere.get(selection.id()),
                        reviews ? offered.get(selection.id()) : withoutLetters(offered.get(selection.id()))))
                .toList();
    }

    @Override
    public List<PassOverOnFile> passOversOf(HiringCase hiring, Actor actor) {
        return mayReadOfCandidates(hiring, actor) ? passOvers.of(hiring) : List.of();
    }

    private static boolean mayReadOfCandidates(HiringCase hiring, Actor actor) {
        return actor.isOpmStaff() || hiring.accessApproved() && ReviewAccess.mayReview(hiring, actor);
    }

    @Override
    public Map<UUID, String> namesOf(HiringCase hiring, Set<UUID> decidedAbout, Actor actor) {
        return mayReadOfCandidates(hiring, actor) && !decidedAbout.isEmpty()
                ? candidates.byIds(decidedAbout).stream().collect(Collectors.toMap(Candidate::id, Candidate::name))
                : Map.of();
    }

    private static OfferOnFile withoutLetters(OfferOnFile offer) {
        return offer == null ? null : offer.withoutLetters();
    }

    /** Everybody whose name the selection needs. */
    private static Stream<UUID> concerned(Selection selection) {
        return Stream.of(
                        Stream.of(selection.candidateId()),
                        selection.alternates().stream(),
                        selection.decisions().stream().map(CertificateDecision::candidateId))
                .flatMap(Function.identity());
    }

    /** The user names of everybody at the agency and at OPM whose decision is told. */
    private static Stream<String> deciders(Selection selection) {
        return Stream.of(
                        Stream.of(selection.electedBy()),
                        selection.reviewReturnedBy().stream(),
                        selection.verification().map(SelectionVerification::decidedBy).stream())
                .flatMap(Function.identity());
    }

    /** Whether the person may know who is elected in the case (L1). */
    static boolean mayKnowNames(HiringCase hiring, Actor actor) {
        return actor.isOpmStaff()
                || actor.worksFor(hiring.agency())
                        && hiring.accessDecision()
                                .filter(AccessDecision.APPROVED::equals)
                                .isPresent()
                        && (actor.has(Role.HIRING_MANAGER)
                                || actor.has(Role.HR_SPECIALIST)
                                || actor.has(Role.SHARED_CERTIFICATE_COORDINATOR));
    }

    /**
     * @param persons those whose names the reader may know
     * @param holder who holds the candidate in its place, for a reader who may know; otherwise null
     */
    private SelectionOnFile onFile(
            Selection selection,
            Map<UUID, Candidate> persons,
            Map<String, String> deciders,
            Holders.Holder holder,
            OfferOnFile offer) {
        var selectee = persons.get(selection.candidateId());
        return new SelectionOnFile(
                selection.id(),
                selectee.name(),
                selectee.applicantNumber(),
                selection.dutyLocation(),
                selection.state().title(),
                holder == null ? null : new SelectionOnFile.Holder(holder.caseNumber(), holder.inWords()),
                selection.alternates().stream()
                        .filter(persons::containsKey)
                        .map(id -> persons.get(id).name())
                        .toList(),
                selection.electedOn(),
                nameOf(selection.electedBy(), deciders),
                selection.notifiedOn().orElse(null),
                selection.sf52Number().orElse(null),
                selection.recipients().stream()
                        .map(recipient -> new SelectionOnFile.Recipient(recipient.name(), recipient.email()))
                        .toList(),
                selection.releasedOn().orElse(null),
                review(selection, persons, deciders),
                selection
                        .verification()
                        .map(answer -> verification(answer, deciders))
                        .orElse(SelectionOnFile.OpmAnswer.NONE),
                offer,
                selection.enteredOnDuty().orElse(null),
                selection.endedAt().map(office::dayOf).orElse(null));
    }

    private SelectionOnFile.OpmAnswer verification(SelectionVerification answer, Map<String, String> deciders) {
        return new SelectionOnFile.OpmAnswer(
                answer.decision().title(),
                office.dayOf(answer.decidedAt()),
                nameOf(answer.decidedBy(), deciders),
                answer.missing(),
                answer.comment());
    }

    private SelectionOnFile.ReturnedReview review(
            Selection selection, Map<UUID, Candidate> persons, Map<String, String> deciders) {
        return selection
                .reviewReturnedAt()
                .map(at -> new SelectionOnFile.ReturnedReview(
                        office.dayOf(at),
                        selection
                                .reviewReturnedBy()
                                .map(id -> nameOf(id, deciders))
                                .orElse(null),
                        selection.decisions().stream()
                                .filter(decision -> persons.containsKey(decision.candidateId()))
                                .sorted(Comparator.comparing(CertificateDecision::outcome)
                                        .thenComparingInt(CertificateDecision::alternateRank)
                                        .thenComparing(decision -> persons.get(decision.candidateId())
                                                .name()))
                                .map(decision -> decided(decision, persons.get(decision.candidateId())))
                                .toList()))
                .orElse(null);
    }

    private static SelectionOnFile.Decided decided(CertificateDecision decision, Candidate person) {
        var title = decision.outcome().title();
        return new SelectionOnFile.Decided(
                person.name(),
                person.applicantNumber(),
                decision.outcome() == CertificateDecision.Outcome.ALTERNATE
                        ? title + " " + decision.alternateRank()
                        : title);
    }

    /** The user name of somebody who has left. */
    private static String nameOf(String userId, Map<String, String> deciders) {
        return deciders.getOrDefault(userId, userId);
    }
}
