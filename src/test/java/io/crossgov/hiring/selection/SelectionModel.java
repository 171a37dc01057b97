package io.crossgov.hiring.selection;

import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.VeteransPreference;
import io.crossgov.hiring.leaving.LeavingState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One certificate, its candidates and the cases on it, as the rules L8, L9, L11 to L16 and L18 have it: plain values and nothing of the
 * product but its words. For all that agencies, OPM and candidates can do it says whether it may be done ({@code may…}), and what is so
 * afterwards. The rules are written here a second time on purpose: a test that asked package law would agree with its mistakes.
 */
final class SelectionModel {

    private static final int ENOUGH = 3;

    private static final Set<SelectionState> VERIFIED = Set.of(
            SelectionState.VERIFIED,
            SelectionState.TENTATIVE_OFFERED,
            SelectionState.TENTATIVE_ACCEPTED,
            SelectionState.FINAL_OFFERED,
            SelectionState.FINAL_ACCEPTED,
            SelectionState.ONBOARDED);

    /** Where an agency's wish to pass over somebody, or to have him or her removed, stands for one case. */
    private enum Standing {
        NONE,
        ASKED,
        FILED,
        SUSTAINED,
        REMOVED,
        DENIED,
        /** Under way, while another one for the position was denied that this one says nothing new about. */
        OVERTAKEN;

        private boolean isLeftOut() {
            return this == SUSTAINED || this == REMOVED;
        }
    }

    /** Somebody on the certificate. */
    static final class Person {

        final UUID id;
        final String name;
        final VeteransPreference preference;
        final Rating rating;
        final Set<String> places;
        private final boolean displaced;
        private Availability availability = Availability.AVAILABLE;
        private UUID holder;
        private LeavingState leaving;
        /** The cases that put on record that the person asks to leave, since OPM decided last. */
        private final Set<Hiring> askedIn = new HashSet<>();
        /** Whether the days to say that it was a mistake are over. */
        private boolean leftForGood;

        Person(
                UUID id,
                String name,
                VeteransPreference preference,
                Rating rating,
                Set<String> places,
                boolean displaced) {
            this.displaced = displaced;
            this.id = id;
            this.name = name;
            this.preference = preference;
            this.rating = rating;
            this.places = places;
        }

        boolean isPreferred() {
            return preference != VeteransPreference.NONE;
        }

        /** L16: a displaced employee who has priority wherever he or she would work. */
        boolean isDisplaced() {
            return displaced;
        }

        /** 5 CFR 330.707: may be appointed before a displaced employee of another agency. */
        private boolean hasTenPoints() {
            return Set.of(VeteransPreference.CPS, VeteransPreference.CP, VeteransPreference.XP)
                    .contains(preference);
        }

        /** L12: a compensable disability of 10 percent or more stands in the highest category, in this series. */
        private Rating category() {
            return preference == VeteransPreference.CPS || preference == VeteransPreference.CP
                    ? Rating.BEST_QUALIFIED
                    : rating;
        }

        private boolean isAvailable() {
            return availability == Availability.AVAILABLE;
        }

