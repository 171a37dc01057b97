package io.crossgov.hiring.selection;

import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.OwnEmployeesReview;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.law.Choice;
import io.crossgov.hiring.law.HiringAuthority;
import io.crossgov.hiring.law.NotInTheWay;
import io.crossgov.hiring.law.NotInTheWay.Why;
import io.crossgov.hiring.law.OrderOfSelection;
import io.crossgov.hiring.law.RankingMethod;
import io.crossgov.hiring.law.ReferralList;
import io.crossgov.hiring.law.Service;
import io.crossgov.hiring.law.Situation;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.request.ReemploymentAnswers;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The facts behind a rule of the order of selection that holds, for OPM who verifies; candidates by number. */
@Component
class OrderFacts {

    private final OfficeClock office;
    private final ReemploymentAnswers reemployment;
    private final WhyOut whyOut;
    private final Agencies agencies;

    OrderFacts(OfficeClock office, ReemploymentAnswers reemployment, WhyOut whyOut, Agencies agencies) {
        this.office = office;
        this.reemployment = reemployment;
        this.whyOut = whyOut;
        this.agencies = agencies;
    }

    /** D1: that own employees could apply first. */
    String ownEmployees(CaseCandidates.Known known, Situation situation) {
        return situation.ownEmployeesFirst() ? ownEmployees(known) : "Not a shared certificate of another agency.";
    }

    /** L17: under which direct-hire authority, and when it holds; empty where preference and categories decide as always. */
    Optional<String> authority(TalentPool pool) {
        if (pool.hiringAuthority().service() == Service.EXCEPTED) {
            return Optional.of("Excepted service, "
                    + (pool.rankingMethod() == RankingMethod.UNRANKED
                            ? "nobody ranked: by preference alone (5 CFR 302.304)."
                            : "ranked " + pool.rankingMethod().title().toLowerCase(Locale.ROOT) + " (5 CFR 302.304)."));
        }
        if (pool.hiringAuthority() != HiringAuthority.DIRECT_HIRE) {
            return pool.rankingMethod() == RankingMethod.UNRANKED
                    ? Optional.of("The pool ranks nobody.")
                    : Optional.empty();
        }
        return Optional.of(pool.directHireAuthority()
                .map(name -> "Direct-hire authority " + name + ", "
                        + pool.authorityDays()
                                .map(days -> "from " + Dates.inWords(days.from())
                                        + days.until()
                                                .map(last -> " until " + Dates.inWords(last))
                                                .orElse(", without an end"))
                                .orElse("without dates")
                        + ".")
                .orElse("Direct hire; the pool does not say under which authority, nor until when it holds."));
    }

    /** L11: the place on the list, and why. */
    String referral(CaseCandidates.Known known, Selection selection) {
        return known.list()
                .of(selection.candidateId())
                .map(entry -> "Number " + known.list().placeOf(entry.id()) + " of "
                        + known.list().entries().size() + " referred. " + entry.why()
                        + known.pool()
                                .cutOffChanged()
                                .map(changed -> " " + asSentence(changed))
                                .orElse(""))
                .orElse("");
    }

    private static String asSentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /** L22: that nothing was sustained, or what became of an objection to the candidate. */
    String objection(CaseCandidates.Known known, Selection selection) {
        return known.exceptions()
                .passOver(selection.candidateId())
                .filter(io.crossgov.hiring.selection.PassOver::isObjection)
                .map(request -> "Objection: " + request.stateTitle() + ".")
                .orElse("Nobody objected to the candidate.");
    }

    /** L7: whose word it is that nobody of the Reemployment Priority List comes first, and of which day. */
    String reemploymentList(HiringCase hiring, Service service) {
        return reemployment.inWords(hiring)
                + (service == Service.EXCEPTED
                        ? " In the excepted service that is the agency\u2019s own priority reemployment list (5 CFR 302.303, 302.304)."
                        : "")
                + hiring.rplDemand()
                        .map(demand -> switch (demand) {
                            case ANYBODY -> "";
                            case TEN_POINT_PREFERENCE -> " It covers the elected candidate.";
                            // The record of a candidate does not say more.
                            case REEMPLOYMENT_RIGHT ->
                                " The elected candidate is on record with a federal agency; that the right is this candidate\u2019s,"
                                        + " the paper has to show.";
                        })
                        .orElse("");
    }

    private static String ownEmployees(CaseCandidates.Known known) {
        var hiring = known.hiring();
        return "The agency recorded that its own employees were told"
                + hiring.ownEmployeesNotifiedOn()
                        .map(told -> " on " + Dates.inWords(told))
                        .orElse("")
                + hiring.ownEmployeesApplyUntil()
                        .map(until -> " and could apply until " + Dates.inWords(until))
                        .orElse("")
                + "."
                + hiring.ownEmployeesReview().map(OrderFacts::reviewed).orElse("");
    }

    private static String reviewed(OwnEmployeesReview review) {
        return " " + review.inWords() + ", as reviewed on " + Dates.inWords(review.reviewedOn())
                + (review.result() == null ? "" : WhyOut.quoted(review.result()))
                + ".";
    }

    /** L18: on which days it was elected and told, and the pool's last one. */
    String days(CaseCandidates.Known known, Selection selection) {
        var window = known.pool().window();
        return "Elected on " + Dates.inWords(selection.electedOn())
                + selection
                        .notifiedOn()
                        .map(told -> " and told to OPM on " + Dates.inWords(told))
                        .orElse("")
                + (window.isOverOn(office.today()) ? "; the pool was open until " : "; the pool is open until ")
                + Dates.inWords(window.lastDay()) + ".";
    }

