package io.crossgov.hiring.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.crossgov.hiring.law.Exit.Way;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Every refusal names ways out, each of which works. */
class WayOutTest {

    private static final int MANY = 100;

    /** What people do about one candidate; the choice and the rest of the case stay as they are. */
    private static final Set<Way> ABOUT_ONE = Set.of(
            Way.ELECT_FIRST,
            Way.RECORD_ANSWER,
            Way.ASK_TO_PASS_OVER,
            Way.FILE_REASONS,
            Way.AWAIT_PASS_OVER,
            Way.HOLD_VACANCY,
            Way.SECOND_REVIEW);

    @Property
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void whichever_ways_out_people_take_the_election_is_allowed_in_the_end(
            @ForAll("cases") Circumstances any, @ForAll @Size(7) List<@IntRange(max = 11) Integer> picks) {
        var now = any;
        var steps = 0;
        while (ruling(now) instanceof Ruling.Refused refused) {
            assertThat(steps).as("steps, ending with %s", refused).isLessThan(MANY);
            var pick = picks.get(steps++ % picks.size()) % refused.exits().size();
            now = WayOut.taken(refused.exits().get(pick), now);
        }
        Statistics.label("steps").collect(steps > 2).coverage(coverage -> coverage.check(true)
                .percentage(percent -> percent > 1));
    }

