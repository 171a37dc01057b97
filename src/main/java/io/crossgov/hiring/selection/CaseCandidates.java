package io.crossgov.hiring.selection;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.crossgov.hiring.casefile.CaseMessages;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.law.CaseStanding;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.ReemploymentList;
import io.crossgov.hiring.law.ReferralList;
import io.crossgov.hiring.law.ReferredCategories;
import io.crossgov.hiring.law.ReferredOnly;
import io.crossgov.hiring.law.Ruling;
import io.crossgov.hiring.law.Situation;
import io.crossgov.hiring.law.VeteransPreference;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.TalentPool;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The candidates a case has to do with: those referred to it now (L11), and those it already contacted, interviewed or elected,
 * even when they are no longer available. Reads a bounded number of statements, however many candidates there are.
 */
@Component
class CaseCandidates {

    private final Candidates candidates;
    private final Pools pools;
    private final SelectionRows selections;
    private final CandidateReviews reviews;
    private final CaseReferrals referrals;
    private final CaseLaw law;
    private final OrderExceptions exceptions;
    private final CaseMessages messages;
    private final OfficeClock office;

    CaseCandidates(
            Candidates candidates,
            Pools pools,
            SelectionRows selections,
            CandidateReviews reviews,
            CaseReferrals referrals,
            CaseLaw law,
            OrderExceptions exceptions,
            CaseMessages messages,
            OfficeClock office) {
        this.candidates = candidates;
        this.pools = pools;
        this.selections = selections;
        this.reviews = reviews;
        this.referrals = referrals;
        this.law = law;
        this.exceptions = exceptions;
        this.messages = messages;
        this.office = office;
    }