        private void is(Availability now, UUID heldBy) {
            availability = now;
            holder = heldBy;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** One election, and how far it has come. */
    static final class Selected {

        final UUID id;
        final Hiring hiring;
        final Person person;
        final String place;
        final List<Person> alternates;
        private final int electedAt;
        private int verifiedAt;
        private int vacancy;
        private SelectionState state = SelectionState.ELECTED;
        private List<String> tasks = List.of("notify-opm-of-selection");

        private Selected(
                UUID id,
                Hiring hiring,
                Person person,
                String place,
                List<Person> alternates,
                int vacancy,
                int electedAt) {
            this.electedAt = electedAt;
            this.id = id;
            this.hiring = hiring;
            this.person = person;
            this.place = place;
            this.alternates = List.copyOf(alternates);
            this.vacancy = vacancy;
        }

        boolean isRunning() {
            return !Set.of(SelectionState.ONBOARDED, SelectionState.LOST, SelectionState.DECLINED)
                    .contains(state);
        }

        boolean isVerified() {
            return VERIFIED.contains(state);
        }

        private boolean isTold() {
            return state != SelectionState.ELECTED;
        }

        private boolean isHeld() {
            return isRunning() || state == SelectionState.ONBOARDED;
        }

        /** The task to be done next; empty when it has ended. */
        Optional<String> task() {
            return tasks.stream().findFirst();
        }

        private void comesTo(SelectionState next, String... waitingAt) {
            state = next;
            tasks = List.of(waitingAt);
        }

        private void ends(SelectionState how) {
            comesTo(how);
            vacancy = 0;
        }

        @Override
        public String toString() {
            return person + " in " + hiring + " (" + state + ")";
        }
    }

    /** One request to pass somebody over, or to have somebody removed. */
    static final class Request {

        final UUID id;
        final Hiring hiring;
        final Person person;
        private final boolean objection;
        private final boolean newFacts;
        private final int askedAt;
        private int decidedAt;
        private PassOver.State state = PassOver.State.ASKED;
        private int filledAt = -1;

        private Request(UUID id, Hiring hiring, Person person, boolean objection, boolean newFacts, int askedAt) {
            this.objection = objection;
            this.newFacts = newFacts;
            this.askedAt = askedAt;
            this.id = id;
            this.hiring = hiring;
            this.person = person;
        }

        boolean isPending() {
            return state == PassOver.State.ASKED || state == PassOver.State.FILED;
        }

        private boolean answers(Request denial) {
            return newFacts && askedAt > denial.decidedAt;
        }

        private Standing standing() {
            return switch (state) {
                case SUSTAINED -> objection ? Standing.REMOVED : Standing.SUSTAINED;
                case ASKED -> Standing.ASKED;
                case FILED -> Standing.FILED;
                case DENIED -> Standing.DENIED;
                default -> Standing.NONE;
            };
        }

        /** The task to be done next; none while a veteran with a disability of 30 percent or more may answer, or when it has ended. */
        Optional<String> task() {
            return switch (state) {
                case ASKED -> Optional.of("file-pass-over");
                case FILED ->
                    person.preference == VeteransPreference.CPS ? Optional.empty() : Optional.of("decide-pass-over");
                default -> Optional.empty();
            };
        }

        @Override
        public String toString() {
            return person + " in " + hiring + " (" + state + ")";
        }
    }

    /** What one case has on record about one candidate. */
    private static final class Review {

        private boolean contacted;
        private boolean asked;
        private InterestAnswer answer;
        private boolean noted;
        private boolean answerOnPaper;
        private boolean notSelected;
        private boolean declined;
        private boolean declineOnPaper;
        /** Whether the paper is the one with which the candidate asks to leave the pool. */
        private boolean leavingPaper;

        private void declined(boolean onPaper) {
            declined = true;
            declineOnPaper |= onPaper;
            leavingPaper &= !onPaper;
        }

        /** Interest, or what the candidate wrote: no later question takes it away. */
        private boolean hasOwnAnswer() {
            return answer == InterestAnswer.INTERESTED || answer == InterestAnswer.NOT_INTERESTED && answerOnPaper;
        }

        private boolean isProvenNo() {
            return answer == InterestAnswer.NOT_INTERESTED && answerOnPaper
                    || answer == InterestAnswer.FAILED_TO_RESPOND && noted;
        }
    }

    /** One case. */
    static final class Hiring {

        final String number;
        final String agency;
        final String position;
        final int vacancies;
        private boolean merged;
        private boolean open = true;
        private final List<Selected> selections = new ArrayList<>();
        private final List<Request> requests = new ArrayList<>();
        private final Map<Person, Integer> held = new LinkedHashMap<>();
        private final Map<Person, Review> reviews = new LinkedHashMap<>();

        private Hiring(String number, String agency, String position, int vacancies, boolean merged) {
            this.number = number;
            this.agency = agency;
            this.position = position;
            this.vacancies = vacancies;
            this.merged = merged;
        }

        boolean isOpen() {
            return open;
        }

        private Rating own() {
            return merged ? Rating.WELL_QUALIFIED : Rating.BEST_QUALIFIED;
        }

        private Review review(Person person) {
            return reviews.computeIfAbsent(person, nobody -> new Review());
        }

        private boolean holds(Person person) {
            return selections.stream().anyMatch(selected -> selected.isHeld() && selected.person == person);
        }

        private Optional<Request> lastAbout(Person person) {
            return requests.stream().filter(request -> request.person == person).reduce((earlier, later) -> later);
        }

        @Override
        public String toString() {
            return number;
        }
    }

    private final List<Person> people = new ArrayList<>();
    private final List<Hiring> cases = new ArrayList<>();
    private Rating referredDownTo = Rating.BEST_QUALIFIED;

    /** Counts what happens, so that one can be told to have been before another. */
    private int moment;

    // ---- who and what there is

    List<Person> people() {
        return people;
    }

    List<Hiring> cases() {
        return cases;
    }

    List<Selected> selections() {
        return cases.stream().flatMap(hiring -> hiring.selections.stream()).toList();
    }

    List<Request> requests() {
        return cases.stream().flatMap(hiring -> hiring.requests.stream()).toList();
    }

    List<Selected> running(Hiring hiring) {
        return hiring.selections.stream().filter(Selected::isRunning).toList();
    }

    void person(Person person) {
        people.add(person);
    }

    /** A case whose access OPM has just approved: whether categories are merged is decided now, by how many were assigned (L13). */
    Hiring opened(String number, String agency, String position, int vacancies) {
        var best = people.stream()
                .filter(person -> person.category() == Rating.BEST_QUALIFIED)
                .count();
        var hiring = new Hiring(number, agency, position, vacancies, best < ENOUGH);
        cases.add(hiring);
        return hiring;
    }

    // ---- the law

    /** L11: available, and of a category that is referred. */
    private boolean isListed(Hiring hiring, Person person) {
        var lowest = Math.max(hiring.own().ordinal(), referredDownTo.ordinal());
        return person.isAvailable() && person.category().ordinal() <= lowest;
    }

    private boolean isOfOwnCategories(Hiring hiring, Person person) {
        return person.category().ordinal() <= hiring.own().ordinal();
    }

    /** L14, L16: the preference eligibles and displaced employees who have to be taken before this person, for this place. */
    List<Person> whoComesFirst(Hiring hiring, Person person, String place) {
        return whoComesFirst(hiring, person, place, hiring::holds, first -> saidNo(hiring, first));
    }

    private List<Person> whoComesFirst(
            Hiring hiring, Person person, String place, Predicate<Person> elected, Predicate<Person> saidNo) {
        return people.stream()
                .filter(first -> isListed(hiring, first) && !elected.test(first) && !saidNo.test(first))
                .filter(first -> comesFirstByPriority(first, person, place) && isOwedByPriority(hiring, first)
                        || comesFirstByPreference(hiring, first, person, place)
                                && isOwedByPreference(hiring, first)
                                && !isHeldFor(hiring, first))
                .toList();
    }

    private static boolean exercisesPriority(Person person, String place) {
        return person.isDisplaced() && person.places.contains(place);
    }

    private static boolean comesFirstByPriority(Person displaced, Person person, String place) {
        return exercisesPriority(displaced, place) && !exercisesPriority(person, place) && !person.hasTenPoints();
    }

    private boolean comesFirstByPreference(Hiring hiring, Person eligible, Person person, String place) {
        return eligible.isPreferred()
                && !person.isPreferred()
                && !exercisesPriority(person, place)
                && eligible.places.contains(place)
                && (isOfOwnCategories(hiring, eligible) || !isOfOwnCategories(hiring, person));
    }

    private boolean comesFirstByCategory(Hiring hiring, Person higher, Person person, String place) {
        return isOfOwnCategories(hiring, higher)
                && !isOfOwnCategories(hiring, person)
                && !exercisesPriority(person, place)
                && higher.places.contains(place);
    }

    private boolean isOwedByPriority(Hiring hiring, Person displaced) {
        return standing(hiring, displaced) != Standing.REMOVED;
    }

    private boolean isOwedByPreference(Hiring hiring, Person eligible) {
        return !standing(hiring, eligible).isLeftOut();
    }

    private boolean isHeldFor(Hiring hiring, Person eligible) {
        return standing(hiring, eligible) == Standing.FILED && hiring.held.containsKey(eligible);
    }

    /** L13: a category that OPM referred waits while anybody of a higher one is left that was not merged with it. */
    boolean isCategoryOpen(Hiring hiring, Person person, String place) {
        return isCategoryOpen(hiring, person, place, hiring::holds, other -> saidNo(hiring, other));
    }

    private boolean isCategoryOpen(
            Hiring hiring, Person person, String place, Predicate<Person> elected, Predicate<Person> saidNo) {
        return people.stream()
                .filter(other -> comesFirstByCategory(hiring, other, person, place))
                .noneMatch(other -> other.isAvailable()
                        && !saidNo.test(other)
                        && !standing(hiring, other).isLeftOut()
                        && !elected.test(other));
    }

    /** Who can still be selected, for merging also whom the case has elected and OPM has not verified. */
    private boolean isLeft(Hiring hiring, Person person) {
        return person.isAvailable()
                && !saidNo(hiring, person)
                && !standing(hiring, person).isLeftOut();
    }

    /** L13: fewer than three of the highest category are left, and a vacancy is; merging again changes nothing. */
    boolean mayMerge(Hiring hiring) {
        return hiring.open
                && (hiring.merged
                        || hiring.selections.stream().filter(Selected::isHeld).count() < hiring.vacancies
                                && people.stream()
                                                .filter(person -> person.category() == Rating.BEST_QUALIFIED)
                                                .filter(person -> isLeft(hiring, person))
                                                .count()
                                        < ENOUGH);
    }

    /** Merging again changes nothing. */
    boolean isToMerge(Hiring hiring) {
        return !hiring.merged && mayMerge(hiring);
    }

    void merged(Hiring hiring) {
        hiring.merged = true;
    }

    /** L13: the highest category is exhausted in a case that has no more, or nearly so in the pool where there is no such case. */
    boolean mayReferTheNextCategory() {
        var waiting =
                cases.stream().filter(hiring -> hiring.open && !hiring.merged).toList();
        var best = people.stream()
                .filter(person -> person.category() == Rating.BEST_QUALIFIED)
                .toList();
        return referredDownTo != Rating.BEST_QUALIFIED
                || (waiting.isEmpty()
                        ? best.stream().filter(Person::isAvailable).count() < ENOUGH
                        : waiting.stream().anyMatch(hiring -> best.stream()
                                .noneMatch(person -> isLeft(hiring, person) && !hiring.holds(person))));
    }

    /** L9, L14: by the candidate's own paper, or by silence to a question that left, with a note. */
    private boolean saidNo(Hiring hiring, Person person) {
        return declinedOnPaper(hiring.agency, person)
                || hiring.reviews.containsKey(person)
                        && hiring.reviews.get(person).isProvenNo();
    }

    /** To OPM that verifies a paper proves nothing with which the person asks to leave the pool, before OPM has decided about it. */
    private boolean saidNoToOpm(Hiring hiring, Person person) {
        var undecided = ofAgency(hiring.agency).anyMatch(other -> waitsForOpm(other, person));
        return undecided
                ? hiring.reviews.containsKey(person)
                        && hiring.reviews.get(person).isProvenNo()
                : saidNo(hiring, person);
    }

    private static boolean waitsForOpm(Hiring hiring, Person person) {
        return person.leaving == LeavingState.OPEN
                && person.askedIn.contains(hiring)
                && hiring.review(person).declineOnPaper;
    }

    /** Who asks to leave the pool by a paper which OPM has yet to read. */
    List<Person> undecided(Hiring hiring) {
        return people.stream()
                .filter(person -> ofAgency(hiring.agency).anyMatch(other -> waitsForOpm(other, person)))
                .toList();
    }

    private boolean declinedOnPaper(String agency, Person person) {
        return ofAgency(agency)
                .flatMap(other -> Stream.ofNullable(other.reviews.get(person)))
                .anyMatch(review -> review.declined && review.declineOnPaper);
    }

    private boolean declined(String agency, Person person) {
        return ofAgency(agency)
                .flatMap(hiring -> Stream.ofNullable(hiring.reviews.get(person)))
                .anyMatch(review -> review.declined);
    }

    private Stream<Hiring> ofAgency(String agency) {
        return cases.stream().filter(hiring -> hiring.agency.equals(agency));
    }

    /**
     * L15: sustained once is sustained for the position, denied once is denied for it; all else holds for the case. The agency's cases here
     * are all about one position, whatever it is called: they have one position description.
     */
    private Standing standing(Hiring hiring, Person person) {
        var sustained = aboutPosition(hiring, person)
                .filter(request -> request.state == PassOver.State.SUSTAINED)
                .filter(request -> request.hiring == hiring || !request.objection)
                .filter(this::stands)
                .reduce((earlier, later) -> later);
        if (sustained.isPresent()) {
            return sustained.get().standing();
        }
        var pending = hiring.requests.stream()
                .filter(request -> request.person == person && request.isPending())
                .findFirst();
        if (pending.isPresent()) {
            return isDeniedBefore(pending.get())
                    ? Standing.OVERTAKEN
                    : pending.get().standing();
        }
        return denials(hiring, person).findFirst().map(Request::standing).orElse(Standing.NONE);
    }

    private Stream<Request> aboutPosition(Hiring hiring, Person person) {
        return ofAgency(hiring.agency)
                .flatMap(other -> other.requests.stream())
                .filter(request -> request.person == person)
                .sorted(Comparator.comparing(request -> request.askedAt));
    }

    private Stream<Request> denials(Hiring hiring, Person person) {
        return aboutPosition(hiring, person).filter(request -> request.state == PassOver.State.DENIED);
    }

    private boolean stands(Request sustained) {
        return denials(sustained.hiring, sustained.person)
                .filter(denial -> denial.decidedAt < sustained.decidedAt)
                .allMatch(sustained::answers);
    }

    private boolean isDeniedBefore(Request request) {
        return denials(request.hiring, request.person).anyMatch(denial -> !request.answers(denial));
    }

    /** L15: one position has one answer, in whichever case it is asked about. */
    boolean mayDecide(Request request, boolean sustain) {
        return sustain
                ? !isDeniedBefore(request)
                : request.objection
                        || aboutPosition(request.hiring, request.person)
                                .filter(other -> other.hiring != request.hiring)
                                .filter(other -> other.state == PassOver.State.SUSTAINED && !other.objection)
                                .noneMatch(this::stands);
    }

    /** Whether the person was set aside in the case: declined the agency, or not selected and no alternate of anybody either. */
    private boolean isSetAside(Hiring hiring, Person person) {
        var isAlternate = running(hiring).stream().anyMatch(selected -> selected.alternates.contains(person));
        return declined(hiring.agency, person)
                || !isAlternate && hiring.reviews.containsKey(person) && hiring.reviews.get(person).notSelected;
    }

    private boolean isNotInterested(Hiring hiring, Person person) {
        return hiring.reviews.containsKey(person) && hiring.reviews.get(person).answer == InterestAnswer.NOT_INTERESTED;
    }

    /** Whether the case has to do with the person: on its list, or on its record. */
    private boolean isOfCase(Hiring hiring, Person person) {
        return isListed(hiring, person)
                || hiring.reviews.containsKey(person)
                || hiring.requests.stream().anyMatch(request -> request.person == person)
                || standing(hiring, person) != Standing.NONE
                || hiring.held.containsKey(person)
                || hiring.selections.stream()
                        .anyMatch(selected -> selected.person == person || selected.alternates.contains(person));
    }

    /** Vacancies neither taken nor held for somebody else to whom one may still be owed. */
    private long freeFor(Hiring hiring, Person person) {
        return hiring.vacancies
                - hiring.selections.stream().filter(Selected::isHeld).count()
                - hiring.held.keySet().stream()
                        .filter(other -> other != person && !hiring.holds(other))
                        .filter(other -> !standing(hiring, other).isLeftOut())
                        .count();
    }

    // ---- electing

    boolean mayElect(Hiring hiring, Person person, String place, Collection<Person> alternates) {
        return hiring.open
                && !hiring.holds(person)
                && !isSetAside(hiring, person)
                && !isNotInterested(hiring, person)
                && isListed(hiring, person)
                && standing(hiring, person) != Standing.REMOVED
                && person.places.contains(place)
                && whoComesFirst(hiring, person, place).isEmpty()
                && isCategoryOpen(hiring, person, place)
                && freeFor(hiring, person) > 0
                && new HashSet<>(alternates).size() == alternates.size()
                && alternates.stream()
                        .allMatch(alternate ->
                                alternate != person && isListed(hiring, alternate) && !hiring.holds(alternate));
    }

    Selected elected(UUID id, Hiring hiring, Person person, String place, List<Person> alternates) {
        var taken = hiring.selections.stream().map(selected -> selected.vacancy).collect(Collectors.toSet());
        var vacancy = Stream.iterate(1, number -> number + 1)
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElseThrow();
        var selected = new Selected(id, hiring, person, place, alternates, vacancy, ++moment);
        hiring.selections.add(selected);
        hiring.requests.stream()
                .filter(request -> request.person == person && request.isPending())
                .forEach(request -> request.filledAt = selected.electedAt);
        noLongerNeeded(hiring, person);
        return selected;
    }

    /** Whom the next alternate's election would be about; empty when it cannot even be tried. */
    Optional<Person> nextAlternate(Selected lost) {
        return lost.hiring.open && !lost.isHeld()
                ? lost.alternates.stream()
                        .filter(alternate -> canBeHad(lost.hiring, alternate))
                        .findFirst()
                : Optional.empty();
    }

    private boolean canBeHad(Hiring hiring, Person person) {
        return isListed(hiring, person)
                && !hiring.holds(person)
                && !isSetAside(hiring, person)
                && !isNotInterested(hiring, person);
    }

    /** Where the alternate would work: where the lost one would have, or else the first of the own places. */
    String placeFor(Selected lost, Person alternate) {
        return alternate.places.contains(lost.place)
                ? lost.place
                : alternate.places.stream().sorted().findFirst().orElseThrow();
    }

    List<Person> alternatesAfter(Selected lost, Person next) {
        return lost.alternates.stream()
                .filter(alternate -> alternate != next && canBeHad(lost.hiring, alternate))
                .toList();
    }

    // ---- steps 5 to 8

    /** Whether the next task of a selection may be completed as it usually is: only the law holds one up, at verification (L13, L14, L16). */
    boolean mayGoOn(Selected selected) {
        var asked = selected.task().orElseThrow();
        Predicate<Person> told = first -> isElectedAndTold(selected, first);
        Predicate<Person> saidNo = first -> saidNoToOpm(selected.hiring, first);
        return !(asked.equals("verify-selection") || asked.equals("correct-selection"))
                || whoComesFirst(selected.hiring, selected.person, selected.place, told, saidNo)
                                .isEmpty()
                        && isCategoryOpen(selected.hiring, selected.person, selected.place, told, saidNo);
    }

    /** OPM counts on no election of which it was not told in step 5, whatever a review says that came with this selection. */
    private static boolean isElectedAndTold(Selected verified, Person first) {
        return verified.hiring.selections.stream()
                .filter(selected -> selected.person == first && selected.isHeld())
                .anyMatch(Selected::isTold);
    }

    /** Who has to be taken before that selection goes on, by any of the three rules. */
    List<Person> inTheWayOf(Selected selected) {
        var hiring = selected.hiring;
        return Stream.concat(
                        whoComesFirst(hiring, selected.person, selected.place).stream(),
                        people.stream()
                                .filter(other -> comesFirstByCategory(hiring, other, selected.person, selected.place))
                                .filter(other -> isLeft(hiring, other) && !hiring.holds(other)))
                .toList();
    }

    /** Elections of which OPM is not told: whose selections wait in step 5. */
    List<Selected> untold(Hiring hiring) {
        return running(hiring).stream().filter(selected -> !selected.isTold()).toList();
    }

    /** The next task was completed as it usually is. */
    void wentOn(Selected selected) {
        switch (selected.task().orElseThrow()) {
            case "notify-opm-of-selection" -> selected.comesTo(SelectionState.NOTIFIED, "name-certificate-recipients");
            case "name-certificate-recipients" ->
                selected.comesTo(SelectionState.RECIPIENTS_NAMED, "release-application-material");
            case "release-application-material" ->
                selected.comesTo(SelectionState.RELEASED, "return-certificate-review");
            case "return-certificate-review" -> selected.comesTo(SelectionState.REVIEW_RETURNED, "verify-selection");
            case "correct-selection" -> selected.comesTo(SelectionState.REVIEW_RETURNED, "verify-selection");
            case "verify-selection" -> verified(selected);
            case "extend-tentative-offer" -> selected.comesTo(SelectionState.TENTATIVE_OFFERED, "record-offer-answer");
            case "record-offer-answer" ->
                selected.comesTo(SelectionState.TENTATIVE_ACCEPTED, "build-new-hire-record", "set-pay");
            case "build-new-hire-record" -> selected.comesTo(SelectionState.TENTATIVE_ACCEPTED, "set-pay");
            case "set-pay" -> selected.comesTo(SelectionState.TENTATIVE_ACCEPTED, "extend-final-offer");
            case "extend-final-offer" -> selected.comesTo(SelectionState.FINAL_OFFERED, "record-final-answer");
            case "record-final-answer" -> selected.comesTo(SelectionState.FINAL_ACCEPTED, "confirm-entry-on-duty");
            case "confirm-entry-on-duty" -> onboarded(selected);
            default -> throw new IllegalStateException("no usual answer to " + selected.tasks);
        }
    }

    /** L8: the person is this agency's; every other selection of the person ends. */
    private void verified(Selected selected) {
        selected.comesTo(SelectionState.VERIFIED, "extend-tentative-offer");
        selected.verifiedAt = ++moment;
        selected.person.is(Availability.COMMITTED, selected.id);
        runningOf(selected.person).filter(other -> other != selected).forEach(this::lose);
    }

    private void onboarded(Selected selected) {
        selected.comesTo(SelectionState.ONBOARDED);
        selected.person.is(Availability.HIRED, selected.id);
        var filled = selected.hiring.selections.stream()
                .filter(other -> other.state == SelectionState.ONBOARDED)
                .count();
        if (filled >= selected.hiring.vacancies) {
            closed(selected.hiring);
        }
    }

    void sentBack(Selected selected) {
        selected.comesTo(SelectionState.REVIEW_RETURNED, "correct-selection");
    }

    /** The offer was declined, or nobody came: to whom the candidate is lost is asked next. */
    void declinedOffer(Selected selected) {
        selected.comesTo(selected.state, "determine-withdrawal-scope");
    }

    void declined(Selected selected, WithdrawalScope scope, boolean onPaper) {
        selected.ends(SelectionState.DECLINED);
        selected.hiring.review(selected.person).declined(onPaper);
        selected.person.is(Availability.AVAILABLE, null);
        if (scope == WithdrawalScope.ALL_AGENCIES) {
            asksToLeave(selected.hiring, selected.person);
        }
    }

    private void asksToLeave(Hiring hiring, Person person) {
        if (person.leaving != LeavingState.OPEN) {
            person.askedIn.clear();
        }
        person.leaving = LeavingState.OPEN;
        person.askedIn.add(hiring);
        hiring.review(person).leavingPaper = true;
    }

    /** L14: not by the agency's word alone, while somebody's selection rests on that the person is elected, too. */
    boolean mayDeclineOffer(Selected selected, boolean onPaper) {
        return onPaper || !isRestedOn(selected);
    }

    private boolean isRestedOn(Selected selected) {
        return selected.hiring.selections.stream()
                        .filter(other -> other != selected && other.isHeld())
                        .anyMatch(other -> restsOn(other, selected.person))
                || isRestedOnElsewhere(selected);
    }

    /** By what another case of the agency selected since this one took the person off its list. */
    private boolean isRestedOnElsewhere(Selected selected) {
        return selected.isVerified()
                && ofAgency(selected.hiring.agency)
                        .filter(hiring -> hiring != selected.hiring)
                        .flatMap(hiring -> hiring.selections.stream())
                        .filter(other -> other.isVerified() && other.verifiedAt > selected.verifiedAt)
                        .anyMatch(other -> restsOnAbsence(other, selected.person));
    }

    /** L13, L14, L16: that the first is elected, too, is what lets the other be. */
    private boolean restsOn(Selected other, Person first) {
        return restsOn(other, first, isOwedByPreference(other.hiring, first));
    }

    private boolean restsOnAbsence(Selected other, Person first) {
        return restsOn(other, first, isOwedByPreference(other.hiring, first) && !isHeldFor(other.hiring, first));
    }

    private boolean restsOn(Selected other, Person first, boolean owedByPreference) {
        return comesFirstByPriority(first, other.person, other.place) && isOwedByPriority(other.hiring, first)
                || comesFirstByPreference(other.hiring, first, other.person, other.place) && owedByPreference
                || comesFirstByCategory(other.hiring, first, other.person, other.place)
                        && isOwedByPreference(other.hiring, first);
    }

    private Stream<Selected> runningOf(Person person) {
        return selections().stream().filter(selected -> selected.isRunning() && selected.person == person);
    }

    private void lose(Selected selected) {
        selected.ends(SelectionState.LOST);
        if (selected.id.equals(selected.person.holder)) {
            selected.person.is(Availability.AVAILABLE, null);
        }
    }

    private void leavesAll(Person person) {
        person.is(Availability.WITHDRAWN, null);
        runningOf(person).forEach(this::lose);
    }

    // ---- reviewing

    boolean mayContact(Hiring hiring, Person person) {
        var isOurs =
                hiring.selections.stream().anyMatch(selected -> selected.person == person && selected.isVerified());
        return mayRecord(hiring, person) && !declined(hiring.agency, person) && (person.isAvailable() || isOurs);
    }

    /** @param asked with the paper that shows it, which counts as asking (L14) */
    void contacted(Hiring hiring, Person person, boolean asked) {
        var review = hiring.review(person);
        review.contacted = true;
        review.asked = asked;
        if (!review.hasOwnAnswer()) {
            review.answer = null;
            review.noted = false;
            review.answerOnPaper = false;
        }
    }

    /** Whom asking again does not make silent. */
    boolean hasAnswered(Hiring hiring, Person person) {
        return hiring.reviews.containsKey(person) && hiring.reviews.get(person).hasOwnAnswer();
    }

    /** Nobody has failed to respond who was not asked, or has answered; the days to answer are over in this model. Whoever is elected declines with a scope. */
    boolean mayAnswer(Hiring hiring, Person person, InterestAnswer answer, boolean onPaper) {
        var review = hiring.reviews.get(person);
        return mayRecord(hiring, person)
                && review != null
                && review.contacted
                && (answer != InterestAnswer.FAILED_TO_RESPOND
                        || review.asked && (review.answer == null || review.answer == InterestAnswer.FAILED_TO_RESPOND))
                && (answer != InterestAnswer.NOT_INTERESTED || review.answer != InterestAnswer.INTERESTED || onPaper)
                && (answer == InterestAnswer.INTERESTED || !hiring.holds(person));
    }

    void answered(Hiring hiring, Person person, InterestAnswer answer, boolean noted, boolean onPaper) {
        var review = hiring.review(person);
        review.answerOnPaper = onPaper || review.answerOnPaper && review.answer == answer;
        review.answer = answer;
        review.noted = noted;
    }

    boolean mayMarkNotSelected(Hiring hiring, Person person) {
        return mayRecord(hiring, person) && !hiring.holds(person);
    }

    void markedNotSelected(Hiring hiring, Person person) {
        hiring.review(person).notSelected = true;
    }

    /** A declination is taken back in all cases of the agency. */
    void reconsidered(Hiring hiring, Person person) {
        Stream.concat(
                        Stream.of(hiring.review(person)),
                        ofAgency(hiring.agency)
                                .flatMap(other -> Stream.ofNullable(other.reviews.get(person)))
                                .filter(review -> review.declined))
                .forEach(review -> {
                    review.declined = false;
                    review.declineOnPaper = false;
                    review.leavingPaper = false;
                    review.notSelected = false;
                });
    }

    boolean mayRecord(Hiring hiring, Person person) {
        return hiring.open && isOfCase(hiring, person);
    }

    /** L9: nobody leaves who entered on duty: not this agency in that case, and not all agencies at all; and all agencies on paper only. */
    boolean mayWithdraw(Hiring hiring, Person person, WithdrawalScope scope, boolean onPaper) {
        var isHiredHere = hiring.holds(person) && person.availability == Availability.HIRED;
        return mayRecord(hiring, person)
                && !isHiredHere
                && (scope == WithdrawalScope.THIS_AGENCY || onPaper && person.availability != Availability.HIRED)
                && (isShown(hiring, person, onPaper)
                        || runningOf(person)
                                .filter(selected -> selected.hiring.agency.equals(hiring.agency))
                                .noneMatch(this::isRestedOn));
    }

    /** @param onPaper with what the candidate wrote, without which nobody's rights end */
    void withdrew(Hiring hiring, Person person, WithdrawalScope scope, boolean onPaper) {
        var shown = isShown(hiring, person, onPaper);
        hiring.review(person).declined(onPaper);
        runningOf(person)
                .filter(selected -> selected.hiring.agency.equals(hiring.agency))
                .forEach(this::lose);
        var waitsForOpm = scope == WithdrawalScope.ALL_AGENCIES && person.availability != Availability.WITHDRAWN;
        // What the agency says alone ends no request and frees no vacancy, and what OPM has still to read neither.
        if (shown && !waitsForOpm) {
            noLongerNeeded(hiring, person);
        }
        if (waitsForOpm) {
            asksToLeave(hiring, person);
        }
    }

    // ---- OPM, about who asks to leave the pool

    boolean hasAsked(Person person) {
        return person.leaving != null;
    }

    boolean mayDecideLeaving(Person person) {
        return person.leaving == LeavingState.OPEN;
    }

    /** Nobody leaves who entered on duty meanwhile. */
    boolean mayConfirmLeaving(Person person) {
        return mayDecideLeaving(person) && person.availability != Availability.HIRED;
    }

    void leavingConfirmed(Person person) {
        person.leaving = LeavingState.CONFIRMED;
        leavesAll(person);
    }

    /** @param ownWord the candidate's own word of that agency only, or not the candidate's word at all, which shows nothing */
    void leavingRefused(Person person, boolean ownWord) {
        person.leaving = ownWord ? LeavingState.REFUSED : LeavingState.NOT_OWN_WORD;
        if (ownWord) {
            person.askedIn.stream()
                    .filter(hiring -> hiring.review(person).declined && hiring.review(person).declineOnPaper)
                    .forEach(hiring -> noLongerNeeded(hiring, person));
            reviewsOf(person).forEach(review -> review.leavingPaper = false);
        } else {
            takeBackPapers(person);
        }
    }

    boolean mayUndoLeaving(Person person) {
        return person.leaving == LeavingState.CONFIRMED && !person.leftForGood;
    }

    /** The days to say that it was a mistake are over. */
    void leftForGood(Person person) {
        person.leftForGood = true;
        cases.forEach(hiring -> noLongerNeeded(hiring, person));
        cases.forEach(hiring -> hiring.held.remove(person));
    }

    /** Nothing that ended begins again; what was said by mistake to an agency is taken back. */
    void leavingUndone(Person person) {
        person.leaving = LeavingState.UNDONE;
        person.is(Availability.AVAILABLE, null);
        takeBackPapers(person);
    }

    private void takeBackPapers(Person person) {
        reviewsOf(person).filter(review -> review.leavingPaper).forEach(review -> {
            review.leavingPaper = false;
            review.declined = false;
            review.declineOnPaper = false;
        });
    }

    private Stream<Review> reviewsOf(Person person) {
        return cases.stream().flatMap(hiring -> Stream.ofNullable(hiring.reviews.get(person)));
    }

    private boolean isShown(Hiring hiring, Person person, boolean onPaper) {
        return onPaper || declinedOnPaper(hiring.agency, person);
    }

    // ---- passing over, and holding a vacancy

    /** Whether facts that were not known then are needed, and so are to be given. */
    boolean needsNewFacts(Hiring hiring, Person person) {
        return standing(hiring, person) == Standing.DENIED;
    }

    boolean mayAskToPassOver(Hiring hiring, Person person, boolean newFacts) {
        return person.isPreferred() && mayObjectTo(hiring, person, newFacts);
    }

    boolean mayObjectTo(Hiring hiring, Person person, boolean newFacts) {
        return hiring.open
                && isListed(hiring, person)
                && standing(hiring, person) == (newFacts ? Standing.DENIED : Standing.NONE)
                && !hiring.holds(person);
    }

    void asked(UUID id, Hiring hiring, Person person, boolean objection, boolean newFacts) {
        hiring.requests.add(new Request(id, hiring, person, objection, newFacts, ++moment));
    }

    void filed(Request request) {
        request.state = PassOver.State.FILED;
    }

    void decided(Request request, boolean sustained) {
        request.state = sustained ? PassOver.State.SUSTAINED : PassOver.State.DENIED;
        request.decidedAt = ++moment;
        if (sustained) {
            request.hiring.held.remove(request.person);
        }
    }

    boolean mayWithdrawRequest(Hiring hiring, Person person) {
        return hiring.open
                && hiring.lastAbout(person).filter(Request::isPending).isPresent()
                && !isReliedOn(hiring, person);
    }

    void withdrewRequest(Hiring hiring, Person person) {
        hiring.lastAbout(person).orElseThrow().state = PassOver.State.WITHDRAWN;
        hiring.held.remove(person);
    }

    private void noLongerNeeded(Hiring hiring, Person person) {
        hiring.requests.stream()
                .filter(request -> request.person == person && request.isPending())
                .forEach(request -> {
                    request.state = PassOver.State.MOOT;
                    hiring.held.remove(person);
                });
    }

    boolean mayHold(Hiring hiring, Person person) {
        var asked = standing(hiring, person);
        return mayRecord(hiring, person)
                && (hiring.held.containsKey(person)
                        || asked == Standing.FILED && !hiring.holds(person) && freeFor(hiring, person) > 1);
    }

    void held(Hiring hiring, Person person) {
        hiring.held.putIfAbsent(person, ++moment);
    }

    /** Not once somebody without preference was selected only because the vacancy is held. */
    boolean mayRelease(Hiring hiring, Person person) {
        return mayRecord(hiring, person) && !isReliedOn(hiring, person);
    }

    private boolean isReliedOn(Hiring hiring, Person person) {
        return hiring.held.containsKey(person)
                && person.isPreferred()
                && person.availability != Availability.HIRED
                && !standing(hiring, person).isLeftOut()
                && !hiring.holds(person)
                && !saidNo(hiring, person)
                && hiring.selections.stream()
                        .anyMatch(selected -> selected.isHeld()
                                && comesFirstByPreference(hiring, person, selected.person, selected.place));
    }

    void released(Hiring hiring, Person person) {
        hiring.held.remove(person);
    }

    // ---- OPM's list, and the end

    void referredDownTo(Rating lowest) {
        referredDownTo = lowest;
    }

    boolean mayEndReviewing(Hiring hiring) {
        return mayClose(hiring) && running(hiring).isEmpty();
    }

    /** Not while a vacancy is kept that a selection needed by which somebody entered on duty, here or in another case of the agency. */
    boolean mayClose(Hiring hiring) {
        return hiring.open
                && keptFor(hiring).isEmpty()
                && running(hiring).stream().noneMatch(this::isRestedOnElsewhere);
    }

    List<Person> keptFor(Hiring hiring) {
        return people.stream()
                .filter(person -> running(hiring).stream().anyMatch(selected -> selected.person == person)
                        || hiring.held.containsKey(person) && (isListed(hiring, person) || mayUndoLeaving(person)))
                .filter(person -> hiring.selections.stream()
                        .anyMatch(
                                filled -> filled.state == SelectionState.ONBOARDED && neededVacancyOf(filled, person)))
                .toList();
    }

    private boolean neededVacancyOf(Selected filled, Person person) {
        var hiring = filled.hiring;
        var elected = running(hiring).stream()
                .filter(selected -> selected.person == person)
                .findFirst();
        var keptBefore = elected.filter(selected -> selected.electedAt < filled.verifiedAt
                                || heldUntilElected(hiring, person)
                                        .anyMatch(request -> request.askedAt < filled.verifiedAt))
                        .isPresent()
                || hiring.held.getOrDefault(person, Integer.MAX_VALUE) < filled.verifiedAt;
        return keptBefore
                && (elected.isPresent()
                        ? restsOn(filled, person)
                        : comesFirstByPreference(hiring, person, filled.person, filled.place)
                                && (isOwedByPreference(hiring, person)
                                        || mayUndoLeaving(person)
                                                && !standing(hiring, person).isLeftOut()));
    }

    /** By the requests behind the vacancy that the election filled. */
    private static Stream<Request> heldUntilElected(Hiring hiring, Person person) {
        var last = hiring.selections.stream()
                .filter(selected -> selected.person == person)
                .mapToInt(selected -> selected.electedAt)
                .max()
                .orElse(0);
        return hiring.requests.stream()
                .filter(request -> request.person == person)
                .filter(request -> request.state == PassOver.State.DENIED || request.filledAt == last);
    }

    /** Everybody the case holds is free again; nothing is asked any more. */
    void closed(Hiring hiring) {
        hiring.open = false;
        running(hiring).forEach(this::lose);
        hiring.requests.stream().filter(Request::isPending).forEach(request -> request.state = PassOver.State.MOOT);
    }

    // ---- all of it

    /** All that is so, a line a fact, as {@link SelectionModelTest} reads it from the database. */
    List<String> facts() {
        var facts = new ArrayList<String>();
        people.forEach(person -> facts.add(
                words("candidate", person, person.availability, person.holder == null ? "-" : person.holder)));
        for (var hiring : cases) {
            facts.add(words("case", hiring, hiring.open ? "OPEN" : "CLOSED"));
            if (hiring.open) {
                facts.add(words("task", hiring, "review-and-interview-candidates"));
            }
            hiring.held.keySet().forEach(person -> facts.add(words("held", hiring, person)));
            hiring.reviews.forEach((person, review) -> facts.add(words(
                    "review",
                    hiring,
                    person,
                    review.contacted ? "contacted" : "-",
                    review.answer == null ? "-" : review.answer,
                    review.noted ? "noted" : "-",
                    review.declined ? "declined" : "-",
                    review.notSelected ? "not-selected" : "-")));
            for (var selected : hiring.selections) {
                facts.add(words(
                        "selection",
                        hiring,
                        selected.person,
                        selected.id,
                        selected.state,
                        selected.vacancy == 0 ? "-" : selected.vacancy,
                        selected.place));
                selected.tasks.forEach(task -> facts.add(words("task", hiring, task)));
            }
            for (var request : hiring.requests) {
                facts.add(words("pass-over", hiring, request.person, request.id, request.state));
                request.task().ifPresent(task -> facts.add(words("task", hiring, task)));
            }
        }
        facts.sort(String::compareTo);
        return facts;
    }

    private static String words(Object... words) {
        return Stream.of(words).map(String::valueOf).collect(Collectors.joining(" "));
    }
}
