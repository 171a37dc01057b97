package io.crossgov.hiring.law;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether the law lets an agency select a candidate now. Asked when a candidate is elected and again when OPM verifies: a pure function
 * over what is known at that moment. Each {@link Rule} has a place of its own; here they only stand in their order.
 */
public final class OrderOfSelection {

    /** What a rule says. */
    public record Finding(Rule rule, Ruling ruling) {

        public boolean holds() {
            return ruling instanceof Ruling.Allowed;
        }
    }

    private static final List<Rule> CASE_RULES = Rule.of(Rule.Part.CASE);
    private static final List<Rule> REFERRAL_RULES = Rule.of(Rule.Part.REFERRAL);
    private static final List<Rule> PRECEDENCE_RULES = Rule.of(Rule.Part.PRECEDENCE);

    private OrderOfSelection() {}

    /** Whether the choice may be made now: the first that forbids it speaks; all who come before it are named at once. */
    public static Ruling check(Situation situation, Choice made) {
        return check(situation, made, choice -> precedence(situation, choice));
    }

    /** @param precedence as {@link #precedence} */
    static Ruling check(Situation situation, Choice made, Function<Choice, Ruling> precedence) {
        var choice = situation.asListed(made);
        return first(Stream.of(
                        rulings(CASE_RULES, situation, choice),
                        rulings(REFERRAL_RULES, situation, choice),
                        Stream.of(choice).map(precedence),
                        Stream.of(asRuling(FreeVacancy.check(situation, choice))))
                .flatMap(Function.identity()));
    }

    /** Who comes before the choice: the same for every choice of one {@link Place}. */
    static Ruling precedence(Situation situation, Choice choice) {
        return together(rulings(PRECEDENCE_RULES, situation, choice));
    }

    /** Whether anybody at all may be elected in the case: the pool is open, own employees had their time, a vacancy is left. */
    public static Ruling checkCase(Situation situation) {
        return first(Stream.concat(
                rulings(CASE_RULES, situation, null), Stream.of(asRuling(FreeVacancy.checkCase(situation)))));
    }

    /** What each rule says of a choice that has been made: all that OPM verifies of the order of selection. */
    public static List<Finding> findings(Situation situation, Choice made) {
        var choice = situation.asListed(made);
        return Stream.of(CASE_RULES, REFERRAL_RULES, PRECEDENCE_RULES)
                .flatMap(List::stream)
                .map(rule -> new Finding(rule, asRuling(rule.check(situation, choice))))
                .toList();
    }

    /** Who else has preference, and why each does not forbid the choice; of meaning where {@code L14} holds. */
    public static List<NotInTheWay> othersWithPreference(Situation situation, Choice choice) {
        return PreferenceFirst.notInTheWay(situation, situation.asListed(choice));
    }

    /** Who else has priority, and why each does not forbid the choice; of meaning where {@code L16} holds. */
    public static List<NotInTheWay> othersWithPriority(Situation situation, Choice choice) {
        return PriorityFirst.notInTheWay(situation, situation.asListed(choice));
    }

    /** Who of a higher category is left there; where {@code L13} holds all the same, priority comes first. */
    public static List<UUID> leftInHigherCategories(Situation situation, Choice choice) {
        return HigherCategoryFirst.leftAbove(situation, situation.asListed(choice));
    }

    /**
     * Who else on the list is of a higher category, or of the higher one of two that were merged, and why each does not forbid the choice;
     * nobody who is left there. Of meaning where {@code L13} holds.
     */
    public static List<NotInTheWay> othersOfHigherCategories(Situation situation, Choice choice) {
        return HigherCategoryFirst.notInTheWay(situation, situation.asListed(choice));
    }

    /** Whether there is any category above that in which somebody stands. */
    public static boolean isBelowAnother(ReferralList list, ReferralList.Entry wanted) {
        return list.ranking()
                .categoryOf(wanted.candidate())
                .filter(own -> own.ordinal() > 0)
                .isPresent();
    }

    /** Whether the first of two is of a higher category than the second, also where both were merged. */
    public static boolean isOfHigherCategory(ReferralList list, ReferralList.Entry entry, ReferralList.Entry wanted) {
        return HigherCategoryFirst.isHigher(list, entry, wanted);
    }

    /** Who comes before a whole category, at any location of the case; it is exhausted above it where there is nobody (L13). */
    public static List<UUID> leftAbove(Situation situation, Rating category) {
        return HigherCategoryFirst.leftAbove(situation, category);
    }

    /** L14: whether a choice that was made would be unlawful if no vacancy were held for this preference eligible. */
    public static boolean restsOnHoldFor(Situation situation, Choice choice, UUID eligible) {
        return situation.standing(eligible).vacancyHeld()
                && PreferenceFirst.restsOnHoldFor(situation, situation.asListed(choice), eligible);
    }

    /** By which rules (L13, L14, L16) a choice that was made would be unlawful had this candidate not been elected, too; none when by none. */
    public static List<Rule> restsOnElectionOf(Situation situation, Choice choice, UUID first) {
        return situation.standing(first).elected()
                ? RestingOn.vacancyKeptFor(situation, situation.asListed(choice), first)
                : List.of();
    }

    /** By which rules (L13, L14, L16) a choice that was made would be unlawful were this candidate, whom another case has, on the list. */
    public static List<Rule> restsOnAbsenceOf(Situation situation, Choice choice, UUID absent) {
        return RestingOn.absenceOf(situation, situation.asListed(choice), absent);
    }

    /**
     * L13, L14, L16: whether a case in which somebody entered on duty may end without whom a vacancy was kept for.
     *
     * @param filled whoever entered on duty, each with those for whom a vacancy was kept when OPM verified the selection: by an election
     *     before it, or by holding one
     */
    public static Ruling mayEnd(Situation situation, Map<Choice, Set<UUID>> filled) {
        return asRuling(VacanciesKept.check(situation, filled));
    }

    /**
     * For whom a vacancy was kept that nobody may hold or fill any more, as the case ends all the same.
     *
     * @param filled as {@link #mayEnd}
     */
    public static List<UUID> leftBehind(Situation situation, Map<Choice, Set<UUID>> filled) {
        return VacanciesKept.leftBehind(situation, filled);
    }

    /** Who is left there of the higher one of two categories that were merged, when the choice is of the lower one. */
    public static List<UUID> leftInMergedCategory(Situation situation, Choice choice) {
        return HigherCategoryFirst.leftInMerged(situation, situation.asListed(choice));
    }

    private static Stream<Ruling> rulings(List<Rule> rules, Situation situation, Choice choice) {
        return rules.stream().map(rule -> asRuling(rule.check(situation, choice)));
    }

    private static Ruling together(Stream<Ruling> rulings) {
        return rulings.filter(Ruling.Refused.class::isInstance)
                .map(Ruling.Refused.class::cast)
                .reduce(Ruling.Refused::and)
                .<Ruling>map(Function.identity())
                .orElseGet(Ruling.Allowed::new);
    }

    private static Ruling first(Stream<Ruling> rulings) {
        return rulings.filter(Ruling.Refused.class::isInstance).findFirst().orElseGet(Ruling.Allowed::new);
    }

    private static Ruling asRuling(Optional<Ruling.Refused> refused) {
        return refused.map(Function.<Ruling>identity()).orElseGet(Ruling.Allowed::new);
    }
}