    @Property(tries = 2000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void each_way_out_removes_the_obstacle_it_is_named_for(@ForAll("cases") Circumstances any) {
        if (!(ruling(any) instanceof Ruling.Refused refused)) {
            return;
        }
        for (var exit : refused.exits()) {
            Statistics.label("way out").collect(exit.way()).coverage(coverage -> {
                for (var way : Way.values()) {
                    if (way != Way.NOTIFY_CANDIDATE && way != Way.CHOOSE_DAY) {
                        coverage.check(way).count(count -> count > 0);
                    }
                }
            });
            assertThat(ruling(settled(exit, any)))
                    .as("%s after %s", refused, exit)
                    .isNotEqualTo(refused);
        }
    }

    @Property
    void what_people_do_about_one_candidate_takes_that_candidate_out_of_the_way_and_nobody_else(
            @ForAll("cases") Circumstances any) {
        if (!(ruling(any) instanceof Ruling.Refused refused)) {
            return;
        }
        for (var exit : refused.exits()) {
            if (ABOUT_ONE.contains(exit.way()) && any.situation().vacanciesFreeFor(exit.candidateId()) > 0) {
                var after = settled(exit, any);
                var concerned = List.of(Rule.L14, Rule.L16, Rule.L13).stream()
                        .filter(rule -> concerns(exit.way(), rule))
                        .filter(rule -> owed(rule, any).contains(exit.candidateId()))
                        .toList();
                assertThat(concerned).as("%s of %s", exit, refused).isNotEmpty();
                for (var rule : List.of(Rule.L14, Rule.L16, Rule.L13)) {
                    if (concerned.contains(rule)) {
                        assertThat(owed(rule, after))
                                .as("%s after %s", refused, exit)
                                .isEqualTo(without(exit.candidateId(), owed(rule, any)));
                    } else {
                        assertThat(owed(rule, after)).isSubsetOf(owed(rule, any));
                    }
                }
                assertThat(rulesThatHold(after)).containsAll(rulesThatHold(any));
            }
        }
    }

    @Property
    void whom_a_refusal_says_to_elect_first_can_be_elected_where_he_or_she_is_owed_the_position(
            @ForAll("cases") Circumstances any) {
        if (!(ruling(any) instanceof Ruling.Refused refused)) {
            return;
        }
        for (var exit : refused.exits()) {
            if (exit.way() == Way.ELECT_FIRST) {
                var locations = any.situation().caseLocations().stream()
                        .map(location -> any.with(new Choice(exit.candidateId(), location)))
                        .filter(instead ->
                                rulesThatHold(instead).containsAll(Set.of(Rule.L18, Rule.D1, Rule.L11, Rule.L14)))
                        .filter(instead -> owed(Rule.L14, any).contains(exit.candidateId())
                                || instead.choice()
                                                .dutyLocation()
                                                .equals(any.choice().dutyLocation())
                                        && rulesThatHold(instead).contains(Rule.L16));
                assertThat(locations).as("%s, for %s", refused, exit).isNotEmpty();
            }
        }
    }

    @Property
    void each_request_to_pass_over_that_a_refusal_advises_may_be_made(@ForAll("cases") Circumstances any) {
        if (!(ruling(any) instanceof Ruling.Refused refused)) {
            return;
        }
        for (var exit : refused.exits()) {
            if (exit.way() == Way.ASK_TO_PASS_OVER) {
                assertThat(PassOverRequest.mayBeAsked(any.situation(), exit.candidateId()))
                        .isEqualTo(Hiring.ALLOWED);
            }
        }
    }

    // The ways out of a refused request: choosing somebody else needs none, the others change what is on record about
    // the candidate.
    @Property
    void a_request_to_pass_over_is_refused_only_with_ways_out_that_work(@ForAll("cases") Circumstances any) {
        for (var candidate : any.field()) {
            if (PassOverRequest.mayBeAsked(any.situation(), candidate.id()) instanceof Ruling.Refused refused) {
                assertThat(refused.exits()).isNotEmpty();
                for (var exit : refused.exits()) {
                    switch (exit.way()) {
                        case CHOOSE_FROM_LIST -> assertThat(owed(Rule.L14, any)).doesNotContain(candidate.id());
                        case AWAIT_PASS_OVER, RECORD_ANSWER, ELECT_FIRST ->
                            assertThat(owed(Rule.L14, WayOut.taken(exit, any))).doesNotContain(candidate.id());
                        default -> fail("no way out of a refused request: " + exit);
                    }
                }
            }
        }
    }

    @Provide
    Arbitrary<Circumstances> cases() {
        return Circumstances.any();
    }

    private static Ruling ruling(Circumstances any) {
        return OrderOfSelection.check(any.situation(), any.choice());
    }

    /** The exit taken to its end: who asks OPM gets a decision. */
    private static Circumstances settled(Exit exit, Circumstances any) {
        var after = WayOut.taken(exit, any);
        return exit.way() == Way.ASK_TO_PASS_OVER || exit.way() == Way.FILE_REASONS
                ? WayOut.taken(Exit.to(Way.AWAIT_PASS_OVER, exit.candidateId()), after)
                : after;
    }

    private static Set<UUID> owed(Rule rule, Circumstances any) {
        var plain = new PlainReading(any);
        return switch (rule) {
            case L16 -> plain.owedPriority();
            case L13 -> plain.leftInHigherCategories();
            case L14 -> plain.owedPreference();
            default -> throw new IllegalArgumentException(rule + " is owed to nobody");
        };
    }

    /** Whether a way out is one that the rule knows; electing and recording an answer settle both. */
    private static boolean concerns(Way way, Rule rule) {
        return switch (way) {
            case SECOND_REVIEW -> rule == Rule.L16;
            case ASK_TO_PASS_OVER, FILE_REASONS, AWAIT_PASS_OVER, HOLD_VACANCY -> rule == Rule.L14;
            default -> true;
        };
    }

    private static Set<UUID> without(UUID candidate, Set<UUID> all) {
        var others = new HashSet<>(all);
        assertThat(others.remove(candidate)).as("%s among %s", candidate, all).isTrue();
        return others;
    }

    private static List<Rule> rulesThatHold(Circumstances any) {
        return OrderOfSelection.findings(any.situation(), any.choice()).stream()
                .filter(OrderOfSelection.Finding::holds)
                .map(OrderOfSelection.Finding::rule)
                .toList();
    }
}
