package io.crossgov.hiring.agency;

import io.crossgov.hiring.law.MergePolicy;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An agency that hires, or OPM itself; its code is the id of its tenant. */
@Entity
public class Agency {

    @Id
    private String code;

    private String name;
    private String ratingPolicyReference;
    private LocalDate ratingPolicyDate;
    private int daysToAnswerOffer;
    private int daysToRespond;

    @Enumerated(EnumType.STRING)
    private MergePolicy mergePolicy;

    private int rplClearanceDays;

    @Convert(converter = NamesColumn.class)
    private List<String> subAgencies;

    private boolean delegatedExamining;
    private boolean decidesOwnPassOvers;

    @Version
    private Long version;

    protected Agency() {}

    Agency(AgencyDetails details) {
        code = details.code();
        change(details);
    }

    final void change(AgencyDetails details) {
        name = details.name();
        ratingPolicyReference = details.ratingPolicyReference();
        ratingPolicyDate = details.ratingPolicyDate();
        daysToAnswerOffer = details.daysToAnswerOffer();
        daysToRespond = details.daysToRespond();
        mergePolicy = details.mergePolicy();
        rplClearanceDays = details.rplClearanceDays();
        subAgencies = details.subAgencies();
        delegatedExamining = details.delegatedExamining();
        decidesOwnPassOvers = details.decidesOwnPassOvers();
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    /** Where the agency's category rating policy is found (Form A asks whether it is in place). */
    public Optional<String> ratingPolicyReference() {
        return Optional.ofNullable(ratingPolicyReference);
    }

    /** Date of the category rating policy. */
    public Optional<LocalDate> ratingPolicyDate() {
        return Optional.ofNullable(ratingPolicyDate);
    }

    /** Calendar days a selectee gets to answer an offer. */
    public int daysToAnswerOffer() {
        return daysToAnswerOffer;
    }

    /** Business days a candidate gets to answer an inquiry about interest, until silence counts as an answer. */
    public int daysToRespond() {
        return daysToRespond;
    }

    /** What its category rating policy says of merging. */
    public MergePolicy mergePolicy() {
        return mergePolicy;
    }

    /** Calendar days after which a clearance of its Reemployment Priority List is confirmed again. */
    public int rplClearanceDays() {
        return rplClearanceDays;
    }

    /** Its parts that ask for candidates each for itself; none where it is one. */
    public List<String> subAgencies() {
        return subAgencies;
    }

    /** Every way in which somebody may be said to be of the agency: its code, its name, and its sub-agencies'. */
    public Set<String> writings() {
        var writings = new HashSet<>(subAgencies);
        writings.add(code);
        writings.add(name);
        return writings;
    }

    /** Whether it has delegated examining authority: it decides objections itself. */
    public boolean isDelegatedExaminer() {
        return delegatedExamining;
    }

    /** Whether it decides itself about passing over preference eligibles with less than 30 percent of disability. */
    public boolean decidesOwnPassOvers() {
        return decidesOwnPassOvers;
    }

    /** How often the row was written: who saves names the version that he or she read. */
    public long version() {
        return version == null ? 0 : version;
    }

    /** Everything about it, as a value. */
    public AgencyDetails details() {
        return new AgencyDetails(
                code,
                name,
                ratingPolicyReference,
                ratingPolicyDate,
                daysToAnswerOffer,
                daysToRespond,
                mergePolicy,
                rplClearanceDays,
                subAgencies,
                delegatedExamining,
                decidesOwnPassOvers);
    }
}
