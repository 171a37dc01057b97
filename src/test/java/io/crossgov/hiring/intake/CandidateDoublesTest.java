package io.crossgov.hiring.intake;

import static io.crossgov.hiring.access.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.pool.CandidateAvailability;
import io.crossgov.hiring.pool.CandidateCommitted;
import io.crossgov.hiring.pool.CandidateReleased;
import io.crossgov.hiring.pool.CandidateWithdrawnFromAll;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.FieldCount;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.PresentCandidateKeys;
import io.crossgov.hiring.pool.SamplePools;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The same person twice: told before anything is taken; L8, L9 and L13 hold for the person, in one pool and across pools. */
@OnBothDatabases
@RecordApplicationEvents
class CandidateDoublesTest {

    private static final String HEADER = "applicant_number,name,email,phone,duty_locations,rating,score,preference,"
            + "priority_status,commuting_area,opted_in,federal_agency,resume_file\n";

    @Autowired
    private MockMvc http;

    @Autowired
    private Pools pools;

    @Autowired
    private Candidates candidates;

    @Autowired
    private CandidateAvailability availability;

    @Autowired
    private DecisionLog decisions;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private PlatformTransactionManager transactions;

    private AnnouncementNumber pool;
    private AnnouncementNumber otherPool;
    private String domain;

    @BeforeEach
    void two_pools() {
        pool = pool();
        otherPool = pool();
        domain = pool.value().toLowerCase(Locale.ROOT) + ".example";
    }