    /**
     * All that is known about the candidates of a case.
     *
     * @param people each person once: referred ones first, in the order of the referral, then the others by name
     * @param records of these people, by id, also those under which they are not shown
     * @param persons which of them are about one person; all that follows holds for each of them
     * @param list who is referred now, and why
     * @param categories which categories are referred, and whether they were merged
     * @param merge by whom they were, where it was a person
     * @param declined that candidates declined this agency, in whichever of its cases: one record each, a documented one where there is any
     * @param exceptions pass-overs, second reviews and held vacancies
     * @param asking who was asked for sure, and since when
     */
    record Known(
            HiringCase hiring,
            TalentPool pool,
            List<Candidate> people,
            Map<UUID, Candidate> records,
            Persons persons,
            ReferralList list,
            ReferredCategories categories,
            Optional<CaseReferral.Merge> merge,
            Map<UUID, CandidateReview> reviews,
            List<Selection> selections,
            Map<UUID, CandidateReview> declined,
            OrderExceptions.OfCase exceptions,
            Asking asking) {

        boolean isReferred(UUID candidateId) {
            return list.of(candidateId).isPresent();
        }

        Optional<Candidate> person(UUID candidateId) {
            return Optional.ofNullable(records.get(candidateId));
        }

        /** The records of the person that the case may know, the one it is asked for first. */
        Stream<UUID> recordsOf(UUID candidateId) {
            return persons.records(candidateId).stream()
                    .filter(records::containsKey)
                    .sorted(comparing((UUID record) -> !record.equals(candidateId))
                            .thenComparing(this::number));
        }

        /** The selection in which the case holds the candidate, running or filled. */
        Optional<Selection> heldSelection(UUID candidateId) {
            return selections.stream()
                    .filter(Selection::isHeld)
                    .filter(selection -> persons.same(selection.candidateId(), candidateId))
                    .findFirst();
        }

        /** Whether the case may still go on with the candidate: nobody else holds him or her. */
        boolean isAvailable(Candidate candidate) {
            return candidate.isAvailable()
                    || heldSelection(candidate.id())
                            .filter(selection -> selection.state().isVerified())
                            .isPresent();
        }

        /** Whether the candidate answered last that this position is not for him or her (L9). */
        boolean isNotInterested(UUID candidateId) {
            var review = reviews.get(candidateId);
            return review != null && review.answer() == InterestAnswer.NOT_INTERESTED;
        }

        /** Whether the candidate is on the list, nobody's yet in this case, did not say no, and has not been set aside. */
        boolean canBeElected(UUID candidateId) {
            return isReferred(candidateId)
                    && heldSelection(candidateId).isEmpty()
                    && !isNotInterested(candidateId)
                    && person(candidateId)
                            .map(this::status)
                            .filter(status -> !status.isGone() && status != ReviewStatus.NOT_SELECTED)
                            .isPresent();
        }

        /** L7: whether the exception by which the request went on, if it was one, covers the candidate. */
        Ruling mayBeAppointed(UUID candidateId) {
            var rulings = recordsOf(candidateId)
                    .map(records::get)
                    .map(record ->
                            ReemploymentList.lets(hiring.rplDemand(), record.preference(), record.federalAgency()))
                    .toList();
            return rulings.stream()
                    .filter(Ruling.Refused.class::isInstance)
                    .findFirst()
                    .filter(refused -> rulings.stream().noneMatch(Ruling.Allowed.class::isInstance))
                    .orElseGet(Ruling.Allowed::new);
        }

        /** The preference of the person, by whichever record the case may know. */
        VeteransPreference preference(UUID candidateId) {
            return Persons.preference(recordsOf(candidateId).map(records::get));
        }

        /** Whom to turn to after a selection that was lost: the first alternate who can still be had. */
        Optional<UUID> nextAlternate(Selection lost) {
            return lost.alternates().stream().filter(this::canBeElected).findFirst();
        }

        /** Whether one of its alternates was elected since. */
        boolean isFollowed(Selection lost) {
            return selections.stream()
                    .anyMatch(later -> persons.placeAmong(lost.alternates(), later.candidateId()) >= 0
                            && lost.endedAt()
                                    .filter(later.electedAt()::isBefore)
                                    .isEmpty());
        }

        /** Where the person would work, by all records that count for the case. */
        Set<String> locations(Candidate candidate) {
            return list.of(candidate.id())
                    .<Set<String>>map(entry -> new TreeSet<>(entry.candidate().locations()))
                    .orElseGet(candidate::dutyLocations);
        }

        /** Where the lost one would have worked, if the alternate would work there, too. */
        String locationFor(Selection lost, UUID alternate) {
            var common = person(alternate)
                    .map(person -> ReferredOnly.commonLocations(locations(person), CaseLaw.ownSpelling(pool, hiring)))
                    .orElse(List.of());
            return common.contains(lost.dutyLocation()) || common.isEmpty() ? lost.dutyLocation() : common.get(0);
        }

        /** 1 for the first alternate of a running selection, 0 for somebody who is none. */
        int alternateRank(UUID candidateId) {
            return selections.stream()
                            .filter(Selection::isRunning)
                            .mapToInt(selection -> persons.placeAmong(selection.alternates(), candidateId))
                            .filter(place -> place >= 0)
                            .min()
                            .orElse(-1)
                    + 1;
        }

        ReviewStatus status(Candidate candidate) {
            return ReviewStatus.of(
                    reviews.get(candidate.id()),
                    candidate.availability() == Availability.WITHDRAWN,
                    declined.containsKey(candidate.id()),
                    heldSelection(candidate.id()).isPresent(),
                    alternateRank(candidate.id()) > 0);
        }

        int vacanciesTaken() {
            return (int) selections.stream().filter(Selection::isHeld).count();
        }

        /** What the law asks about the candidate (L14 to L16). Silence counts when the question left and the days to answer are over. */
        CaseStanding standing(UUID candidateId) {
            return standing(candidateId, selection -> true, review -> true);
        }

        /**
         * @param counts which selections count as elections
         * @param proves which of the declinations that are shown prove one
         */
        private CaseStanding standing(
                UUID candidateId, Predicate<Selection> counts, Predicate<CandidateReview> proves) {
            var review = reviews.get(candidateId);
            var standing = exceptions.standing(candidateId);
            if (heldSelection(candidateId).filter(counts).isPresent()) {
                standing = standing.asElected();
            }
            if (review != null && review.consideredEnough().isPresent()) {
                standing = standing.asConsideredEnough();
            }
            return declination(candidateId).filter(proves).isPresent()
                            || review != null && review.isDocumentedNo(asking.inquiry(review))
                    ? standing.asDeclinedOrSilent()
                    : standing;
        }

        /** The record that the candidate declined the agency, with what shows it; empty when there is none, or nothing shows it. */
        Optional<CandidateReview> declination(UUID candidateId) {
            return Optional.ofNullable(declined.get(candidateId))
                    .filter(review -> review.isDocumentedDeclination(hiring.number()));
        }

        /** The same about everybody of whom anything is known. */
        Map<UUID, CaseStanding> standings() {
            return standings(selection -> true, review -> true);
        }

        /**
         * What OPM may count on when it verifies this selection: elections of which it has been told, and no paper that it has yet to read
         * because the candidate asks to leave the pool.
         */
        Map<UUID, CaseStanding> standingsToldWith(Selection verified) {
            var untold = untoldAt(verified);
            return standings(selection -> !untold.contains(selection), review -> !review.waitsForOpm());
        }

        /** Who asks to leave the pool by a paper of which OPM has not decided yet. */
        List<UUID> waitingForOpm() {
            return persons.once(declined.values().stream()
                    .filter(CandidateReview::waitsForOpm)
                    .map(CandidateReview::candidateId)
                    .toList());
        }

        /**
         * Whom the case has elected besides, and OPM was not told of in step 5: a review that is returned with another selection says so
         * of nobody, as nothing would have to follow.
         */
        List<Selection> untoldAt(Selection verified) {
            return selections.stream()
                    .filter(selection -> selection.isHeld()
                            && !selection.id().equals(verified.id())
                            && selection.notifiedOn().isEmpty())
                    .toList();
        }

        private Map<UUID, CaseStanding> standings(Predicate<Selection> counts, Predicate<CandidateReview> proves) {
            var known = new HashSet<>(reviews.keySet());
            known.addAll(declined.keySet());
            known.addAll(exceptions.candidates());
            selections.stream()
                    .filter(Selection::isHeld)
                    .map(Selection::candidateId)
                    .forEach(known::add);
            return persons.once(known).stream()
                    .collect(toMap(Function.identity(), candidate -> standing(candidate, counts, proves)));
        }

        /** What a candidate is called to people who may know the name. */
        String name(UUID candidateId) {
            return person(candidateId).map(Candidate::name).orElse("Another candidate");
        }

        /** What a candidate is called where names do not belong. */
        String number(UUID candidateId) {
            return person(candidateId).map(Candidate::applicantNumber).orElse("Another candidate");
        }
    }

