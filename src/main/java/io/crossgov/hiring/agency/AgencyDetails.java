package io.crossgov.hiring.agency;

import io.crossgov.hiring.common.AgencyCode;
import io.crossgov.hiring.common.InAddress;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * An agency as set up and as read.
 *
 * @param code short name, also the id of its tenant, for example {@code GSA}
 * @param ratingPolicyReference where the agency's category rating policy is found; null while it has none
 * @param ratingPolicyDate date of that policy
 * @param daysToAnswerOffer calendar days a selectee gets to answer an offer, by agency policy; 5 when not given
 */
public record AgencyDetails(
        @InAddress
                @NotNull(message = "An agency needs a code, for example GSA.")
                @Pattern(
                        regexp = "[A-Z][A-Z0-9]{1,15}",
                        message = "An agency's code is 2 to 16 capital letters and digits and begins with a letter.")
                String code,
        @NotBlank(message = "An agency needs a name.")
                @Size(max = 200, message = "An agency's name has at most 200 characters.")
                String name,
        @Size(max = 300, message = "The reference to the category rating policy has at most 300 characters.")
                String ratingPolicyReference,
        LocalDate ratingPolicyDate,
        @Min(value = 1, message = "The days to answer an offer are 1 to 60.")
                @Max(value = 60, message = "The days to answer an offer are 1 to 60.")
                Integer daysToAnswerOffer) {

    /** What an agency without a policy of its own gives. */
    static final int DEFAULT_DAYS_TO_ANSWER_OFFER = 5;

    public AgencyDetails {
        code = AgencyCode.normal(code);
        daysToAnswerOffer = daysToAnswerOffer == null ? DEFAULT_DAYS_TO_ANSWER_OFFER : daysToAnswerOffer;
    }

    AgencyDetails withCode(String given) {
        return new AgencyDetails(given, name, ratingPolicyReference, ratingPolicyDate, daysToAnswerOffer);
    }
}
