package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.DutyPlace;
import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.Assessment;
import io.crossgov.hiring.law.AuthorityDays;
import io.crossgov.hiring.law.CertificateWindow;
import io.crossgov.hiring.law.CutOffMechanism;
import io.crossgov.hiring.law.HiringAuthority;
import io.crossgov.hiring.law.PoolTerm;
import io.crossgov.hiring.law.PoolType;
import io.crossgov.hiring.law.RankingMethod;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.Service;
import io.crossgov.hiring.law.WellQualified;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** A certificate that agencies share: one announcement, its qualification statements, its window. Candidates stand in {@link Candidates}. */
@Entity
public class TalentPool {

    @Id
    private String announcement;

    private String title;
    private String series;
    private String grade;

    @Convert(converter = JsonColumns.Equivalents.class)
    private Map<String, Set<String>> equivalentGrades;

    private String fullPerformanceLevel;

    @Enumerated(EnumType.STRING)
    private AppointmentType appointmentType;

    @Convert(converter = JsonColumns.Texts.class)
    private List<String> dutyLocations;

    @Enumerated(EnumType.STRING)
    private HiringAuthority hiringAuthority;

    @Enumerated(EnumType.STRING)
    private RankingMethod rankingMethod;

    @Enumerated(EnumType.STRING)
    private PoolType poolType;

    private String issuingAgency;
    private LocalDate issuedOn;
    private LocalDate openUntil;

    /** As {@link #window()} tells it: only to be found by. */
    private LocalDate lastDay;

    /** As {@link #searchedLine} makes it: only to be found by. */
    private String inOneLine;

    private boolean sharingNotice;
    private boolean ictapCleared;
    private String ictapReason;
    private LocalDate closedAndAuditedOn;

    /** Null in a pool that was set up before they were asked for: all three. */
    @Convert(converter = JsonColumns.Categories.class)
    private List<Rating> categories;

    @Enumerated(EnumType.STRING)
    private Rating wellQualifiedRating;

    @Column(precision = 6, scale = 2)
    private BigDecimal wellQualifiedScore;

    private String directHireAuthority;
    private LocalDate directHireFrom;
    private LocalDate directHireUntil;
    private LocalDate opensOn;

    @Enumerated(EnumType.STRING)
    private CutOffMechanism.Kind cutOffKind;

    @Column(precision = 6, scale = 2)
    private BigDecimal cutOffValue;

    private LocalDate cutOffFixedOn;
    private Integer longestAppointment;

    private String term;
    private String termName;

    /** Null in a rolling pool, and in one whose type says how long it is open. */
    private Integer termMonths;

    private LocalDate cutOffChangedOn;
    private String cutOffChangedWhy;

    @Convert(converter = JsonColumns.Texts.class)
    private List<String> priorityAgencies;

    private LocalDate priorityUntil;

    @ElementCollection
    @CollectionTable(name = "qualification_statement", joinColumns = @JoinColumn(name = "announcement"))
    @OrderBy("number")
    private List<QualificationStatement> statements = new ArrayList<>();

    @Convert(converter = JsonColumns.Texts.class)
    private List<String> generalCompetencies;

    @Enumerated(EnumType.STRING)
    private Rating referredDownTo;

    @Column(precision = 6, scale = 2)
    private BigDecimal cutOff;

    @Version
    private Long version;

    protected TalentPool() {}

    /** One whose type says how long it is open. */
    TalentPool(PoolDetails details) {
        this(details, Optional.empty());
    }

    TalentPool(PoolDetails details, Optional<PoolTerm> term) {
        announcement = details.announcement().value();
        change(details, term);
    }