    /** L14: who else has preference, and why each does not come first. */
    String preference(CaseCandidates.Known known, Situation situation, Selection selection) {
        if (!known.list().ranking().preferenceCounts()) {
            return "Veterans\u2019 preference decides nothing in this pool (5 U.S.C. 3304(a)(3)).";
        }
        var choice = new Choice(selection.candidateId(), selection.dutyLocation());
        var others = OrderOfSelection.othersWithPreference(situation, choice);
        var byScore = known.list().ranking().method() == RankingMethod.NUMERIC;
        return told(
                count(others, "other preference eligible is", "other preference eligibles are") + " on the list",
                List.of(
                        group(known, others, Why.EQUAL, equal(known, selection)),
                        group(known, others, Why.BEHIND, byScore ? "with a lower score" : "in a lower category"),
                        group(
                                known,
                                others,
                                Why.BEHIND_THE_TOP,
                                "after those with a compensable disability, such as the elected candidate, whatever the score"
                                        + " (" + known.list().ranking().topIsWritten() + ")"),
                        group(known, others, Why.ELSEWHERE, "would not work in " + selection.dutyLocation()),
                        exceptions(known, others)));
    }

    /** Who does not come before the elected person although nothing else is in the way: that person has preference or priority, too. */
    private static String equal(CaseCandidates.Known known, Selection selection) {
        return known.list()
                        .standingOf(selection.candidateId())
                        .filter(ReferralList.Entry::preferred)
                        .isPresent()
                ? "the elected candidate is a preference eligible, too"
                : "the elected candidate has priority in " + selection.dutyLocation()
                        + ", which comes before preference (5 CFR 330.607, 330.705)";
    }

    /** L16: who else has priority, and why each does not come first. */
    String priority(CaseCandidates.Known known, Situation situation, Selection selection) {
        if (!known.list().ranking().priorityCounts()) {
            return "In the excepted service no displaced employee has to be taken first (5 CFR 330.602, 330.705).";
        }
        if (situation.shortAppointment()) {
            return "The appointment is for less than 121 days, which no priority reaches.";
        }
        var choice = new Choice(selection.candidateId(), selection.dutyLocation());
        var others = OrderOfSelection.othersWithPriority(situation, choice);
        return told(
                count(
                                others,
                                "other displaced employee with priority is",
                                "other displaced employees with priority are")
                        + " on the list",
                List.of(
                        group(known, others, Why.EQUAL, "the elected candidate has the same priority"),
                        group(
                                known,
                                others,
                                Why.BEHIND,
                                "whose priority does not come before the elected candidate\u2019s right"),
                        group(known, others, Why.ELSEWHERE, "without priority in " + selection.dutyLocation()),
                        exceptions(known, others),
                        unrated(known, selection.dutyLocation()),
                        elsewhere(known, selection.dutyLocation())));
    }

    /**
     * Displaced employees of another agency, and those of whom nobody can say of which: an agency that is misspelled, or not named, takes no
     * priority away in silence (5 CFR 330.602, 330.605).
     */
    private String elsewhere(CaseCandidates.Known known, String dutyLocation) {
        var there = known.list().elsewhere().stream()
                .filter(displaced -> displaced.isAt(dutyLocation))
                .toList();
        var unknown = agencies.unknown(there.stream()
                .map(ReferralList.Elsewhere::agency)
                .filter(Objects::nonNull)
                .toList());
        return there.stream()
                .map(displaced -> displaced.applicantNumber() + ": displaced "
                        + (displaced.agency() == null
                                ? "(CTAP) from an agency that the record does not name: to be resolved, as it may be this one"
                                : unknown.contains(displaced.agency())
                                        ? "(CTAP) from \u201c" + displaced.agency()
                                                + "\u201d, which is no agency on record: to be resolved, as it may be this one"
                                        : "from " + displaced.agency()
                                                + ", whose own plan (CTAP) gives no priority at another agency"))
                .collect(Collectors.joining("; "));
    }

    /** Who would come first if well-qualified, which no rating or score says: OPM judges itself. */
    private static String unrated(CaseCandidates.Known known, String dutyLocation) {
        var numbers = known.list().unrated().stream()
                .filter(unrated -> unrated.isAt(dutyLocation))
                .map(ReferralList.Unrated::applicantNumber)
                .collect(Collectors.joining(", "));
        return numbers.isEmpty()
                ? ""
                : numbers
                        + ": displaced from there, too, but unrated, so that nothing says whether well-qualified (5 CFR"
                        + " 330.702)";
    }

    private static String count(List<NotInTheWay> others, String one, String several) {
        return switch (others.size()) {
            case 0 -> "No " + one;
            case 1 -> "1 " + one;
            default -> others.size() + " " + several;
        };
    }

    private static String told(String count, List<String> groups) {
        var words = groups.stream().filter(group -> !group.isEmpty()).collect(Collectors.joining("; "));
        return words.isEmpty() ? count + "." : count + ". " + words + ".";
    }

    private static String group(CaseCandidates.Known known, List<NotInTheWay> others, Why why, String words) {
        var numbers = others.stream()
                .filter(other -> other.why() == why)
                .map(other -> known.number(other.candidateId()))
                .collect(Collectors.joining(", "));
        return numbers.isEmpty() ? "" : numbers + ": " + words;
    }

    private String exceptions(CaseCandidates.Known known, List<NotInTheWay> others) {
        return others.stream()
                .filter(other -> other.why() == Why.ON_RECORD)
                .flatMap(other -> whyOut.of(known, other.candidateId()).stream()
                        .map(why -> known.number(other.candidateId()) + ": " + why))
                .collect(Collectors.joining("; "));
    }
}
