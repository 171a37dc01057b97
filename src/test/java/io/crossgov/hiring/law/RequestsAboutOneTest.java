package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.CaseStanding.PassOver.ASKED;
import static io.crossgov.hiring.law.CaseStanding.PassOver.DENIED;
import static io.crossgov.hiring.law.CaseStanding.PassOver.NONE;
import static io.crossgov.hiring.law.CaseStanding.PassOver.OVERTAKEN;
import static io.crossgov.hiring.law.CaseStanding.PassOver.PENDING;
import static io.crossgov.hiring.law.CaseStanding.PassOver.REMOVED;
import static io.crossgov.hiring.law.CaseStanding.PassOver.SUSTAINED;
import static io.crossgov.hiring.law.SamePosition.OTHER;
import static io.crossgov.hiring.law.SamePosition.SAME;
import static io.crossgov.hiring.law.SamePosition.UNSURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.RequestsAboutOne.Counting;
import io.crossgov.hiring.law.RequestsAboutOne.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** L15: what several requests about one person come to for one position (5 U.S.C. 3318(c)(1), 5 CFR 332.406). */
class RequestsAboutOneTest {

    private static final boolean OWN = true;
    private static final boolean OF_ANOTHER_CASE = false;

    // Asked in two cases at once; denied in one, and sustained in the other without a word about that.
    @Test
    void L15_a_denial_in_one_case_is_not_beaten_by_what_is_sustained_later_in_another() {
        var denied = request(OWN, SAME, DENIED, false, 1, 3);
        var sustained = request(OF_ANOTHER_CASE, SAME, SUSTAINED, false, 2, 4);

        assertThat(standing(denied, sustained)).isEqualTo(DENIED);
        assertThat(RequestsAboutOne.denialAgainst(sustained, List.of(denied, sustained)))
                .contains(denied);
    }

    @Test
    void L15_a_denial_binds_until_a_request_with_new_facts_made_after_it_is_sustained() {
        var denied = request(OF_ANOTHER_CASE, SAME, DENIED, false, 1, 3);
        assertThat(standing(denied)).isEqualTo(DENIED);
        assertThat(standing(denied, request(OWN, SAME, PENDING, true, 4, 0))).isEqualTo(PENDING);
        assertThat(standing(denied, request(OWN, SAME, SUSTAINED, true, 4, 5))).isEqualTo(SUSTAINED);
        // What was said before the denial is nothing new.
        assertThat(standing(denied, request(OWN, SAME, SUSTAINED, true, 2, 5))).isEqualTo(DENIED);
    }

    @Test
    void L15_a_request_under_way_says_nothing_new_about_a_denial_that_came_meanwhile() {
        var pending = request(OWN, SAME, PENDING, false, 1, 0);
        assertThat(standing(pending, request(OF_ANOTHER_CASE, SAME, DENIED, false, 2, 3)))
                .isEqualTo(OVERTAKEN);
        assertThat(standing(pending, request(OF_ANOTHER_CASE, OTHER, DENIED, false, 2, 3)))
                .isEqualTo(PENDING);
    }

    // A denial is not gone round by leaving the number out, by another title or another part of the agency.
    @Test
    void L15_where_nobody_can_say_whether_it_is_the_same_position_a_denial_follows_and_a_sustained_request_does_not() {
        assertThat(standing(request(OF_ANOTHER_CASE, UNSURE, DENIED, false, 1, 2)))
                .isEqualTo(DENIED);
        assertThat(standing(request(OF_ANOTHER_CASE, UNSURE, SUSTAINED, false, 1, 2)))
                .isNull();
        assertThat(standing(request(OF_ANOTHER_CASE, OTHER, DENIED, false, 1, 2)))
                .isNull();
    }