    /** Everybody. */
    Known of(HiringCase hiring) {
        return of(hiring, categories -> categories, Set.of());
    }

    /** Everybody, and besides these, whether or not the case has anything on record about them. */
    Known and(Set<UUID> besides, HiringCase hiring) {
        return of(hiring, categories -> categories, besides);
    }

    /** Everybody, if OPM had referred down to that category. */
    Known ifReferredDownTo(Rating lowest, HiringCase hiring) {
        return of(hiring, categories -> categories.downTo(Optional.of(lowest)), Set.of());
    }

    private Known of(HiringCase hiring, UnaryOperator<ReferredCategories> referral, Set<UUID> besides) {
        var number = hiring.number().value();
        var pool = pools.byAnnouncement(hiring.announcement());
        var referred = referrals.of(hiring, pool);
        var categories = referral.apply(referred.categories());
        var field = candidates.field(
                hiring.announcement(),
                Set.copyOf(hiring.dutyLocations()),
                Arrays.stream(Rating.values()).filter(categories::refers).toList());
        var persons = new Persons(field);
        var recorded = reviews.ofCaseAndWhoDeclined(
                number, hiring.agency(), hiring.announcement().value());
        var reviewed = OnRecord.byCandidate(recorded.stream()
                .filter(review -> review.caseNumber().equals(number))
                .toList());
        var elected = selections.ofCase(number);
        var ofCase = exceptions.of(hiring, persons);
        var loaded = field.stream().collect(toMap(Candidate::id, Function.identity()));
        var concerned = OnRecord.concerned(elected, reviewed.keySet(), ofCase.candidates(), besides);
        var outside = candidates.byIds(
                concerned.stream().filter(id -> !loaded.containsKey(id)).toList());
        outside.forEach(other -> loaded.put(other.id(), other));
        var list = law.list(hiring, pool, categories, field, outside);
        var others = concerned.stream()
                .filter(id -> list.of(id).isEmpty())
                .map(loaded::get)
                .filter(Objects::nonNull)
                .toList();
        // Of several records of one person off the list, the one that the case works with.
        var shown = Set.copyOf(persons.once(others.stream()
                .sorted(comparing((Candidate other) -> !OnRecord.isHeld(elected, other.id()))
                        .thenComparing(other -> !reviewed.containsKey(other.id()))
                        .thenComparing(other -> !other.optedIn())
                        .thenComparing(Candidate::applicantNumber))
                .map(Candidate::id)
                .toList()));
        var people = Stream.concat(
                        list.entries().stream().map(entry -> loaded.get(entry.id())),
                        others.stream()
                                .filter(other -> shown.contains(other.id()))
                                .sorted(comparing(Candidate::name).thenComparing(Candidate::applicantNumber)))
                .toList();
        var records = persons.all(people.stream().map(Candidate::id).toList()).stream()
                .map(loaded::get)
                .filter(record -> record.optedIn()
                        || shown.contains(record.id())
                        || OnRecord.isNamed(record.id(), reviewed, elected))
                .collect(toMap(Candidate::id, Function.identity()));
        return new Known(
                hiring,
                pool,
                people,
                records,
                persons,
                list,
                categories,
                referred.merge(),
                persons.all(reviewed, CandidateReview::latest),
                elected,
                persons.all(
                        OnRecord.declinations(
                                recorded.stream()
                                        .filter(review -> review.declinedOn() != null)
                                        .toList(),
                                hiring.number()),
                        OnRecord.documentedFor(hiring.number())),
                ofCase,
                asking(hiring, reviewed.values(), ofCase));
    }

