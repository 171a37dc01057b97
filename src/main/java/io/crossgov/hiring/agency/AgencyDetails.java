package io.crossgov.hiring.agency;

import io.crossgov.hiring.common.AgencyCode;
import io.crossgov.hiring.common.InAddress;
import io.crossgov.hiring.law.MergePolicy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * An agency as set up and as read.
 *
 * @param code short name, also the id of its tenant, for example {@code GSA}
 * @param ratingPolicyReference where the agency's category rating policy is found; null while it has none
 * @param ratingPolicyDate date of that policy
 * @param daysToAnswerOffer calendar days a selectee gets to answer an offer, by agency policy; 5 when not given
 * @param daysToRespond business days a candidate gets to answer an inquiry about interest, by agency policy; 5 when not given
 * @param mergePolicy whether a highest category of fewer than three is merged by itself or when the hiring manager decides so; ALWAYS when
 *     not given
 * @param rplClearanceDays calendar days after which a clearance of the Reemployment Priority List is confirmed again; 30 when not given
 * @param subAgencies its parts that ask for candidates each for itself
 * @param delegatedExamining whether it has delegated examining authority; no when not given
 * @param decidesOwnPassOvers whether it decides itself about passing over preference eligibles with less than 30 percent of disability; no
 *     when not given
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
                Integer daysToAnswerOffer,
        @Min(value = 1, message = "The business days to answer an inquiry are 1 to 30.")
                @Max(value = 30, message = "The business days to answer an inquiry are 1 to 30.")
                Integer daysToRespond,
        MergePolicy mergePolicy,
        @Min(value = 1, message = "The days that a clearance of the Reemployment Priority List holds are 1 to 365.")
                @Max(
                        value = 365,
                        message = "The days that a clearance of the Reemployment Priority List holds are 1 to 365.")
                Integer rplClearanceDays,
        @Size(max = 40, message = "An agency has at most 40 sub-agencies.")
                List<
                                @NotBlank(message = "A sub-agency's name is empty.")
                                @Size(max = 100, message = "A sub-agency's name has at most 100 characters.") String>
                        subAgencies,
        Boolean delegatedExamining,
        Boolean decidesOwnPassOvers) {

    /** What an agency without a policy of its own gives. */
    static final int DEFAULT_DAYS_TO_ANSWER_OFFER = 5;

    /** What an agency without a policy of its own waits for an answer to an inquiry, in business days. */
    static final int DEFAULT_DAYS_TO_RESPOND = 5;

    /** How long a clearance of the Reemployment Priority List holds where the agency says nothing. */
    static final int DEFAULT_RPL_CLEARANCE_DAYS = 30;

    public AgencyDetails {
        code = AgencyCode.normal(code);
        daysToAnswerOffer = daysToAnswerOffer == null ? DEFAULT_DAYS_TO_ANSWER_OFFER : daysToAnswerOffer;
        daysToRespond = daysToRespond == null ? DEFAULT_DAYS_TO_RESPOND : daysToRespond;
        mergePolicy = mergePolicy == null ? MergePolicy.ALWAYS : mergePolicy;
        rplClearanceDays = rplClearanceDays == null ? DEFAULT_RPL_CLEARANCE_DAYS : rplClearanceDays;
        subAgencies = subAgencies == null
                ? List.of()
                : subAgencies.stream().distinct().toList();
        delegatedExamining = delegatedExamining != null && delegatedExamining;
        decidesOwnPassOvers = decidesOwnPassOvers != null && decidesOwnPassOvers;
    }

    /** An agency that leaves the rest as it is when nothing is said. */
    public AgencyDetails(
            String code,
            String name,
            String ratingPolicyReference,
            LocalDate ratingPolicyDate,
            Integer daysToAnswerOffer) {
        this(
                code,
                name,
                ratingPolicyReference,
                ratingPolicyDate,
                daysToAnswerOffer,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    AgencyDetails withCode(String given) {
        return new AgencyDetails(
                given,
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
