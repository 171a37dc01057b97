package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.LetterOnFile;
import io.crossgov.hiring.casefile.OwnEmployeesReview;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.law.CaseStanding.PassOver;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The facts behind a rule of the order of selection that holds, for OPM who verifies; candidates by number. */
@Component
class OrderFacts {

    private static final int QUOTED = 160;

    private final OfficeClock office;
    private final ReemploymentAnswers reemployment;
    private final Documents documents;

    OrderFacts(OfficeClock office, ReemploymentAnswers reemployment, Documents documents) {
        this.office = office;
        this.reemployment = reemployment;
        this.documents = documents;
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
                + (review.result() == null ? "" : quoted(review.result()))
                + ".";
    }

    /** That the candidate declined, or what was answered and when, with what the agency wrote of it: OPM reads whose word it is. */
    private String answered(CaseCandidates.Known known, UUID candidateId) {
        return known.declination(candidateId)
                .map(declined -> "declined the agency, recorded by it on " + Dates.inWords(declined.declinedOn())
                        + (declined.caseNumber().equals(known.hiring().number().value())
                                ? ""
                                : " in case " + declined.caseNumber())
                        + shown(declined)
                        + quoted(declined.declineNote()))
                .orElseGet(() -> answered(known, known.reviews().get(candidateId)));
    }

    /** The day is the one of which the agency says it, not the one on which it did; of silence also when the question left. */
    private String answered(CaseCandidates.Known known, CandidateReview review) {
        var silent = review.answer() == InterestAnswer.FAILED_TO_RESPOND;
        return review.answer().status().title().toLowerCase(Locale.ROOT)
                + (silent ? " by " : ", answered on ")
                + Dates.inWords(review.answeredOn())
                + " as the agency recorded"
                + (silent ? asked(known, review) : shown(review, review.answerDocumentId()))
                + quoted(review.answerNote());
    }

    private String shown(CandidateReview declined) {
        return declined.declineDocumentId().isEmpty()
                ? declined.offerUnansweredUntil()
                        .map(until -> ", as an offer that left was not answered until " + Dates.inWords(until))
                        .orElse("")
                : shown(declined, declined.declineDocumentId());
    }

    /** By whom and when the paper was filed, not by its name, in which there may be the candidate's. */
    private String shown(CandidateReview review, Optional<UUID> paper) {
        return filed(review, paper, DocumentPurpose.WITHDRAWAL, ", shown by the candidate\u2019s paper");
    }

    private String filed(CandidateReview review, Optional<UUID> paper, DocumentPurpose purpose, String words) {
        return paper.map(id -> documents.inCase(new CaseNumber(review.caseNumber()), id, purpose))
                .map(filed -> words + " that " + filed.storedBy() + " put on file on "
                        + Dates.inWords(office.dayOf(filed.storedAt())))
                .orElse("");
    }

    private String asked(CaseCandidates.Known known, CandidateReview review) {
        return known.asking()
                .inquiry(review)
                .map(asked -> how(known, review, asked.leftOn()) + ", days to answer over on "
                        + Dates.inWords(asked.lastDayToAnswer()))
                .orElse("");
    }

    /** Whether a message of ours reached the candidate, or the agency says that it asked otherwise. */
    private String how(CaseCandidates.Known known, CandidateReview review, LocalDate on) {
        if (review.contactId().isEmpty()) {
            return ", asked by the agency in another way on " + Dates.inWords(on)
                    + filed(review, review.contactDocumentId(), DocumentPurpose.CONTACT, ", shown by the paper")
                    + quoted(review.contactNote());
        }
        return known.asking()
                .letter(review)
                .filter(letter -> letter.state() == LetterOnFile.State.REACHED_ANOTHER_WAY)
                .map(letter -> ", whom the message did not reach" + quoted(letter.inWords()))
                .orElse(", asked by a message that left on " + Dates.inWords(on));
    }

