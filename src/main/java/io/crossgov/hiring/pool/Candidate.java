package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.law.Points;
import io.crossgov.hiring.law.PriorityStatus;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.VeteransPreference;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;

/** Somebody on a certificate. Who may see whom is decided by access (L1) and referral (L11), not here. */
@Entity
public class Candidate {

    @Id
    private UUID id;

    private String announcement;
    private String applicantNumber;
    private String name;
    private String email;
    private String phone;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "candidate_location", joinColumns = @JoinColumn(name = "candidate_id"))
    @Column(name = "location")
    @BatchSize(size = 200)
    private Set<String> dutyLocations = new HashSet<>();

    @Enumerated(EnumType.STRING)
    private Rating rating;

    @Column(precision = 6, scale = 2)
    private BigDecimal score;

    private boolean pointsIncluded;

    @Column(precision = 4, scale = 2)
    private BigDecimal points;

    @Enumerated(EnumType.STRING)
    private VeteransPreference preference;

    @Enumerated(EnumType.STRING)
    private PriorityStatus priorityStatus;

    private String commutingArea;
    private boolean optedIn;
    private String federalAgency;
    private String resumeFile;
    private String personKey;

    @Enumerated(EnumType.STRING)
    private Availability availability;

    private boolean followsAnother;

    @Version
    private Long version;

    protected Candidate() {}

    public UUID id() {
        return id;
    }

    public AnnouncementNumber announcement() {
        return new AnnouncementNumber(announcement);
    }

    /** The number the application got; names the candidate within the pool. */
    public String applicantNumber() {
        return applicantNumber;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    /** The same for all records of one person, in all pools (L8, L9, L13); of no meaning to people. */
    public String personKey() {
        return personKey;
    }

    /** Phone number, or an empty text. */
    public String phone() {
        return phone == null ? "" : phone;
    }

    /** Where the candidate would work, as the pool spells it, in alphabetical order. */
    public Set<String> dutyLocations() {
        return new TreeSet<>(dutyLocations);
    }

    /** Quality category, in a pool ranked by category. */
    public Optional<Rating> rating() {
        return Optional.ofNullable(rating);
    }

    /** Score, in a pool ranked by score. */
    public Optional<BigDecimal> score() {
        return Optional.ofNullable(score);
    }

    /** Whether the points of preference are in the score, as OPM's file said. */
    public Points points() {
        return new Points(pointsIncluded, points);
    }

    public VeteransPreference preference() {
        return preference;
    }

    public PriorityStatus priorityStatus() {
        return priorityStatus;
    }

    /** The commuting area in which the priority holds. */
    public Optional<String> commutingArea() {
        return Optional.ofNullable(commutingArea);
    }

    /** Whether the candidate agreed to be shared with agencies. */
    public boolean optedIn() {
        return optedIn;
    }

    /** The agency of a current or former federal employee. */
    public Optional<String> federalAgency() {
        return Optional.ofNullable(federalAgency);
    }

    /** The name of the resume's file, as OPM's list gives it; the file itself is among the documents. */
    public Optional<String> resumeFile() {
        return Optional.ofNullable(resumeFile);
    }

    public Availability availability() {
        return availability;
    }

    public boolean isAvailable() {
        return availability == Availability.AVAILABLE;
    }

    void becomePerson(String key) {
        personKey = key;
    }

    /** Whether this record was withdrawn, or hired, only because another record of the same person was. */
    boolean followsAnother() {
        return followsAnother;
    }

    void become(Availability changed) {
        availability = changed;
        followsAnother = false;
    }

    /** As another record of the same person; no longer when they turn out to be two people. */
    void follow(Availability other) {
        availability = other;
        followsAnother = true;
    }
}
