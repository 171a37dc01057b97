package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.DENVER;
import static io.crossgov.hiring.law.Applicant.WASHINGTON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Everybody on a list is told together what each would be told alone. */
class OrderOnListTest {

    private static final int MANY = 6_000;

    @Property
    void whoever_is_asked_about_with_others_is_told_the_same_as_alone(@ForAll("cases") Circumstances any) {
        var together = new OrderOnList(any.situation());
        for (var candidate : any.field()) {
            for (var location : any.situation().caseLocations()) {
                var choice = new Choice(candidate.id(), location);
                assertThat(together.check(choice)).isEqualTo(OrderOfSelection.check(any.situation(), choice));
            }
        }
    }

    @Test
    void those_who_wait_for_the_same_people_have_one_refusal() {
        var first = Applicant.called("Ann").with(VeteransPreference.TP);
        var second = Applicant.called("Ben");
        var third = Applicant.called("Cy");
        var situation = Hiring.from(first, second, third).situation();
        var order = new OrderOnList(situation);

        assertThat(order.check(new Choice(first.id(), DENVER))).isEqualTo(Hiring.ALLOWED);
        assertThat(order.check(new Choice(second.id(), DENVER)))
                .isInstanceOf(Ruling.Refused.class)
                .isSameAs(order.check(new Choice(third.id(), DENVER)));
    }

    /** Compared each with all others, as thousands of preference eligibles and three categories were, they would take hours. */
    @Test
    void thousands_are_told_in_seconds() {
        var applicants = IntStream.range(0, MANY)
                .mapToObj(at -> Applicant.called("A-" + at)
                        .rated(Rating.values()[at % Rating.values().length])
                        .with(at % 10 == 0 ? VeteransPreference.TP : VeteransPreference.NONE)
                        .in(DENVER, WASHINGTON))
                .toArray(Applicant[]::new);
        var situation = Hiring.from(applicants)
                .in(DENVER, WASHINGTON)
                .referredDownTo(Rating.QUALIFIED)
                .situation();

        var allowed = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            var order = new OrderOnList(situation);
            return Set.of(applicants).stream()
                    .filter(applicant -> order.check(new Choice(applicant.id(), DENVER)) instanceof Ruling.Allowed)
                    .count();
        });

        // Preference eligibles of the highest category, and nobody else: a tenth of a third.
        assertThat(allowed).isEqualTo(MANY / 30);
    }

    @Provide
    Arbitrary<Circumstances> cases() {
        return Circumstances.any();
    }
}