    /** The agency's own words, as many as a table can show; the whole note stands in the workbench. */
    private static String quoted(String note) {
        if (note == null) {
            return "";
        }
        var line = note.strip().replaceAll("\\s+", " ");
        return " (\u201c" + (line.length() > QUOTED ? line.substring(0, QUOTED).strip() + "\u2026" : line) + "\u201d)";
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

    /** L13: who is left of higher categories. */
    String category(CaseCandidates.Known known, Situation situation, Selection selection) {
        var ranking = known.list().ranking();
        if (ranking.method() != RankingMethod.CATEGORY) {
            return "This pool has no categories.";
        }
        if (!ranking.preferenceCounts()) {
            return "Categories decide nothing in this pool (5 U.S.C. 3304(a)(3)).";
        }
        return category(known, situation, new Choice(selection.candidateId(), selection.dutyLocation()))
                + considered(known, situation, new Choice(selection.candidateId(), selection.dutyLocation()));
    }

    /** Who was considered for three appointments and is left out, by whom and why: OPM judges itself (5 CFR 332.405). */
    private static String considered(CaseCandidates.Known known, Situation situation, Choice choice) {
        return OrderOfSelection.leftOutOfHigherCategories(situation, choice).stream()
                .flatMap(id ->
                        Optional.ofNullable(known.reviews().get(id)).flatMap(CandidateReview::consideredEnough).stream()
                                .map(words -> " " + known.number(id) + ": " + asSentence(words)))
                .collect(Collectors.joining());
    }

    private String category(CaseCandidates.Known known, Situation situation, Choice choice) {
        var left = OrderOfSelection.leftInHigherCategories(situation, choice);
        if (known.list().standingOf(choice.candidateId()).isEmpty()) {
            return "Nobody else is left for " + choice.dutyLocation() + ".";
        }
        if (left.isEmpty()) {
            return merged(known, OrderOfSelection.leftInMergedCategory(situation, choice), choice.dutyLocation());
        }
        return "Of higher categories " + (left.size() == 1 ? "one candidate is" : left.size() + " candidates are")
                + " left for " + choice.dutyLocation()
                + "; the elected candidate has priority there, which comes before categories (5 CFR 330.607, 330.705).";
    }

    /** Who is left of the category with which the elected candidate's was merged is told: both are one category, and no two. */
    private String merged(CaseCandidates.Known known, List<UUID> left, String dutyLocation) {
        var categories = known.categories();
        var nobody = "Nobody of a higher category is left for " + dutyLocation + ".";
        if (!categories.isMerged()) {
            return nobody;
        }
        return (left.isEmpty()
                        ? nobody + " " + categories.highest().title()
                        : "Of " + categories.highest().title() + " are left for " + dutyLocation + ": "
                                + numbers(known, left) + ". The category")
                + " had "
                + (categories.count() == 0 ? "nobody" : "only " + Counted.of(categories.count(), "candidate"))
                + known.merge()
                        .map(merge -> " left when " + merge.by() + " merged it on "
                                + Dates.inWords(office.dayOf(merge.at())) + " with ")
                        .orElse(" when the case was referred and is merged with ")
                + categories.mergedWith().title() + " (5 U.S.C. 3319(c)(1)): neither comes before the other.";
    }

    private static String numbers(CaseCandidates.Known known, List<UUID> candidates) {
        return candidates.stream().map(known::number).collect(Collectors.joining(", "));
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
                        group(known, others, Why.ELSEWHERE, "have no priority in " + selection.dutyLocation()),
                        exceptions(known, others),
                        unrated(known, selection.dutyLocation())));
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

    private static String found(SecondReview review) {
        return "found not well-qualified by " + review.firstByName() + " on " + Dates.inWords(review.firstOn())
                + " and, in a second review, by " + review.secondByName().orElseThrow() + " on "
                + Dates.inWords(review.secondOn().orElseThrow());
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
                .flatMap(other -> known.list().of(other.candidateId()).stream())
                .flatMap(entry -> exception(known, entry).stream())
                .collect(Collectors.joining("; "));
    }

    /** Why somebody who comes first does not stand in the way. */
    private Optional<String> exception(CaseCandidates.Known known, ReferralList.Entry entry) {
        var standing = known.standing(entry.id());
        var ways = new ArrayList<String>();
        if (standing.elected()) {
            ways.add("elected, too"
                    + known.heldSelection(entry.id())
                            .map(selection -> " (" + selection.state().title()
                                    + (selection.notifiedOn().isEmpty()
                                            ? ", and OPM has not been told of it yet)"
                                            : ")"))
                            .orElse(""));
        }
        if (standing.declinedOrSilent()) {
            ways.add(answered(known, entry.id()));
        }
        if (standing.passOver() == PassOver.REMOVED) {
            ways.add("removed by an objection that was sustained"
                    + known.exceptions()
                            .passOver(entry.id())
                            .flatMap(io.crossgov.hiring.selection.PassOver::decidedAt)
                            .map(at -> " on " + Dates.inWords(office.dayOf(at)))
                            .orElse(""));
        }
        if (standing.passOver() == PassOver.SUSTAINED) {
            ways.add("pass-over sustained"
                    + known.exceptions()
                            .passOver(entry.id())
                            .flatMap(io.crossgov.hiring.selection.PassOver::decidedAt)
                            .map(at -> " on " + Dates.inWords(office.dayOf(at)))
                            .orElse("")
                    + known.exceptions()
                            .passOver(entry.id())
                            .filter(request -> !request.isOf(known.hiring().number()))
                            .map(request -> " in case " + request.caseNumber())
                            .orElse(""));
        }
        if (standing.keepsVacancy()) {
            ways.add("a vacancy is held"
                    + known.exceptions()
                            .passOver(entry.id())
                            .map(request -> " (pass-over: " + request.stateTitle() + ")")
                            .orElse(""));
        }
        if (standing.notWellQualified()) {
            ways.add(known.exceptions()
                    .secondReview(entry.id())
                    .map(OrderFacts::found)
                    .orElse("found not well-qualified"));
        }
        return ways.isEmpty()
                ? Optional.empty()
                : Optional.of(entry.candidate().applicantNumber() + ": " + String.join(", ", ways));
    }
}
