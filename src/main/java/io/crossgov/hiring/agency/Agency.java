package io.crossgov.hiring.agency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;

/** An agency that hires, or OPM itself; its code is the id of its tenant. */
@Entity
public class Agency {

    @Id
    private String code;

    private String name;
    private String ratingPolicyReference;
    private LocalDate ratingPolicyDate;
    private int daysToAnswerOffer;

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

    /** Everything about it, as a value. */
    public AgencyDetails details() {
        return new AgencyDetails(code, name, ratingPolicyReference, ratingPolicyDate, daysToAnswerOffer);
    }
}