    final void change(PoolDetails details, Optional<PoolTerm> ownTerm) {
        term = ownTerm.map(PoolTerm::id).orElse(null);
        termName = ownTerm.map(PoolTerm::name).orElse(null);
        termMonths = ownTerm.map(PoolTerm::months).orElse(null);
        title = details.title();
        series = details.series();
        grade = details.grade();
        equivalentGrades = details.equivalentGrades();
        fullPerformanceLevel = details.fullPerformanceLevel();
        appointmentType = details.appointmentType();
        dutyLocations = List.copyOf(details.dutyLocations());
        hiringAuthority = details.hiringAuthority();
        rankingMethod = details.rankingMethod();
        poolType = details.poolType();
        issuingAgency = details.issuingAgency();
        issuedOn = details.issuedOn();
        openUntil = details.openUntil();
        lastDay = window().lastDay();
        inOneLine = searchedLine(announcement, title, series, grade);
        sharingNotice = details.sharingNotice();
        ictapCleared = details.ictapCleared();
        ictapReason = details.ictapReason();
        closedAndAuditedOn = details.closedAndAuditedOn();
        categories = List.copyOf(details.categories());
        wellQualifiedRating = details.wellQualifiedRating();
        wellQualifiedScore = details.wellQualifiedScore();
        directHireAuthority = details.directHireAuthority();
        directHireFrom = details.directHireFrom();
        directHireUntil = details.directHireUntil();
        opensOn = details.opensOn();
        cutOffKind = details.cutOffKind();
        cutOffValue = details.cutOffValue();
        cutOffFixedOn = details.cutOffFixedOn();
        longestAppointment = details.longestAppointment();
        priorityAgencies = List.copyOf(details.priorityAgencies());
        priorityUntil = details.priorityUntil();
        generalCompetencies = List.copyOf(details.generalCompetencies());
        var changed = numbered(details.statements());
        if (!statements.equals(changed)) {
            statements.clear();
            statements.addAll(changed);
        }
    }

    private static List<QualificationStatement> numbered(List<PoolDetails.Statement> statements) {
        var numbered = new ArrayList<QualificationStatement>();
        statements.forEach(statement -> numbered.add(
                new QualificationStatement(numbered.size() + 1, statement.kind(), statement.name(), statement.text())));
        return numbered;
    }

    void extend(LocalDate until) {
        openUntil = until;
        lastDay = window().lastDay();
    }

    void closedAndAudited(LocalDate on) {
        closedAndAuditedOn = on;
    }

    /** @param whyNot null when OPM has cleared them */
    void displacedEmployees(String whyNot) {
        ictapCleared = whyNot == null;
        ictapReason = whyNot;
    }

    void reserveUntil(LocalDate lastReservedDay) {
        priorityUntil = lastReservedDay;
    }

    void referDownTo(Rating floor) {
        referredDownTo = floor;
    }

    /** The cut-off that the mechanism gives which was fixed before the announcement opened, or that of a pool where none was. */
    void cutOffAt(BigDecimal lowest) {
        cutOff = lowest;
        cutOffChangedOn = null;
        cutOffChangedWhy = null;
    }

    /** Another one than the mechanism gives. */
    void cutOffChangedTo(BigDecimal lowest, LocalDate today, String reason) {
        cutOff = lowest;
        cutOffChangedOn = today;
        cutOffChangedWhy = reason;
    }

    public AnnouncementNumber announcement() {
        return new AnnouncementNumber(announcement);
    }

    public String title() {
        return title;
    }

    public String series() {
        return series;
    }

    /** For example {@code GS-13}. */
    public String grade() {
        return grade;
    }

    /** For a grade of the pool, the grades that count as the same (L4). */
    public Map<String, Set<String>> equivalentGrades() {
        return equivalentGrades;
    }

    /** For example {@code GS-13}. */
    public String fullPerformanceLevel() {
        return fullPerformanceLevel;
    }

    public AppointmentType appointmentType() {
        return appointmentType;
    }

    public List<String> dutyLocations() {
        return List.copyOf(dutyLocations);
    }

    public HiringAuthority hiringAuthority() {
        return hiringAuthority;
    }

    public RankingMethod rankingMethod() {
        return rankingMethod;
    }

    public PoolType poolType() {
        return poolType;
    }

    /** Whether that agency's own employees come first (D1): who issued the certificate tells nobody that it uses its own. */
    public boolean ownEmployeesFirst(String agency) {
        return poolType.ownEmployeesFirst() && !issuingAgency.equals(agency);
    }

    /** Code of the agency whose certificate it is; OPM where only OPM issues the type. */
    public String issuingAgency() {
        return issuingAgency;
    }

    public LocalDate issuedOn() {
        return issuedOn;
    }

