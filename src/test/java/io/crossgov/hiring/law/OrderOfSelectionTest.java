package io.crossgov.hiring.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.api.Test;

/** L11, L14, L16, L18, D1 together: what holds for every certificate, every case and every choice. */
class OrderOfSelectionTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("%[^ )]");

    @Test
    void what_is_verified_is_one_finding_a_rule_in_a_fixed_order() {
        var avery = Applicant.called("Avery");
        var findings =
                OrderOfSelection.findings(Hiring.from(avery).situation(), new Choice(avery.id(), Applicant.DENVER));

        assertThat(findings)
                .extracting(OrderOfSelection.Finding::rule)
                .containsExactly(Rule.L18, Rule.D1, Rule.L17, Rule.L11, Rule.L22, Rule.L16, Rule.L14, Rule.L13);
        assertThat(findings).allMatch(OrderOfSelection.Finding::holds);
    }

    // Verification asks after the election has taken the vacancy, so the number of vacancies is no finding.
    @Test
    void the_selection_that_took_the_last_vacancy_holds_when_it_is_verified() {
        var avery = Applicant.called("Avery");
        var hiring = Hiring.from(avery).elected(avery);

        assertThat(OrderOfSelection.findings(hiring.situation(), new Choice(avery.id(), Applicant.DENVER)))
                .allMatch(OrderOfSelection.Finding::holds);
    }

    @Property
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void L14_nobody_without_preference_is_allowed_while_a_preference_eligible_of_the_same_or_a_higher_group_is_owed(
            @ForAll("cases") Circumstances any) {
        var owed = new PlainReading(any).owedPreference();
        var allowed = OrderOfSelection.check(any.situation(), any.choice()) instanceof Ruling.Allowed;

        Statistics.label("a preference eligible is owed")
                .collect(!owed.isEmpty())
                .coverage(coverage -> coverage.check(true).percentage(percent -> percent > 2));
        Statistics.label("allowed without preference")
                .collect(allowed && any.wanted().orElseThrow().preference() == VeteransPreference.NONE)
                .coverage(coverage -> coverage.check(true).percentage(percent -> percent > 2));
        assertThat(allowed && !owed.isEmpty()).isFalse();
    }

    @Property
    void L14_L16_speak_exactly_when_somebody_is_owed_the_position_and_name_all_who_are(
            @ForAll("cases") Circumstances any) {
        if (!holds(Rule.L11, any)) {
            return;
        }
        var plain = new PlainReading(any);

        assertNames(any, Rule.L14, plain.owedPreference());
        assertNames(any, Rule.L16, plain.owedPriority());
    }

    @Property
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void L13_nobody_is_allowed_while_anybody_of_a_higher_category_is_left_unmerged_and_the_rule_speaks_only_then(
            @ForAll("lowerCategories") Circumstances any) {
        if (!holds(Rule.L11, any)) {
            return;
        }
        var left = new PlainReading(any).leftInHigherCategories().size();

        Statistics.label("left of a higher category").collect(Math.min(left, 3)).coverage(coverage -> {
            for (int some = 1; some <= 3; some++) {
                coverage.check(some).count(count -> count > 2);
            }
        });
        assertThat(holds(Rule.L13, any)).isEqualTo(left == 0);
        assertThat(OrderOfSelection.check(any.situation(), any.choice()) instanceof Ruling.Allowed && left > 0)
                .isFalse();
    }

    @Property
    void L16_nobody_is_allowed_before_a_displaced_employee_who_is_owed_the_position(
            @ForAll("cases") Circumstances any) {
        var allowed = OrderOfSelection.check(any.situation(), any.choice()) instanceof Ruling.Allowed;

        assertThat(allowed && !new PlainReading(any).owedPriority().isEmpty()).isFalse();
    }

    @Property
    void L17_nobody_is_allowed_without_an_authority_in_force_and_an_order(@ForAll("cases") Circumstances any) {
        assertThat(holds(Rule.L17, any)).isEqualTo(new PlainReading(any).authorityHolds());
        assertThat(OrderOfSelection.check(any.situation(), any.choice()) instanceof Ruling.Allowed
                        && !new PlainReading(any).authorityHolds())
                .isFalse();
    }

    @Property
    void L11_nobody_is_allowed_who_is_not_listed_or_for_a_location_that_is_not_of_both(
            @ForAll("cases") Circumstances any) {
        if (OrderOfSelection.check(any.situation(), any.choice()) instanceof Ruling.Allowed) {
            var wanted = any.wanted().orElseThrow();
            var plain = new PlainReading(any);
            var place = any.choice().dutyLocation();
            assertThat(any.list().of(wanted.id())).isPresent();
            assertThat(wanted.locations()).contains(place);
            assertThat(any.situation().caseLocations()).contains(place);
            assertThat(plain.isReferredByRank(wanted) || plain.isDisplacedFrom(wanted, place))
                    .isTrue();
        }
    }

    @Property
    void an_election_is_allowed_exactly_when_each_rule_holds_and_a_vacancy_is_free(@ForAll("cases") Circumstances any) {
        var everyRuleHolds = OrderOfSelection.findings(any.situation(), any.choice()).stream()
                .allMatch(OrderOfSelection.Finding::holds);
        var free = any.situation().vacanciesFreeFor(any.choice().candidateId()) > 0;

        assertThat(OrderOfSelection.check(any.situation(), any.choice()) instanceof Ruling.Allowed)
                .isEqualTo(everyRuleHolds && free);
    }

    @Property
    void every_refusal_is_a_sentence_that_names_a_rule_and_a_way_out(@ForAll("cases") Circumstances any) {
        if (OrderOfSelection.check(any.situation(), any.choice()) instanceof Ruling.Refused refused) {
            assertThat(refused.rule())
                    .isIn(
                            Rule.L18,
                            Rule.D1,
                            Rule.L17,
                            Rule.L11,
                            Rule.L22,
                            Rule.L16,
                            Rule.L14,
                            Rule.L13,
                            Rule.FREE_VACANCY);
            assertThat(refused.exits()).isNotEmpty();
            assertThat(refused.named())
                    .allSatisfy(id -> assertThat(any.list().of(id)).isPresent());
            var sentence = refused.sentence(id ->
                    "candidate " + any.list().of(id).orElseThrow().candidate().applicantNumber());
            assertThat(sentence).matches("(?s)[A-Zc].+\\.").doesNotContain("null");
            assertThat(PLACEHOLDER.matcher(sentence).find()).as(sentence).isFalse();
        }
    }

    @Property
    void who_need_not_be_passed_over_is_never_in_the_way_for_preference(@ForAll("cases") Circumstances any) {
        var owed = new PlainReading(any).owedPreference();

        for (var candidate : any.field()) {
            var asked = PassOverRequest.mayBeAsked(any.situation(), candidate.id());
            if (asked instanceof Ruling.Refused refused) {
                assertThat(refused.exits()).isNotEmpty();
                var settled = refused.exits().contains(Exit.to(Exit.Way.CHOOSE_FROM_LIST));
                assertThat(settled && owed.contains(candidate.id()))
                        .as(refused.words())
                        .isFalse();
            }
        }
    }

    @Provide
    Arbitrary<Circumstances> cases() {
        return Circumstances.any();
    }

    @Provide
    Arbitrary<Circumstances> lowerCategories() {
        return Circumstances.any().map(Circumstances::downToTheLowestCategory);
    }

    private static boolean holds(Rule rule, Circumstances any) {
        return finding(rule, any).holds();
    }

    private static OrderOfSelection.Finding finding(Rule rule, Circumstances any) {
        return OrderOfSelection.findings(any.situation(), any.choice()).stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    private static void assertNames(Circumstances any, Rule rule, Set<UUID> owed) {
        if (finding(rule, any).ruling() instanceof Ruling.Refused refused) {
            assertThat(owed).as("%s of %s", rule, any).isNotEmpty().isEqualTo(new HashSet<>(refused.named()));
        } else {
            assertThat(owed).as("%s of %s", rule, any).isEmpty();
        }
    }
}
