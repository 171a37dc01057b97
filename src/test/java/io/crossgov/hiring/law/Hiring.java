package io.crossgov.hiring.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A case of the agency GSA and its certificate. Unless a test says otherwise: category rating under delegated examining for a position
 * that is not professional or scientific, one vacancy in Denver, elected while the pool is open, nothing on record.
 */
final class Hiring {

    static final LocalDate ISSUED = LocalDate.of(2026, 3, 2);
    static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 27);
    static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
    static final Ruling ALLOWED = new Ruling.Allowed();

    private final List<Eligible> field;
    private final Map<UUID, String> names = new HashMap<>();
    private final Map<UUID, CaseStanding> standings = new HashMap<>();
    private RankingMethod method = RankingMethod.CATEGORY;
    private HiringAuthority authority = HiringAuthority.DELEGATED_EXAMINING;
    private Optional<AuthorityDays> authorityDays = Optional.empty();
    private WellQualified wellQualified = new WellQualified(Rating.WELL_QUALIFIED, null);
    private List<Rating> categories = List.of(Rating.values());
    private boolean professional;
    private Optional<BigDecimal> cutOff = Optional.empty();
    private ReferredCategories referred;
    private MergePolicy policy = MergePolicy.ALWAYS;
    private Set<String> locations = Set.of(Applicant.DENVER);
    private boolean ownEmployeesFirst;
    private Optional<LocalDate> ownEmployeesApplyUntil = Optional.empty();
    private boolean ownEmployeesToReview;
    private boolean shortAppointment;
    private LocalDate electedOn = TODAY;
    private Optional<LocalDate> toldOpmOn = Optional.empty();
    private int vacancies = 1;
    private int taken;

    private Hiring(List<Applicant> applicants) {
        field = applicants.stream().map(Applicant::eligible).toList();
        applicants.forEach(applicant -> names.put(applicant.id(), applicant.toString()));
    }

    static Hiring from(Applicant... applicants) {
        return new Hiring(Arrays.asList(applicants));
    }

    /** Professional or scientific, at GS-9 or above. */
    Hiring professional() {
        professional = true;
        return this;
    }

    Hiring byScoreDownTo(String lowest) {
        byScore();
        cutOff = Optional.of(new BigDecimal(lowest));
        return this;
    }

    Hiring byScoreWithoutCutOff() {
        byScore();
        return this;
    }

    /** Whoever has a score is well-qualified, unless a test says otherwise. */
    private void byScore() {
        method = RankingMethod.NUMERIC;
        wellQualified = new WellQualified(null, BigDecimal.ZERO);
    }

    Hiring direct() {
        authority = HiringAuthority.DIRECT_HIRE;
        method = RankingMethod.UNRANKED;
        return this;
    }

    /** Delegated examining without a ranking, as a pool may still be that was set up before it was refused. */
    Hiring unranked() {
        method = RankingMethod.UNRANKED;
        return this;
    }

    /** In the excepted service, where nobody is ranked. */
    Hiring excepted() {
        authority = HiringAuthority.EXCEPTED_SERVICE;
        method = RankingMethod.UNRANKED;
        return this;
    }

    Hiring directHireOn(AuthorityDays days) {
        authorityDays = Optional.of(days);
        return direct();
    }

    /** Well-qualified for a priority from here on, as the announcement said. */
    Hiring wellQualifiedFrom(WellQualified lowest) {
        wellQualified = lowest;
        return this;
    }

    /** Rated in these categories, the highest first. */
    Hiring ratedIn(Rating... highestFirst) {
        categories = List.of(highestFirst);
        return this;
    }

    Hiring directByCategory() {
        authority = HiringAuthority.DIRECT_HIRE;
        return this;
    }

    /** Of an agency whose hiring managers decide on merging. */
    Hiring asked() {
        policy = MergePolicy.ASK;
        return this;
    }

    /** The manager merges the highest category with the next one now. */
    Hiring merged() {
        referred = categories().merged(ranking(), Merging.left(situation()).size());
        return this;
    }

    /** What was decided when the case was referred, instead of what would be decided now. */
    Hiring referred(ReferredCategories decided) {
        referred = decided;
        return this;
    }

    Hiring referredDownTo(Rating floor) {
        referred = categories().downTo(Optional.of(floor));
        return this;
    }

    Hiring in(String... duty) {
        locations = Set.of(duty);
        return this;
    }

    Hiring vacancies(int count) {
        vacancies = count;
        return this;
    }

    /** For less than 121 days. */
    Hiring forAShortTime() {
        shortAppointment = true;
        return this;
    }

    Hiring ownEmployeesApplyUntil(LocalDate until) {
        ownEmployeesFirst = true;
        ownEmployeesApplyUntil = Optional.of(until);
        return this;
    }

    Hiring ownEmployeesToReview() {
        ownEmployeesToReview = true;
        return this;
    }

    Hiring ownEmployeesNotTold() {
        ownEmployeesFirst = true;
        return this;
    }

    Hiring on(LocalDate day) {
        electedOn = day;
        return this;
    }

    Hiring opmToldOn(LocalDate day) {
        toldOpmOn = Optional.of(day);
        return this;
    }

    Hiring record(Applicant applicant, UnaryOperator<CaseStanding> change) {
        standings.compute(applicant.id(), (id, before) -> change.apply(before == null ? CaseStanding.CLEAR : before));
        return this;
    }

    Hiring passOver(Applicant applicant, CaseStanding.PassOver where) {
        return record(applicant, standing -> standing.with(where));
    }

    Hiring elected(Applicant applicant) {
        taken++;
        return record(applicant, CaseStanding::asElected);
    }

    Ranking ranking() {
        return new Ranking(
                new Assessment(method, categories, wellQualified), authority, authorityDays, professional, cutOff);
    }

    ReferredCategories categories() {
        return referred == null ? TalliedField.decide(ranking(), locations, field, policy) : referred;
    }

    ReferralList list() {
        return ReferralList.of(
                ranking(), categories(), locations, Set.of("GSA", "General Services Administration"), field);
    }

    /** Who is on the list, in its order. */
    List<String> names() {
        return list().entries().stream().map(entry -> names.get(entry.id())).toList();
    }

    ReferralList.Entry entry(Applicant applicant) {
        return list().of(applicant.id()).orElseThrow();
    }

    Situation situation() {
        return new Situation(
                new CertificateWindow(ISSUED, LAST_DAY),
                ownEmployeesFirst,
                ownEmployeesApplyUntil,
                ownEmployeesToReview,
                shortAppointment,
                electedOn,
                toldOpmOn,
                locations,
                list(),
                standings,
                vacancies,
                taken);
    }

    /** What the law says to electing somebody in Denver. */
    Ruling electing(Applicant applicant) {
        return electing(applicant, Applicant.DENVER);
    }

    Ruling electing(Applicant applicant, String location) {
        return OrderOfSelection.check(situation(), new Choice(applicant.id(), location));
    }

    /** Who else has preference when somebody is elected in Denver. */
    List<NotInTheWay> othersWithPreference(Applicant applicant) {
        return OrderOfSelection.othersWithPreference(situation(), new Choice(applicant.id(), Applicant.DENVER));
    }

    /** Who else has priority when somebody is elected in Denver. */
    List<NotInTheWay> othersWithPriority(Applicant applicant) {
        return OrderOfSelection.othersWithPriority(situation(), new Choice(applicant.id(), Applicant.DENVER));
    }

    /** The refusal of electing somebody in Denver. */
    Ruling.Refused refusalOf(Applicant applicant) {
        return refusalOf(applicant, Applicant.DENVER);
    }

    Ruling.Refused refusalOf(Applicant applicant, String location) {
        return (Ruling.Refused) electing(applicant, location);
    }

    /** A refusal as a person reads it who may know the candidates. */
    String sentence(Ruling refusal) {
        return ((Ruling.Refused) refusal).sentence(names::get);
    }
}