    /** Whether the announcement said that candidates may be shared. */
    public boolean sharingNotice() {
        return sharingNotice;
    }

    public boolean ictapCleared() {
        return ictapCleared;
    }

    /** Why agencies may ask although OPM has not cleared displaced employees. */
    public Optional<String> ictapReason() {
        return Optional.ofNullable(ictapReason);
    }

    /** What keeps every agency from getting access now, as a sentence (L16); empty when nothing does. */
    public Optional<String> keepsOut() {
        return hiringAuthority.service() == Service.EXCEPTED || ictapCleared || ictapReason != null
                ? Optional.empty()
                : Optional.of("OPM has not cleared displaced employees (ICTAP) for this pool. Agencies get access to it"
                        + " once OPM has, or has said on the pool why not.");
    }

    /** When the agency that issued it had closed and audited it for itself. */
    public Optional<LocalDate> closedAndAuditedOn() {
        return Optional.ofNullable(closedAndAuditedOn);
    }

    /** What keeps that agency from a certificate of another one, as a sentence (D1); empty when nothing does. */
    public Optional<String> keepsOutOfShared(String agency) {
        return poolType.isSharedByAgency() && !issuingAgency.equals(agency) && closedAndAuditedOn == null
                ? Optional.of(
                        issuingAgency + " has not closed and audited this certificate for itself yet. Other agencies"
                                + " get access to it once OPM has entered on the pool when that was done.")
                : Optional.empty();
    }

    /** How its candidates were assessed. */
    public Assessment assessment() {
        return new Assessment(
                rankingMethod,
                categories(),
                wellQualifiedRating == null && wellQualifiedScore == null
                        ? WellQualified.NOT_SAID
                        : new WellQualified(wellQualifiedRating, wellQualifiedScore));
    }

    /** The categories in which its candidates are rated, the highest first; none in a pool without. */
    public List<Rating> categories() {
        if (categories != null) {
            return List.copyOf(categories);
        }
        return rankingMethod == RankingMethod.CATEGORY ? List.of(Rating.values()) : List.of();
    }

    /** Under which authority agencies hire directly from it. */
    public Optional<String> directHireAuthority() {
        return Optional.ofNullable(directHireAuthority);
    }

    /** On which days that authority may be used. */
    public Optional<AuthorityDays> authorityDays() {
        return Optional.ofNullable(directHireFrom)
                .map(from -> new AuthorityDays(from, Optional.ofNullable(directHireUntil)));
    }

    /** Agencies for which the first days are reserved (L10), by code. */
    public List<String> priorityAgencies() {
        return List.copyOf(priorityAgencies);
    }

    /** Last reserved day (L10). */
    public Optional<LocalDate> priorityUntil() {
        return Optional.ofNullable(priorityUntil);
    }

    /** What Form B asks about, in order. */
    public List<QualificationStatement> statements() {
        return List.copyOf(statements);
    }

    public List<String> generalCompetencies() {
        return List.copyOf(generalCompetencies);
    }

    /** The lowest category OPM has referred so far, where it decided to refer more than the highest (L11). */
    public Optional<Rating> referredDownTo() {
        return Optional.ofNullable(referredDownTo);
    }

    /** The lowest score that is referred in a {@link RankingMethod#NUMERIC} pool, empty until OPM has set it (L17). */
    public Optional<BigDecimal> cutOff() {
        return Optional.ofNullable(cutOff);
    }

    /** How many days a temporary appointment may last, where the excepted service sets a limit of its own. */
    public OptionalInt longestAppointment() {
        return longestAppointment == null ? OptionalInt.empty() : OptionalInt.of(longestAppointment);
    }

    /** How many are referred, as was fixed before the announcement opened; empty in a pool without scores, and an older one. */
    public Optional<CutOffMechanism> cutOffMechanism() {
        return cutOffKind == null || cutOffValue == null
                ? Optional.empty()
                : Optional.of(new CutOffMechanism(cutOffKind, cutOffValue));
    }

    /** When that was fixed. */
    public Optional<LocalDate> cutOffFixedOn() {
        return Optional.ofNullable(cutOffFixedOn);
    }