    /**
     * One candidate of the case.
     *
     * @throws Refusal 404 when the candidate is not among the case's, whether or not there is such a candidate
     */
    Known of(HiringCase hiring, UUID candidateId) {
        var number = hiring.number().value();
        var ofPerson = candidates.ofPerson(hiring.announcement(), candidateId);
        var records = ofPerson.stream().collect(toMap(Candidate::id, Function.identity()));
        var persons = new Persons(ofPerson);
        var reviewed =
                OnRecord.byCandidate(reviews.findByCaseNumberAndCandidateIdIn(number, persons.records(candidateId)));
        var elected = selections.ofCase(number);
        var pool = pools.byAnnouncement(hiring.announcement());
        var referred = referrals.of(hiring, pool);
        var categories = referred.categories();
        var list = law.list(hiring, pool, categories, ofPerson, List.of());
        var candidate = Optional.ofNullable(records.get(candidateId))
                .filter(found -> OnRecord.isNamed(candidateId, reviewed, elected)
                        // Through another record of the person only what the candidate agreed to share.
                        || found.optedIn()
                                && (list.of(candidateId).isPresent()
                                        || persons.records(candidateId).stream()
                                                .anyMatch(id -> OnRecord.isNamed(id, reviewed, elected)))
                        // The list shows whoever an exception is about, even when that person is no longer available.
                        || isExceptional(hiring, found, persons))
                .orElseThrow(CaseCandidates::unknown);
        return new Known(
                hiring,
                pool,
                List.of(candidate),
                records,
                persons,
                list,
                categories,
                referred.merge(),
                persons.all(reviewed, CandidateReview::latest),
                elected,
                persons.all(
                        OnRecord.declinations(
                                reviews.declinations(hiring.agency(), persons.records(candidateId)), hiring.number()),
                        OnRecord.documentedFor(hiring.number())),
                OrderExceptions.OfCase.NONE,
                asking(hiring, reviewed.values(), OrderExceptions.OfCase.NONE));
    }

    private boolean isExceptional(HiringCase hiring, Candidate candidate, Persons persons) {
        var records = candidate.optedIn() ? persons.records(candidate.id()) : Set.of(candidate.id());
        return !Collections.disjoint(
                records, exceptions.of(hiring, new Persons(List.of())).candidates());
    }

    /** What became of the letters to these candidates; no query when nobody was written to. */
    private Asking asking(HiringCase hiring, Collection<CandidateReview> reviews, OrderExceptions.OfCase exceptions) {
        var anybodyWrittenTo =
                reviews.stream().anyMatch(review -> review.contactId().isPresent())
                        || !exceptions.passOvers().isEmpty()
                        || !exceptions.secondReviews().isEmpty();
        return new Asking(anybodyWrittenTo ? messages.letters(hiring.number()) : Map.of(), office);
    }

    static Refusal unknown() {
        return Refusal.unknown("There is no such candidate in this case.");
    }

    /** What the law looks at when somebody is elected today. */
    Situation today(Known known) {
        return CaseLaw.situation(known, known.standings(), office.today(), Optional.empty());
    }

    /** What the law looks at when a selection is verified: the list as it is now, the days as they were, and what OPM was told of. */
    Situation atVerification(Known known, Selection selection) {
        return CaseLaw.situation(
                known, known.standingsToldWith(selection), selection.electedOn(), selection.notifiedOn());
    }

    /** The same, were OPM told of every election, and had it confirmed every withdrawal. */
    Situation onceAllIsTold(Known known, Selection selection) {
        return CaseLaw.situation(known, known.standings(), selection.electedOn(), selection.notifiedOn());
    }
}