    // 5 U.S.C. 3318(c): no further consideration is owed for the position.
    @Test
    void L15_what_was_sustained_stands_and_a_later_request_for_the_position_is_not_denied() {
        var sustained = request(OF_ANOTHER_CASE, SAME, SUSTAINED, false, 1, 2);
        assertThat(standing(sustained, request(OWN, SAME, ASKED, false, 1, 0))).isEqualTo(SUSTAINED);
        assertThat(RequestsAboutOne.sustainedBefore(List.of(sustained))).contains(sustained);
        assertThat(RequestsAboutOne.sustainedBefore(List.of(request(OF_ANOTHER_CASE, UNSURE, SUSTAINED, false, 1, 2))))
                .isEmpty();
    }

    // 5 CFR 332.102: an objection is about one certificate.
    @Test
    void L22_a_sustained_objection_counts_in_its_own_case_only() {
        assertThat(standing(request(OWN, SAME, REMOVED, false, 1, 2))).isEqualTo(REMOVED);
        assertThat(standing(request(OF_ANOTHER_CASE, SAME, REMOVED, false, 1, 2)))
                .isNull();
    }

    @Test
    void a_request_that_was_withdrawn_is_none() {
        assertThat(standing(request(OWN, SAME, NONE, false, 1, 0))).isEqualTo(NONE);
        assertThat(standing()).isNull();
    }

    @Property
    void L15_nobody_is_left_out_by_a_request_that_says_nothing_new_after_a_denial(
            @ForAll("requests") List<Request> requests) {
        var counting = RequestsAboutOne.thatCounts(requests);
        var leftOut = counting.map(Counting::standing)
                .filter(standing -> standing == SUSTAINED || standing == REMOVED)
                .isPresent();
        if (leftOut) {
            var why = counting.get().request();
            assertThat(requests)
                    .filteredOn(request -> request.stands() == DENIED && request.position() != OTHER)
                    .filteredOn(denial -> denial.decidedAt().isBefore(why.decidedAt()))
                    .allMatch(denial -> why.newFacts() && !why.askedAt().isBefore(denial.decidedAt()));
        }
    }

    @Property
    void L15_after_a_denial_nothing_waits_and_nothing_is_forgotten_without_new_facts(
            @ForAll("requests") List<Request> requests) {
        var denied = requests.stream().anyMatch(request -> request.stands() == DENIED && request.position() != OTHER);
        var newFacts = requests.stream().anyMatch(Request::newFacts);
        if (denied && !newFacts) {
            assertThat(RequestsAboutOne.thatCounts(requests).orElseThrow().standing())
                    .isNotIn(NONE, ASKED, PENDING);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DENIED", "OVERTAKEN"})
    void L14_what_is_denied_holds_no_vacancy(CaseStanding.PassOver where) {
        var taylor = Applicant.called("Taylor").with(VeteransPreference.TP);
        var hiring = Hiring.from(Applicant.called("Avery"), taylor).passOver(taylor, where);

        assertThat(VacancyToHold.mayBeHeld(hiring.situation(), taylor.id())).isInstanceOf(Ruling.Refused.class);
    }

    @Provide
    Arbitrary<List<Request>> requests() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(SamePosition.class),
                        Arbitraries.of(ASKED, PENDING, SUSTAINED, REMOVED, DENIED, NONE),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(1, 8))
                .as((own, position, stands, newFacts, asked, days) ->
                        request(own, own ? SAME : position, stands, newFacts, asked, asked + days))
                .list()
                .ofMaxSize(6)
                .map(some -> {
                    var oldestFirst = new ArrayList<>(some);
                    oldestFirst.sort(Comparator.comparing(Request::askedAt));
                    return oldestFirst;
                });
    }

    private static CaseStanding.PassOver standing(Request... oldestFirst) {
        return RequestsAboutOne.thatCounts(List.of(oldestFirst))
                .map(Counting::standing)
                .orElse(null);
    }

    private static Request request(
            boolean own,
            SamePosition position,
            CaseStanding.PassOver stands,
            boolean newFacts,
            int asked,
            int decided) {
        var isDecided = stands == SUSTAINED || stands == REMOVED || stands == DENIED;
        return new Request(
                UUID.randomUUID(),
                own,
                position,
                stands,
                newFacts,
                Instant.ofEpochSecond(asked),
                isDecided ? Instant.ofEpochSecond(decided) : null);
    }
}