    /** That OPM refers by another cut-off than was fixed before the announcement opened, since when and why, as a sentence. */
    public Optional<String> cutOffChanged() {
        return Optional.ofNullable(cutOffChangedOn)
                .map(day -> "The cut-off was changed on " + Dates.inWords(day)
                        + " from what was fixed before the announcement opened: " + cutOffChangedWhy);
    }

    /** For how long OPM runs it, where its type does not say it (D1). */
    public Optional<PoolTerm> term() {
        return Optional.ofNullable(term).map(id -> new PoolTerm(id, termName, termMonths));
    }

    /** The last day that OPM can decide on (D1); empty in a rolling pool. */
    Optional<LocalDate> latestDay() {
        return CertificateWindow.latestDay(poolType, term(), issuedOn);
    }

    /** When selections may be made (D1). */
    public CertificateWindow window() {
        return CertificateWindow.of(poolType, term(), issuedOn, openUntil);
    }

    /** How often the row was written: who saves names the version that he or she read. */
    long version() {
        return version == null ? 0 : version;
    }

    /** The five keys a position must match (L4). */
    public PoolMatch.Keys keys() {
        return new PoolMatch.Keys(
                series,
                grade,
                fullPerformanceLevel,
                appointmentType,
                hiringAuthority.service(),
                Set.copyOf(dutyLocations));
    }

    /** Every key of {@code position} that does not match this pool (L4); empty when the position may be filled from it. */
    public List<PoolMatch.Mismatch> mismatches(PoolMatch.Keys position) {
        return PoolMatch.mismatches(position, keys(), equivalentGrades);
    }

    /** This pool's own spelling of a duty location. */
    public Optional<String> dutyLocation(String location) {
        return dutyLocations.stream()
                .filter(own -> DutyPlace.same(own, location))
                .findFirst();
    }

    /** A grade that counts as one of this pool's, as the pool writes it; another one in the usual spelling, for example {@code GS-09}. */
    public String inWriting(String grade) {
        var canonical = Grade.canonical(grade);
        return Stream.concat(
                        Stream.of(this.grade, fullPerformanceLevel),
                        equivalentGrades.values().stream().flatMap(Set::stream))
                .filter(own -> Grade.canonical(own).equals(canonical))
                .findFirst()
                .orElse(canonical);
    }

    /** As {@link #inWriting(String)}, of a series: {@code 301} and {@code GS-0301} are {@code 0301}. */
    public String seriesInWriting(String given) {
        var canonical = Grade.canonicalSeries(given);
        return Grade.canonicalSeries(series).equals(canonical) ? series : canonical;
    }

    /** Everything about it, as a value. */
    public PoolDetails details() {
        return new PoolDetails(
                announcement(),
                title,
                series,
                grade,
                equivalentGrades,
                fullPerformanceLevel,
                appointmentType,
                dutyLocations(),
                hiringAuthority,
                rankingMethod,
                poolType,
                issuingAgency,
                issuedOn,
                openUntil,
                sharingNotice,
                ictapCleared,
                ictapReason,
                priorityAgencies(),
                priorityUntil,
                statements.stream()
                        .map(own -> new PoolDetails.Statement(own.kind(), own.name(), own.text()))
                        .toList(),
                generalCompetencies(),
                categories,
                wellQualifiedRating,
                wellQualifiedScore,
                directHireAuthority,
                directHireFrom,
                directHireUntil,
                opensOn,
                cutOffKind,
                cutOffValue,
                cutOffFixedOn,
                longestAppointment,
                term,
                closedAndAuditedOn);
    }

    /** Series, grade and title in one line, for example {@code Customer Experience Strategist, GS-0301-13}. */
    public String label() {
        return label(title, series, grade);
    }

    private static String label(String title, String series, String grade) {
        var plan = Stream.of(grade.split("-", 2)).toList();
        return title + ", " + plan.get(0) + "-" + series + "-" + plan.get(1);
    }

    /** What people read of a pool where they choose one, and so what they look for, for {@link SearchWords#patterns()}. */
    static String searchedLine(String announcement, String title, String series, String grade) {
        return SearchWords.searched(label(title, series, grade) + " (" + announcement + ")");
    }
}