    @Test
    void likely_doubles_are_told_line_by_line_before_anything_is_taken() throws Exception {
        send(pool, row("000123", "Zero Lead", "zl")).andExpect(status().isOk());

        send(
                        pool,
                        row("A-1", "Ada Ames", "ada"),
                        row("123", "Zero Lead", "zl"),
                        row("DU-1", "Dana Upton", "Dana.Upton"),
                        row("DU-2", "Dana Upton", "dana.upton"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.taken").value(false))
                .andExpect(jsonPath("$.doublesCount").value(2))
                .andExpect(jsonPath("$.doubles[*].line", contains(3, 5)))
                .andExpect(jsonPath("$.doubles[0].otherApplicantNumber").value("000123"))
                .andExpect(jsonPath("$.doubles[0].signs", contains("NUMBER", "EMAIL")))
                .andExpect(jsonPath("$.doubles[1].otherLine").value(4))
                .andExpect(jsonPath("$.doubles[1].sentence")
                        .value("Line 5, DU-2, looks like DU-1 on line 4: the same e-mail address."))
                .andExpect(jsonPath("$.detail")
                        .value(
                                "No candidate was taken: 2 rows are likely the same person as somebody in the pool or in the"
                                        + " file. The first: Line 3, 123, looks like 000123 of this pool: the same number but for"
                                        + " capitals and zeros in front, the same e-mail address. Say of each whether both are one"
                                        + " person, then send the file again."));
        assertThat(candidates.count(pool)).isEqualTo(1);
    }

    /** As in a database of an earlier version, whose keys of phone numbers held the extension and told some capitals apart. */
    @Test
    void candidates_of_an_earlier_version_are_known_by_today_s_keys(
            @Autowired JdbcTemplate jdbc, @Autowired DataSource database) throws Exception {
        send(pool, row("A-1", "\u0130nci Aksoy", "inci").replace(",,Remote", ",202-555-0101 ext. 12,Remote"))
                .andExpect(status().isOk());
        var person = person(pool, "A-1");
        jdbc.update(
                "update candidate set phone_key = '202555010112', name_key = ? where announcement = ?",
                "i\u0307nci aksoy",
                pool.value());

        try (var connection = new JdbcConnection(database.getConnection())) {
            new PresentCandidateKeys()
                    .execute(DatabaseFactory.getInstance().findCorrectDatabaseImplementation(connection));
            connection.commit();
        }

        assertThat(person(pool, "A-1")).isEqualTo(person);
        send(pool, row("A-2", "Inci Aksoy", "i.aksoy").replace(",,Remote", ",(202) 555-0101,Remote"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.doubles[0].signs", contains("NAME_AND_PHONE")));
    }

    @Test
    void L20_OPM_decides_once_sends_the_file_again_and_nobody_asks_any_more() throws Exception {
        var file = new String[] {
            row("DU-1", "Dana Upton", "dana"), row("DU-2", "Dan Upton", "dana"), row("du-02", "D. U.", "du")
        };
        send(pool, file).andExpect(status().isConflict());
        decide("opm-1", "DU-1", "DU-2", false).andExpect(status().isOk());
        decide("opm-1", "du-02", "DU-2", true).andExpect(jsonPath("$[0].same").value(false));

        send(pool, file)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.counts.inserted").value(3));
        send(pool, file)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.counts.unchanged").value(3));
        assertThat(person(pool, "DU-1")).isNotEqualTo(person(pool, "DU-2"));
        assertThat(person(pool, "du-02")).isEqualTo(person(pool, "DU-2"));
        assertThat(decisions.of(pool.value())).extracting("kind").contains("decide-double");
        http.perform(get("/api/pools/" + pool + "/candidates/doubles").with(signedInAs("opm-1")))
                .andExpect(jsonPath("$.length()").value(2));
        decide("gsa-hr", "DU-1", "DU-2", true).andExpect(status().isForbidden());
        decide("opm-1", "DU-1", "DU-1", true).andExpect(status().isBadRequest());
        decide("opm-1", "DU-1", "D U", true).andExpect(status().isBadRequest());

        // A way back: said the other way, both are one from now on, and two again.
        decide("opm-1", "DU-1", "DU-2", true).andExpect(status().isOk());
        assertThat(person(pool, "DU-1")).isEqualTo(person(pool, "DU-2"));
        decide("opm-1", "DU-1", "DU-2", false).andExpect(status().isOk());
        assertThat(person(pool, "DU-1")).isNotEqualTo(person(pool, "DU-2"));
    }

    @Test
    void both_answers_to_one_question_are_none() throws Exception {
        send(pool, row("BO-1", "Bo Orr", "bo") + row("BO-2", "Bea Orr", "bea")).andExpect(status().isOk());
        for (var second : List.of(
                "{\"applicantNumber\":\"BO-1\",\"otherApplicantNumber\":\"BO-2\",\"same\":false}",
                "{\"applicantNumber\":\"BO-2\",\"otherApplicantNumber\":\"BO-1\",\"same\":false}")) {
            http.perform(post("/api/pools/" + pool + "/candidates/doubles")
                            .with(signedInAs("opm-1"))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(
                                    "{\"decisions\":[{\"applicantNumber\":\"BO-1\",\"otherApplicantNumber\":\"BO-2\",\"same\":true},"
                                            + second + "]}"))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.field").value("decisions"))
                    .andExpect(
                            jsonPath("$.detail")
                                    .value(
                                            "You say that BO-1 and BO-2 are one person, and that they are two. Decide on one of both."));
        }
        assertThat(person(pool, "BO-1")).isNotEqualTo(person(pool, "BO-2"));
        http.perform(get("/api/pools/" + pool + "/candidates/doubles").with(signedInAs("opm-1")))
                .andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    void L8_one_person_in_two_pools_is_held_by_one_selection_and_free_again_in_both() throws Exception {
        send(pool, row("A-1", "Ada Ames", "Ada.Ames")).andExpect(status().isOk());
        send(otherPool, row("B-7", "Ada Ames-Burr", "ada.ames")).andExpect(status().isOk());
        var here = candidate(pool, "A-1");
        var there = candidate(otherPool, "B-7");
        var selection = UUID.randomUUID();
        run(() -> availability.commit(here, selection, "GSA", () -> {}));

        assertThat(candidates.byId(there).availability()).isEqualTo(Availability.COMMITTED);
        assertThat(availability(() -> availability.holderOf(there))).contains(selection);
        assertThat(events.stream(CandidateCommitted.class).map(CandidateCommitted::candidateId))
                .contains(here, there);
        refused(
                () -> availability.commit(there, UUID.randomUUID(), "VA", () -> {}),
                "This candidate is no longer available.");

        send(pool(), row("C-1", "Ada Ames", "ADA.AMES")).andExpect(status().isOk());
        run(() -> availability.release(selection));
        assertThat(candidates.byId(here).availability()).isEqualTo(Availability.AVAILABLE);
        assertThat(candidates.byId(there).availability()).isEqualTo(Availability.AVAILABLE);
        assertThat(events.stream(CandidateReleased.class).map(CandidateReleased::candidateId))
                .contains(here, there);
        run(() -> availability.commit(there, UUID.randomUUID(), "VA", () -> {}));
    }

    @Test
    void L8_of_two_records_verified_in_the_same_instant_one_wins() throws Exception {
        for (int round = 0; round < 8; round++) {
            send(pool, row("R-" + round, "Rae Ross", "rae" + round)).andExpect(status().isOk());
            send(otherPool, row("S-" + round, "Rae Ross", "RAE" + round)).andExpect(status().isOk());
            var records = List.of(candidate(pool, "R-" + round), candidate(otherPool, "S-" + round));
            var together = new CyclicBarrier(2);
            var people = Executors.newFixedThreadPool(2);
            try {
                var outcomes = people.invokeAll(records.stream()
                        .map(record -> (Callable<Boolean>) () -> {
                            together.await();
                            try {
                                run(() -> availability.commit(record, UUID.randomUUID(), "GSA", () -> {}));
                                return true;
                            } catch (Refusal refusal) {
                                assertThat(refusal.rule()).contains("L8");
                                return false;
                            }
                        })
                        .toList());
                assertThat(outcomes.stream().filter(CandidateDoublesTest::won)).hasSize(1);
            } finally {
                people.shutdownNow();
            }
            assertThat(records)
                    .allSatisfy(record ->
                            assertThat(candidates.byId(record).availability()).isEqualTo(Availability.COMMITTED));
        }
    }

    @Test
    void L9_who_withdraws_from_all_withdraws_in_every_record() throws Exception {
        send(pool, row("W-1", "Wes Wong", "wes")).andExpect(status().isOk());
        send(otherPool, row("W-9", "Wes Wong", "Wes")).andExpect(status().isOk());
        withdraw("W-1");

        assertThat(candidates.byId(candidate(otherPool, "W-9")).availability()).isEqualTo(Availability.WITHDRAWN);
        assertThat(events.stream(CandidateWithdrawnFromAll.class).map(CandidateWithdrawnFromAll::candidateId))
                .contains(candidate(pool, "W-1"), candidate(otherPool, "W-9"));
        assertThat(decisions.of(otherPool.value())).extracting("kind").contains("withdraw-candidate-from-all");
    }

    @Test
    void L9_a_second_record_is_no_way_back_for_whoever_withdrew_from_all() throws Exception {
        send(pool, row("CX-1", "Wes Wong", "wes"), row("CX-2", "W. Wong", "ww")).andExpect(status().isOk());
        withdraw("CX-1");

        decide("opm-1", "CX-1", "cx-1", true).andExpect(status().isOk());
        send(pool, row("cx-1", "Wes Wong", "wes")).andExpect(status().isOk());
        assertThat(standing("cx-1")).isEqualTo(Availability.WITHDRAWN);
        decide("opm-1", "CX-1", "CX-2", true).andExpect(status().isOk());
        assertThat(standing("CX-2")).isEqualTo(Availability.WITHDRAWN);
        assertThat(events.stream(CandidateWithdrawnFromAll.class).map(CandidateWithdrawnFromAll::candidateId))
                .contains(candidate(pool, "CX-2"));

        // A way back: two people after all, of whom one never withdrew.
        decide("opm-1", "CX-1", "CX-2", false).andExpect(status().isOk());
        assertThat(standing("CX-1")).isEqualTo(Availability.WITHDRAWN);
        assertThat(standing("cx-1")).isEqualTo(Availability.WITHDRAWN);
        assertThat(standing("CX-2")).isEqualTo(Availability.AVAILABLE);

        // Whoever applies to another announcement later has not withdrawn from that.
        send(otherPool, row("N-1", "Wes Wong", "wes")).andExpect(status().isOk());
        assertThat(candidates.byId(candidate(otherPool, "N-1")).availability()).isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void L9_whoever_withdrew_and_whoever_is_held_are_not_made_one_person() throws Exception {
        send(pool, row("K-1", "Kim Kerr", "kim"), row("K-2", "Kim Kerr", "kk"), row("K-3", "Kay Kerr", "kay"))
                .andExpect(status().isOk());
        withdraw("K-1");
        run(() -> availability.commit(candidate(pool, "K-2"), UUID.randomUUID(), "GSA", () -> {}));

        decide("opm-1", "K-1", "K-2", true)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("L9"));
        assertThat(standing("K-2")).isEqualTo(Availability.COMMITTED);
        assertThat(person(pool, "K-1")).isNotEqualTo(person(pool, "K-2"));
    }

    @Test
    void L8_a_second_record_of_whoever_was_hired_is_hired_too() throws Exception {
        send(pool, row("J-1", "Jo Jung", "jo"), row("J-2", "J. Jung", "jj")).andExpect(status().isOk());
        var selection = UUID.randomUUID();
        run(() -> availability.commit(candidate(pool, "J-1"), selection, "GSA", () -> {}));
        run(() -> availability.hire(selection));

        decide("opm-1", "J-1", "J-2", true).andExpect(status().isOk());
        assertThat(standing("J-2")).isEqualTo(Availability.HIRED);
        decide("opm-1", "J-1", "j-1", true).andExpect(status().isOk());
        send(pool, row("j-1", "Jo Jung", "jo")).andExpect(status().isOk());
        assertThat(standing("j-1")).isEqualTo(Availability.HIRED);
    }

    @Test
    void L8_who_was_hired_is_hired_in_all_pools_and_may_apply_again_later() throws Exception {
        send(pool, row("H-1", "Hal Hook", "hal")).andExpect(status().isOk());
        send(otherPool, row("H-2", "Hal Hook", "hal")).andExpect(status().isOk());
        var selection = UUID.randomUUID();
        run(() -> availability.commit(candidate(pool, "H-1"), selection, "GSA", () -> {}));
        run(() -> availability.hire(selection));
        assertThat(candidates.byId(candidate(otherPool, "H-2")).availability()).isEqualTo(Availability.HIRED);

        var later = pool();
        send(later, row("H-3", "Hal Hook", "hal")).andExpect(status().isOk());
        run(() -> availability.commit(candidate(later, "H-3"), UUID.randomUUID(), "VA", () -> {}));
    }

    @Test
    void L8_a_corrected_address_frees_who_was_held_by_mistake_and_holds_whom_it_belongs_to() throws Exception {
        send(pool, row("T-1", "Tia Typo", "typo")).andExpect(status().isOk());
        send(otherPool, row("U-1", "Ty Pott", "typo"), row("U-2", "Tia Typo", "tia"))
                .andExpect(status().isOk());
        var selection = UUID.randomUUID();
        run(() -> availability.commit(candidate(pool, "T-1"), selection, "GSA", () -> {}));
        assertThat(candidates.byId(candidate(otherPool, "U-1")).availability()).isEqualTo(Availability.COMMITTED);
        assertThat(candidates.byId(candidate(otherPool, "U-2")).availability()).isEqualTo(Availability.AVAILABLE);

        send(pool, row("T-1", "Tia Typo", "Tia")).andExpect(status().isOk());
        assertThat(candidates.byId(candidate(pool, "T-1")).availability()).isEqualTo(Availability.COMMITTED);
        assertThat(candidates.byId(candidate(otherPool, "U-1")).availability()).isEqualTo(Availability.AVAILABLE);
        assertThat(candidates.byId(candidate(otherPool, "U-2")).availability()).isEqualTo(Availability.COMMITTED);

        run(() -> availability.commit(candidate(otherPool, "U-1"), UUID.randomUUID(), "VA", () -> {}));
        send(otherPool, row("U-1", "Ty Pott", "tia"), row("U-2", "Tia Typo", "tia"))
                .andExpect(status().isConflict());
        decideIn(otherPool, "opm-1", "U-1", "U-2", true)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("L8"));
    }

    @Test
    void L13_a_person_with_two_records_counts_once() throws Exception {
        decide("opm-1", "X-1", "X-2", true).andExpect(status().isOk());
        send(pool, row("X-1", "Xia Xu", "xia"), row("X-2", "Xia Xu", "xia.xu"), row("X-3", "Bo Burr", "bo"))
                .andExpect(status().isOk());

        var tally = candidates.tally(pool, Set.of("Remote"));
        assertThat(tally).hasSize(2).allSatisfy(kind -> assertThat(kind.rating())
                .isEqualTo(Rating.BEST_QUALIFIED));
        assertThat(tally)
                .filteredOn(kind -> kind.person() == null)
                .extracting(FieldCount::available)
                .containsExactly(1L);
        assertThat(tally)
                .filteredOn(kind -> kind.person() != null)
                .extracting(FieldCount::person, FieldCount::available)
                .containsExactly(tuple(person(pool, "X-1"), 2L));
    }

    private static boolean won(java.util.concurrent.Future<Boolean> outcome) {
        try {
            return outcome.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    private AnnouncementNumber pool() {
        return pools.save(
                        Actor.SYSTEM,
                        SamplePools.crossGovernment(
                                "DBL-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT)))
                .announcement();
    }

    private String row(String number, String name, String mailbox) {
        return "%s,%s,%s@%s,,Remote,BEST_QUALIFIED,,NONE,,,yes,,\n".formatted(number, name, mailbox, domain);
    }

    private ResultActions send(AnnouncementNumber to, String... rows) throws Exception {
        return http.perform(post("/api/pools/" + to + "/candidates")
                .with(signedInAs("opm-1"))
                .accept(MediaType.APPLICATION_JSON)
                .contentType("text/csv")
                .content(HEADER + String.join("", rows)));
    }

    private ResultActions decide(String who, String one, String other, boolean same) throws Exception {
        return decideIn(pool, who, one, other, same);
    }

    private ResultActions decideIn(AnnouncementNumber in, String who, String one, String other, boolean same)
            throws Exception {
        return http.perform(post("/api/pools/" + in + "/candidates/doubles")
                .with(signedInAs(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"decisions\":[{\"applicantNumber\":\"%s\",\"otherApplicantNumber\":\"%s\",\"same\":%s}]}"
                        .formatted(one, other, same)));
    }

    private void withdraw(String number) throws Exception {
        http.perform(post("/api/pools/" + pool + "/candidates/" + number + "/withdrawal")
                        .with(signedInAs("opm-1"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"Moves abroad.\",\"how\":\"E-mail of today.\"}"))
                .andExpect(status().isOk());
    }

    private Availability standing(String number) {
        return candidates.byId(candidate(pool, number)).availability();
    }

    private UUID candidate(AnnouncementNumber in, String number) {
        return candidates.byApplicantNumber(in, number).orElseThrow().id();
    }

    private String person(AnnouncementNumber in, String number) {
        return candidates.byApplicantNumber(in, number).orElseThrow().personKey();
    }

    private <T> T availability(java.util.function.Supplier<T> question) {
        return new TransactionTemplate(transactions).execute(status -> question.get());
    }

    private void run(Runnable change) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> change.run());
    }

    private void refused(Runnable change, String sentence) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> run(change)).withMessage(sentence);
    }
}
