package io.crossgov.hiring.selection;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.Agency;
import io.crossgov.hiring.casefile.CaseMessages;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.CaseStanding;
import io.crossgov.hiring.law.Eligible;
import io.crossgov.hiring.law.ReemploymentList;
import io.crossgov.hiring.law.ReferralList;
import io.crossgov.hiring.law.ReferredCategories;
import io.crossgov.hiring.law.ReferredOnly;
import io.crossgov.hiring.law.Ruling;
import io.crossgov.hiring.law.Situation;
import io.crossgov.hiring.pool.AppointmentType;
import io.crossgov.hiring.pool.Availability;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.PoolType;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.Rating;
import io.crossgov.hiring.pool.TalentPool;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
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
    private final Rankings rankings;
    private final OrderExceptions exceptions;
    private final Agencies agencies;
    private final CaseMessages messages;
    private final int daysToAnswer;
    private final OfficeClock office;

    CaseCandidates(
            Candidates candidates,
            Pools pools,
            SelectionRows selections,
            CandidateReviews reviews,
            CaseReferrals referrals,
            Rankings rankings,
            OrderExceptions exceptions,
            Agencies agencies,
            CaseMessages messages,
            @Value("${crossgov.response-days:5}") int daysToAnswer,
            OfficeClock office) {
        this.candidates = candidates;
        this.pools = pools;
        this.selections = selections;
        this.reviews = reviews;
        this.referrals = referrals;
        this.rankings = rankings;
        this.exceptions = exceptions;
        this.agencies = agencies;
        this.messages = messages;
        this.daysToAnswer = daysToAnswer;
        this.office = office;
    }

    /**
     * All that is known about the candidates of a case.
     *
     * @param people referred ones first, in the order of the referral, then the others by name
     * @param list who is referred now, and why
     * @param categories which categories are referred, and whether they were merged
     * @param declined that candidates declined this agency, in whichever of its cases: one record each, a documented one where there is any
     * @param exceptions pass-overs, second reviews and held vacancies
     * @param asking who was asked for sure, and since when
     */
    record Known(
            HiringCase hiring,
            TalentPool pool,
            List<Candidate> people,
            ReferralList list,
            ReferredCategories categories,
            Map<UUID, CandidateReview> reviews,
            List<Selection> selections,
            Map<UUID, CandidateReview> declined,
            OrderExceptions.OfCase exceptions,
            Asking asking) {

        boolean isReferred(UUID candidateId) {
            return list.of(candidateId).isPresent();
        }

        Optional<Candidate> person(UUID candidateId) {
            return people.stream()
                    .filter(candidate -> candidate.id().equals(candidateId))
                    .findFirst();
        }

        /** The selection in which the case holds the candidate, running or filled. */
        Optional<Selection> heldSelection(UUID candidateId) {
            return selections.stream()
                    .filter(Selection::isHeld)
                    .filter(selection -> selection.candidateId().equals(candidateId))
                    .findFirst();
        }

        /** Whether the case may still go on with the candidate: nobody else holds him or her. */
        boolean isAvailable(Candidate candidate) {
            return candidate.isAvailable()
                    || heldSelection(candidate.id())
                            .filter(selection -> selection.state().isVerified())
                            .isPresent();
        }

        /** Whether the candidate is on the list, nobody's yet in this case, and has not been set aside. */
        boolean canBeElected(UUID candidateId) {
            return isReferred(candidateId)
                    && heldSelection(candidateId).isEmpty()
                    && person(candidateId)
                            .map(this::status)
                            .filter(status -> !status.isGone() && status != ReviewStatus.NOT_SELECTED)
                            .isPresent();
        }

        /** L7: whether the exception by which the request went on, if it was one, covers the candidate. */
        Ruling mayBeAppointed(UUID candidateId) {
            return person(candidateId)
                    .map(candidate -> ReemploymentList.lets(
                            hiring.rplExceptionGround(), candidate.preference(), candidate.federalAgency()))
                    .orElseGet(Ruling.Allowed::new);
        }

        /** Whom to turn to after a selection that was lost: the first alternate who can still be had. */
        Optional<UUID> nextAlternate(Selection lost) {
            return lost.alternates().stream().filter(this::canBeElected).findFirst();
        }

        /** Whether one of its alternates was elected since. */
        boolean isFollowed(Selection lost) {
            return selections.stream()
                    .anyMatch(later -> lost.alternates().contains(later.candidateId())
                            && lost.endedAt()
                                    .filter(later.electedAt()::isBefore)
                                    .isEmpty());
        }

        /** Where the lost one would have worked, if the alternate would work there, too. */
        String locationFor(Selection lost, UUID alternate) {
            var common = person(alternate)
                    .map(person -> ReferredOnly.commonLocations(person.dutyLocations(), ownSpelling(pool, hiring)))
                    .orElse(List.of());
            return common.contains(lost.dutyLocation()) || common.isEmpty() ? lost.dutyLocation() : common.get(0);
        }

        /** 1 for the first alternate of a running selection, 0 for somebody who is none. */
        int alternateRank(UUID candidateId) {
            return selections.stream()
                            .filter(Selection::isRunning)
                            .mapToInt(selection -> selection.alternates().indexOf(candidateId))
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
            var review = reviews.get(candidateId);
            var standing = exceptions.standing(candidateId);
            if (heldSelection(candidateId).isPresent()) {
                standing = standing.asElected();
            }
            return declination(candidateId).isPresent()
                            || review != null && review.isDocumentedNo(asking.inquiry(review))
                    ? standing.asDeclinedOrSilent()
                    : standing;
        }

        /** The record that the candidate declined the agency, with what shows it; empty when there is none, or nothing shows it. */
        Optional<CandidateReview> declination(UUID candidateId) {
            return Optional.ofNullable(declined.get(candidateId)).filter(CandidateReview::isDocumentedDeclination);
        }

        /** The same about everybody of whom anything is known. */
        Map<UUID, CaseStanding> standings() {
            var known = new HashSet<>(reviews.keySet());
            known.addAll(declined.keySet());
            known.addAll(exceptions.candidates());
            selections.stream()
                    .filter(Selection::isHeld)
                    .map(Selection::candidateId)
                    .forEach(known::add);
            return known.stream().collect(toMap(Function.identity(), this::standing));
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
        var number = hiring.number().value();
        var pool = pools.byAnnouncement(hiring.announcement());
        var categories = referrals.of(hiring, pool);
        var field = candidates.field(
                hiring.announcement(),
                Set.copyOf(hiring.dutyLocations()),
                Arrays.stream(Rating.values()).filter(categories::refers).toList());
        var inField = field.stream().collect(toMap(Candidate::id, Function.identity()));
        var reviewed = reviews.findByCaseNumber(number).stream()
                .collect(toMap(CandidateReview::candidateId, Function.identity()));
        var elected = selections.ofCase(number);
        var ofCase = exceptions.of(hiring);
        var concerned = new LinkedHashSet<>(reviewed.keySet());
        concerned.addAll(ofCase.candidates());
        elected.stream()
                .flatMap(
                        selection -> Stream.concat(Stream.of(selection.candidateId()), selection.alternates().stream()))
                .forEach(concerned::add);
        var outside = concerned.stream().filter(id -> !inField.containsKey(id)).toList();
        var others = candidates.byIds(outside);
        var list = list(hiring, pool, categories, field, others);
        var people = new ArrayList<Candidate>();
        list.entries().forEach(entry -> people.add(inField.get(entry.id())));
        Stream.concat(others.stream(), concerned.stream().map(inField::get).filter(Objects::nonNull))
                .filter(candidate -> list.of(candidate.id()).isEmpty())
                .sorted(Comparator.comparing(Candidate::name).thenComparing(Candidate::applicantNumber))
                .forEach(people::add);
        return new Known(
                hiring,
                pool,
                List.copyOf(people),
                list,
                categories,
                reviewed,
                elected,
                declinations(reviews.whoDeclined(
                        hiring.agency(), hiring.announcement().value())),
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
        var review = reviews.findByCaseNumberAndCandidateId(number, candidateId);
        var elected = selections.ofCase(number);
        var known = review.isPresent()
                || elected.stream()
                        .anyMatch(selection -> selection.candidateId().equals(candidateId)
                                || selection.alternates().contains(candidateId));
        var pool = pools.byAnnouncement(hiring.announcement());
        var categories = referrals.of(hiring, pool);
        var candidate = candidates.byIds(List.of(candidateId)).stream()
                .filter(found -> found.announcement().equals(hiring.announcement()))
                .filter(found -> known
                        || list(hiring, pool, categories, List.of(found), List.of())
                                .of(candidateId)
                                .isPresent()
                        // The list shows whoever an exception is about, even when that person is no longer available.
                        || exceptions.of(hiring).candidates().contains(candidateId))
                .findFirst()
                .orElseThrow(CaseCandidates::unknown);
        return new Known(
                hiring,
                pool,
                List.of(candidate),
                list(hiring, pool, categories, List.of(candidate), List.of()),
                categories,
                review.map(row -> Map.of(candidateId, row)).orElse(Map.of()),
                elected,
                declinations(reviews.declinations(hiring.agency(), candidateId)),
                OrderExceptions.OfCase.NONE,
                asking(hiring, review.stream().toList(), OrderExceptions.OfCase.NONE));
    }

    private static Map<UUID, CandidateReview> declinations(Collection<CandidateReview> recorded) {
        return recorded.stream()
                .collect(toMap(
                        CandidateReview::candidateId,
                        Function.identity(),
                        (one, other) -> one.isDocumentedDeclination() ? one : other));
    }

    /** What became of the letters to these candidates; no query when nobody was written to. */
    private Asking asking(HiringCase hiring, Collection<CandidateReview> reviews, OrderExceptions.OfCase exceptions) {
        var anybodyWrittenTo =
                reviews.stream().anyMatch(review -> review.contactId().isPresent())
                        || !exceptions.passOvers().isEmpty();
        return new Asking(anybodyWrittenTo ? messages.letters(hiring.number()) : Map.of(), daysToAnswer, office);
    }

    /** Calendar days a candidate has to answer the interest question, from the day it leaves. */
    int daysToAnswer() {
        return daysToAnswer;
    }

    static Refusal unknown() {
        return Refusal.unknown("There is no such candidate in this case.");
    }

    /** What the law looks at when somebody is elected today. */
    Situation today(Known known) {
        return situation(known, office.today(), Optional.empty());
    }

    /** What the law looks at when a selection is verified: the list as it is now, the days as they were. */
    Situation atVerification(Known known, Selection selection) {
        return situation(known, selection.electedOn(), selection.notifiedOn());
    }

    /** @param others of the case, and not in its field now */
    private ReferralList list(
            HiringCase hiring,
            TalentPool pool,
            ReferredCategories categories,
            Collection<Candidate> field,
            Collection<Candidate> others) {
        return ReferralList.of(
                rankings.of(pool),
                categories,
                ownSpelling(pool, hiring),
                writings(hiring),
                field.stream().map(CaseCandidates::eligible).toList(),
                others.stream().map(CaseCandidates::eligible).toList());
    }

    /** Every way in which the agency may be written in a candidate's record. */
    private Set<String> writings(HiringCase hiring) {
        var writings = new HashSet<>(Set.of(hiring.agency()));
        agencies.find(hiring.agency()).map(Agency::name).ifPresent(writings::add);
        return writings;
    }

    private static Set<String> ownSpelling(TalentPool pool, HiringCase hiring) {
        return hiring.dutyLocations().stream()
                .map(location -> pool.dutyLocation(location).orElse(location))
                .collect(toSet());
    }

    private static Eligible eligible(Candidate candidate) {
        return new Eligible(
                candidate.id(),
                candidate.personKey(),
                candidate.applicantNumber(),
                candidate.rating().orElse(null),
                candidate.score().orElse(null),
                candidate.preference(),
                candidate.priorityStatus(),
                candidate.commutingArea().orElse(null),
                candidate.federalAgency().orElse(null),
                candidate.optedIn(),
                candidate.dutyLocations(),
                candidate.availability());
    }

    private static Situation situation(Known known, LocalDate electedOn, Optional<LocalDate> toldOpmOn) {
        var hiring = known.hiring();
        return new Situation(
                known.pool().window(),
                known.pool().poolType() == PoolType.CSA,
                hiring.ownEmployeesApplyUntil(),
                isShort(hiring),
                electedOn,
                toldOpmOn,
                ownSpelling(known.pool(), hiring),
                known.list(),
                known.standings(),
                hiring.vacancies(),
                known.vacanciesTaken());
    }

    private static boolean isShort(HiringCase hiring) {
        return hiring.appointmentType()
                        .filter(AppointmentType.TEMPORARY::equals)
                        .isPresent()
                && hiring.appointmentDays().isPresent()
                && Situation.isShort(hiring.appointmentDays().getAsInt());
    }
}
