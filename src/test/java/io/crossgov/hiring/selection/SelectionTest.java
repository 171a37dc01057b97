package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.EXPERT;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_HR;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.SECOND_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.law.LegalGround;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Steps 4 to 7 through the API and the task forms, with the real process behind them. */
@OnBothDatabases
@Import(SelectionScene.class)
class SelectionTest {

    @Autowired
    private SelectionScene scene;

    @Autowired
    private Selections selections;

    @Autowired
    private Cases cases;

    @Autowired
    private CandidateNames names;

    @Autowired
    private DecisionLog audit;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private EntityManagerFactory entityManagerFactory;

    // ---- who sees whom

    @Test
    void L1_before_access_is_approved_nobody_at_the_agency_sees_a_name() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Unseen");
        var number = scene.caseBeforeAccess(pool, MANAGER, 1);

        for (var person : List.of(MANAGER, HR, COORDINATOR, EXPERT)) {
            var list = scene.list(person, number);
            assertThat(list.status()).isEqualTo(403);
            assertThat(list.text()).doesNotContain("Jordan");
            var contact = scene.write(
                    person, Map.of("version", 0), "/api/cases/{number}/candidates/{id}/contact", number, jordan);
            assertThat(contact.status()).isEqualTo(403);
            assertThat(contact.text()).doesNotContain("Jordan");
            assertThat(scene.elect(person, number, jordan).status()).isEqualTo(403);
        }
        assertThat(scene.list(MANAGER, number).detail()).contains("OPM has not approved");
    }

    @Test
    void an_agency_learns_nothing_of_another_agencys_case() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);

        assertThat(scene.list(OTHER_MANAGER, number).status()).isEqualTo(404);
        assertThat(scene.list(OTHER_MANAGER, number).detail()).isEqualTo("There is no case " + number + ".");
        assertThat(scene.elect(OTHER_MANAGER, number, jordan).status()).isEqualTo(404);
        assertThat(scene.list(MANAGER, number).status()).isEqualTo(200);
    }

    @Test
    void whoever_has_the_name_of_many_is_found_in_the_newest_cases_and_not_in_all() {
        var pool = scene.pool();
        var older = scene.caseInReview(pool, MANAGER);
        var newer = scene.caseInReview(pool, MANAGER);
        scene.elected(MANAGER, older, scene.candidate(pool, "Quillon One"));
        scene.elected(MANAGER, newer, scene.candidate(pool, "Quillon Two"));
        var words = new SearchWords("quillon");

        assertThat(names.casesAbout(words, 2, scene.actor(OPM))).containsExactlyInAnyOrder(older, newer);
        assertThat(names.casesAbout(words, 1, scene.actor(OPM))).containsExactly(newer);
        assertThat(names.casesAbout(words, 2, scene.actor(OTHER_MANAGER))).isEmpty();
        assertThat(names.casesAbout(new SearchWords("one quill"), 2, scene.actor(OPM)))
                .containsExactly(older);
        assertThat(names.casesAbout(new SearchWords("one two quillon"), 2, scene.actor(OPM)))
                .isEmpty();
    }

    @Test
    void letters_without_accents_find_the_name_that_has_them() {
        var pool = scene.pool();
        var number = scene.caseInReview(pool, MANAGER);
        scene.elected(MANAGER, number, scene.candidate(pool, "Ren\u00E9e Qui\u00F1ones-\u015Awi\u0105tek"));

        for (var typed : List.of(
                "renee quinones", "Quinones-Swiatek", "swiatek REN\u00C9E", "ren\u00E9e", "Qui\u00F1ones renee")) {
            assertThat(names.casesAbout(new SearchWords(typed), 5, scene.actor(OPM)))
                    .as(typed)
                    .contains(number);
            assertThat(names.casesAbout(new SearchWords(typed), 5, scene.actor(MANAGER)))
                    .as(typed)
                    .contains(number);
        }
        assertThat(names.casesAbout(new SearchWords("renee quinonez"), 5, scene.actor(OPM)))
                .doesNotContain(number);
    }

    @Test
    void only_hiring_managers_and_HR_review_and_OPM_only_looks() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);

        assertThat(scene.list(COORDINATOR, number).status()).isEqualTo(403);
        assertThat(scene.list(EXPERT, number).status()).isEqualTo(403);
        assertThat(scene.list(HR, number).json().path("mayReview").asBoolean()).isTrue();
        assertThat(scene.list(HR, number).json().path("mayElect").asBoolean()).isFalse();
        assertThat(scene.elect(HR, number, jordan).status()).isEqualTo(403);
        assertThat(scene.list(OPM, number).json().path("mayReview").asBoolean()).isFalse();
        assertThat(scene.record(OPM, number, jordan, "contact", "sendDetails", false)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void L11_shows_the_highest_category_only_who_opted_in_and_fits_a_location() {
        var pool = scene.pool();
        var best = scene.candidate(pool, "Best Fit");
        scene.candidate(pool, "Second Fit");
        scene.candidate(pool, "Third Fit");
        scene.candidate(pool, "Lower Category", "WELL_QUALIFIED", true, "Washington, DC");
        scene.candidate(pool, "Not Shared", "BEST_QUALIFIED", false, "Washington, DC");
        var elsewhere = scene.candidate(pool, "Works Elsewhere", "BEST_QUALIFIED", true, "Remote");
        var number = scene.caseInReview(pool, MANAGER);

        var list = scene.list(MANAGER, number);
        assertThat(list.json().path("candidates")).hasSize(3);
        assertThat(list.json().at("/candidates/0/id").asText()).isEqualTo(best.toString());
        assertThat(list.text()).doesNotContain("Lower Category", "Not Shared", "Works Elsewhere");
        assertThat(scene.write(
                                MANAGER,
                                Map.of("version", 0),
                                "/api/cases/{number}/candidates/{id}/contact",
                                number,
                                elsewhere)
                        .status())
                .isEqualTo(404);
        assertThat(scene.elect(MANAGER, number, elsewhere).rule()).isEqualTo("L11");
    }

    // ---- reviewing

    @Test
    void reviewing_goes_from_contact_to_interview_result_and_is_kept() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);

        assertThat(scene.status(number, jordan)).isEqualTo("REFERRED");
        assertThat(scene.record(MANAGER, number, jordan, "answer", "answer", "INTERESTED")
                        .detail())
                .startsWith("Record first that you contacted");
        must(scene.record(
                MANAGER, number, jordan, "contact", "sendDetails", true, "message", "Hello", "note", "Mailed"));
        assertThat(scene.status(number, jordan)).isEqualTo("CONTACTED");
        must(scene.record(HR, number, jordan, "answer", "answer", "INTERESTED"));
        assertThat(scene.status(number, jordan)).isEqualTo("INTERESTED");
        assertThat(scene.record(MANAGER, number, jordan, "interview-result", "result", "RECOMMENDED")
                        .status())
                .isEqualTo(409);
        must(scene.record(
                MANAGER,
                number,
                jordan,
                "interview",
                "on",
                scene.today(),
                "time",
                "10:30",
                "interviewers",
                "Pat, Sam"));
        assertThat(scene.status(number, jordan)).isEqualTo("INTERVIEW_SCHEDULED");
        must(scene.record(
                MANAGER, number, jordan, "interview-result", "result", "RECOMMENDED", "notes", "Clear answers"));
        must(scene.record(MANAGER, number, jordan, "notes", "notes", "Call again"));

        var row = scene.seen(MANAGER, number, jordan);
        assertThat(row.path("status").asText()).isEqualTo("INTERVIEWED");
        assertThat(row.path("interviewTime").asText()).isEqualTo("10:30");
        assertThat(row.path("interviewZone").asText()).isEqualTo("America/New_York");
        assertThat(row.path("interviewZoneTitle").asText()).isEqualTo("Eastern Time");
        assertThat(row.path("interviewers").asText()).isEqualTo("Pat, Sam");
        assertThat(row.path("contactedBy").asText()).isEqualTo("Person " + MANAGER);
        assertThat(row.path("notes").asText()).isEqualTo("Call again");
        assertThat(row.path("version").asLong()).isEqualTo(5);
        assertThat(jdbc.queryForObject(
                        "select count(*) from notice where case_number = ? and type = 'M5'",
                        Integer.class,
                        number.value()))
                .isEqualTo(1);
        assertThat(audit.of(number.value()))
                .extracting("kind")
                .contains("contact-candidate", "record-interest-answer", "record-interview-result");
        assertThat(audit.of(number.value()))
                .noneMatch(decision -> decision.sentence().contains("Jordan"));
    }

    @Test
    void days_in_the_future_and_missing_answers_are_refused_by_name() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);

        var tomorrow = scene.today().plusDays(1);
        var contact = scene.record(MANAGER, number, jordan, "contact", "on", tomorrow);
        assertThat(contact.status()).isEqualTo(400);
        assertThat(contact.field()).isEqualTo("on");
        assertThat(scene.record(MANAGER, number, jordan, "interview", "interviewers", "Pat")
                        .detail())
                .isEqualTo("Enter the date of the interview.");
        var beforeAccess = scene.today().minusDays(1);
        for (var early : List.of(
                scene.record(MANAGER, number, jordan, "contact", "on", beforeAccess),
                scene.record(MANAGER, number, jordan, "interview", "on", beforeAccess, "interviewers", "Pat"))) {
            assertThat(early.field()).isEqualTo("on");
            assertThat(early.detail()).startsWith("OPM approved access to the candidates on ");
        }
        var closed = scene.record(
                MANAGER, number, jordan, "interview", "on", scene.today().plusDays(366), "interviewers", "Pat");
        assertThat(closed.field()).isEqualTo("on");
        assertThat(closed.detail()).startsWith("The pool closes on ");
        must(scene.record(MANAGER, number, jordan, "contact"));
        assertThat(scene.record(MANAGER, number, jordan, "answer").field()).isEqualTo("answer");
        assertThat(scene.record(MANAGER, number, jordan, "interview", "on", tomorrow, "interviewers", "Pat")
                        .status())
                .isEqualTo(204);
        assertThat(scene.record(MANAGER, number, jordan, "interview-result", "result", "RECOMMENDED")
                        .detail())
                .contains("Record its result from that day on");
    }

    @Test
    void two_people_who_change_one_candidate_at_once_do_not_overwrite_each_other() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);
        var first = scene.list(SECOND_MANAGER, number);

        must(scene.record(MANAGER, number, jordan, "notes", "notes", "Mine"));
        var late = scene.write(
                SECOND_MANAGER,
                Map.of("version", 0, "notes", "Theirs"),
                "/api/cases/{number}/candidates/{id}/notes",
                number,
                jordan);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.detail()).startsWith("Person " + MANAGER + " changed this candidate's record");
        assertThat(scene.seen(MANAGER, number, jordan).path("changedBy").asText())
                .isEqualTo("Person " + MANAGER);
        assertThat(scene.seen(MANAGER, number, jordan).path("notes").asText()).isEqualTo("Mine");
        assertThat(scene.seen(MANAGER, number, jordan).path("changedByReader").asBoolean())
                .isTrue();
        assertThat(scene.seen(SECOND_MANAGER, number, jordan)
                        .path("changedByReader")
                        .asBoolean())
                .isFalse();
        assertThat(scene.write(
                                MANAGER,
                                Map.of("version", 0, "notes", "From another window"),
                                "/api/cases/{number}/candidates/{id}/notes",
                                number,
                                jordan)
                        .detail())
                .startsWith("You changed this candidate's record in another window");

        var changed = scene.readIfChanged(SECOND_MANAGER, first.etag(), "/api/cases/{number}/candidates", number);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(scene.readIfChanged(SECOND_MANAGER, changed.etag(), "/api/cases/{number}/candidates", number)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void the_list_costs_the_same_number_of_statements_for_few_candidates_and_for_many() {
        var few = scene.pool();
        var many = scene.pool();
        for (int i = 0; i < 150; i++) {
            var candidate = scene.candidate(many, "Many " + i);
            if (i < 3) {
                scene.candidate(few, "Few " + i);
            }
            assertThat(candidate).isNotNull();
        }
        var small = scene.caseInReview(few, MANAGER);
        var large = scene.caseInReview(many, MANAGER);

        assertThat(statementsOfList(large)).isEqualTo(statementsOfList(small)).isLessThan(25);
    }

    private long statementsOfList(io.crossgov.hiring.common.CaseNumber number) {
        var statistics = entityManagerFactory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        scene.list(MANAGER, number);
        var before = statistics.getPrepareStatementCount();
        scene.list(MANAGER, number);
        return statistics.getPrepareStatementCount() - before;
    }

    // ---- electing

    @Test
    void electing_starts_steps_5_to_8_and_shows_who_is_elected_and_who_is_alternate() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var sam = scene.candidate(pool, "Sam Ortiz");
        var number = scene.caseInReview(pool, MANAGER);

        var selection = scene.elected(MANAGER, number, jordan, sam);

        assertThat(scene.stateOf(selection)).isEqualTo("ELECTED");
        assertThat(scene.taskOf(selection, "notify-opm-of-selection")).isNotNull();
        assertThat(scene.status(number, jordan)).isEqualTo("ELECTED");
        assertThat(scene.seen(MANAGER, number, jordan)
                        .at("/selection/alternates/0")
                        .asText())
                .isEqualTo("Sam Ortiz");
        assertThat(scene.seen(MANAGER, number, sam).path("alternateRank").asInt())
                .isEqualTo(1);
        assertThat(scene.availabilityOf(jordan)).isEqualTo("AVAILABLE");
    }

    @Test
    void L16_no_priority_reaches_a_temporary_appointment_of_120_days_and_every_priority_one_of_121() {
        var pool = scene.pool("appointmentType", "TEMPORARY");
        var jordan = scene.candidate(pool, "Jordan Lee");
        var displaced = scene.candidate(pool, "Dora Placed");
        jdbc.update(
                "update candidate set priority_status = 'ICTAP', commuting_area = 'Washington, DC' where id = ?",
                displaced);
        var number = scene.caseInReview(pool, MANAGER);

        temporaryFor(number, 121);
        var electing = scene.seen(MANAGER, number, jordan).at("/electing/0");
        assertThat(electing.path("allowed").asBoolean()).isFalse();
        assertThat(electing.path("rule").asText()).isEqualTo("L16");
        assertThat(scene.elect(MANAGER, number, jordan).rule()).isEqualTo("L16");

        temporaryFor(number, 120);
        assertThat(scene.seen(MANAGER, number, jordan).at("/electing/0/allowed").asBoolean())
                .isTrue();
        must(scene.elect(MANAGER, number, jordan));
    }

    /** Whoever the list shows as electable is elected, and whoever is refused reads the sentence that the list shows. */
    @Test
    void the_list_says_that_somebody_can_be_elected_exactly_when_an_election_succeeds() {
        var pool = scene.pool();
        var elected = scene.candidate(pool, "Already Elected");
        var setAside = scene.candidate(pool, "Not Selected");
        var declined = scene.candidate(pool, "Declined Us");
        var preferred = scene.candidate(pool, "First Veteran");
        jdbc.update("update candidate set preference = 'TP' where id = ?", preferred);
        var plain = scene.candidate(pool, "No Preference");
        var displaced = scene.candidate(pool, "Dora Placed");
        jdbc.update(
                "update candidate set priority_status = 'ICTAP', commuting_area = 'Denver, CO' where id = ?",
                displaced);
        jdbc.update("insert into candidate_location (candidate_id, location) values (?, 'Denver, CO')", displaced);
        jdbc.update("insert into candidate_location (candidate_id, location) values (?, 'Denver, CO')", plain);
        var number = scene.caseInReview(pool, MANAGER, 3);
        jdbc.update("update candidate set preference = 'TP' where id = ?", elected);
        must(scene.elect(MANAGER, number, elected));
        must(scene.record(MANAGER, number, setAside, "not-selected"));
        must(scene.record(MANAGER, number, declined, "withdrawal", "scope", "THIS_AGENCY"));

        var list = scene.list(MANAGER, number).json().path("candidates");
        var all = new ArrayList<JsonNode>();
        for (var line : list) {
            all.add(scene.details(
                            MANAGER, number, UUID.fromString(line.path("id").asText()))
                    .json());
        }
        var shown = 0;
        for (var details : all) {
            var row = details.path("candidate");
            for (var electing : row.path("electing")) {
                var answer = scene.write(
                        MANAGER,
                        Map.of(
                                "candidateId", row.path("id").asText(),
                                "dutyLocation", electing.path("dutyLocation").asText()),
                        "/api/cases/{number}/elections",
                        number);
                assertThat(answer.status() == 201)
                        .as(row.path("name").asText() + " for " + electing)
                        .isEqualTo(electing.path("allowed").asBoolean());
                if (answer.status() == 201) {
                    jdbc.update(
                            "update selection set state = 'LOST', held_candidate_id = null, held_vacancy = null where id = ?",
                            UUID.fromString(answer.json().path("selectionId").asText()));
                } else {
                    assertThat(details.path("obstacles")
                                    .path(electing.path("obstacle").asInt())
                                    .path("sentence")
                                    .asText())
                            .isEqualTo(answer.detail());
                }
                shown++;
            }
        }
        assertThat(shown).isEqualTo(8);
    }

    private void temporaryFor(CaseNumber number, int length) {
        jdbc.update(
                "update hiring_case set appointment_type = 'TEMPORARY', appointment_days = ? where number = ?",
                length,
                number.value());
    }

    @Test
    void nobody_is_elected_twice_or_for_more_vacancies_than_there_are() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var sam = scene.candidate(pool, "Sam Ortiz");
        var kim = scene.candidate(pool, "Kim Park");
        var number = scene.caseInReview(pool, MANAGER, 2);

        must(scene.elect(MANAGER, number, jordan));
        assertThat(scene.elect(MANAGER, number, jordan).detail())
                .isEqualTo("This candidate is already elected in this case.");
        must(scene.elect(MANAGER, number, sam));
        var third = scene.elect(MANAGER, number, kim);
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.detail()).startsWith("All 2 vacancies are taken");
        assertThat(scene.list(MANAGER, number).json().path("electingRefused").asText())
                .startsWith("All 2 vacancies are taken");
    }

    @Test
    void an_election_names_a_location_of_both_and_alternates_of_the_list() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);

        var wrongPlace = scene.write(
                MANAGER,
                Map.of("candidateId", jordan, "dutyLocation", "Denver, CO"),
                "/api/cases/{number}/elections",
                number);
        assertThat(wrongPlace.rule()).isEqualTo("L11");
        assertThat(wrongPlace.detail()).endsWith("Washington, DC.");
        assertThat(scene.write(MANAGER, Map.of("candidateId", jordan), "/api/cases/{number}/elections", number)
                        .detail())
                .isEqualTo("Choose the duty location.");
        assertThat(scene.elect(MANAGER, number, jordan, jordan).field()).isEqualTo("alternates");
        assertThat(scene.elect(MANAGER, number, jordan, UUID.randomUUID()).rule())
                .isEqualTo("L11");
        assertThat(selections.ofCase(number)).isEmpty();
    }

    @Test
    void L18_after_the_last_day_nobody_is_elected_and_the_agency_sees_only_whom_it_holds() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var sam = scene.candidate(pool, "Sam Ortiz");
        var number = scene.caseInReview(pool, MANAGER, 2);
        var selection = scene.elected(MANAGER, number, jordan);
        must(scene.complete(
                HR, selection, "notify-opm-of-selection", Map.of("pdNumber", "PD-1", "sf52Number", "SF-1")));
        moveBack(pool.value(), selection, 400);

        assertThat(scene.elect(MANAGER, number, sam).rule()).isEqualTo("L18");
        assertThat(scene.list(MANAGER, number).text()).contains("Jordan Lee").doesNotContain("Sam Ortiz");
        assertThat(scene.list(OPM, number).text()).contains("Sam Ortiz");
        assertThat(scene.write(
                                MANAGER,
                                Map.of("version", 0),
                                "/api/cases/{number}/candidates/{id}/contact",
                                number,
                                sam)
                        .rule())
                .isEqualTo("L18");
        assertThat(selections.runningInTime(number)).isTrue();
        assertThat(selections.vacanciesLeft(number)).isEqualTo(VacanciesLeft.YES);
        jdbc.update("update selection set notified_on = ? where id = ?", Date.valueOf(scene.today()), selection);
        assertThat(selections.runningInTime(number)).isFalse();
        assertThat(selections.vacanciesLeft(number)).isEqualTo(VacanciesLeft.WINDOW_CLOSED);
    }

    /** As if everything had happened so many days ago, while the pool was open. */
    private void moveBack(String announcement, UUID selection, int days) {
        var then = scene.today().minusDays(days);
        jdbc.update("update talent_pool set issued_on = ? where announcement = ?", Date.valueOf(then), announcement);
        jdbc.update(
                "update selection set elected_on = ?, notified_on = ? where id = ?",
                Date.valueOf(then.plusDays(5)),
                Date.valueOf(then.plusDays(6)),
                selection);
    }

    @Test
    void D1_a_shared_certificate_waits_for_the_agencys_own_employees() {
        var pool = scene.sharedPool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);

        var untold = scene.elect(MANAGER, number, jordan);
        assertThat(untold.rule()).isEqualTo("D1");
        assertThat(untold.detail()).contains("4 Notify Own Employees");
        applyUntil(number.value(), scene.today());
        assertThat(scene.elect(MANAGER, number, jordan).detail())
                .contains("may apply until " + Dates.inWords(scene.today()));
        applyUntil(number.value(), scene.today().minusDays(1));
        var toReview = scene.elect(MANAGER, number, jordan);
        assertThat(toReview.rule()).isEqualTo("D1");
        assertThat(toReview.detail()).contains("4 Review Own Employees");
        jdbc.update(
                "update hiring_case set own_employees_reviewed_on = ?, own_employees_applied = 0, own_employees_qualified = 0"
                        + " where number = ?",
                Date.valueOf(scene.today()),
                number.value());
        assertThat(scene.elect(MANAGER, number, jordan).status()).isEqualTo(201);
    }

    /** 5 U.S.C. 3318(b): the duties are those of another appointing authority than the one that asked for the certificate. */
    @Test
    void D1_the_issuing_agency_uses_its_own_certificate_without_telling_anybody() {
        var pool = scene.sharedPool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, SelectionScene.OTHER_MANAGER);

        must(scene.elect(SelectionScene.OTHER_MANAGER, number, jordan));
    }

    /** Their process has no task for the review: they keep what they were opened under. */
    @Test
    void D1_cases_opened_before_the_review_was_asked_for_elect_without_it() {
        var pool = scene.sharedPool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);
        jdbc.update("update hiring_case set own_employees_review_asked = false where number = ?", number.value());
        applyUntil(number.value(), scene.today().minusDays(1));

        must(scene.elect(MANAGER, number, jordan));
    }

    private void applyUntil(String number, LocalDate until) {
        jdbc.update(
                "update hiring_case set own_employees_apply_until = ? where number = ?", Date.valueOf(until), number);
    }

    @Test
    void when_two_managers_elect_for_the_last_vacancy_at_once_one_of_them_does() throws Exception {
        var pool = scene.pool();
        var number = scene.caseInReview(pool, MANAGER);
        var electors = List.of(MANAGER, SECOND_MANAGER);
        var candidates = List.of(scene.candidate(pool, "Jordan Lee"), scene.candidate(pool, "Sam Ortiz"));
        var barrier = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var running = new ArrayList<Future<SelectionScene.Answer>>();
            for (int i = 0; i < 2; i++) {
                var who = electors.get(i);
                var whom = candidates.get(i);
                running.add(threads.submit(() -> {
                    barrier.await();
                    return scene.elect(who, number, whom);
                }));
            }
            var answers = List.of(running.get(0).get(), running.get(1).get());
            assertThat(answers).extracting("status").containsExactlyInAnyOrder(201, 409);
        } finally {
            threads.shutdownNow();
        }
        assertThat(selections.ofCase(number)).hasSize(1);
    }

    @Test
    void L9_whoever_is_elected_says_no_by_a_declination_with_its_scope_and_by_nothing_else() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);
        must(scene.record(MANAGER, number, jordan, "contact", "note", "By phone"));
        var selection = scene.elected(MANAGER, number, jordan);

        var said = scene.record(HR, number, jordan, "answer", "answer", "NOT_INTERESTED", "note", "Stays in Denver");
        assertThat(said.status()).isEqualTo(409);
        assertThat(said.detail())
                .isEqualTo(
                        "This candidate is elected. End that selection first: record that the candidate declined or withdrew.");
        must(scene.record(HR, number, jordan, "answer", "answer", "INTERESTED"));
        must(scene.record(HR, number, jordan, "withdrawal", "scope", "THIS_AGENCY", "note", "Stays in Denver"));
        assertThat(scene.stateOf(selection)).isEqualTo("LOST");
    }

    @Test
    void L9_nobody_is_elected_who_is_not_interested_not_as_the_next_alternate_either() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var sam = scene.candidate(pool, "Sam Ortiz");
        var kim = scene.candidate(pool, "Kim Park");
        var number = scene.caseInReview(pool, MANAGER);
        must(scene.record(MANAGER, number, sam, "contact", "note", "By phone"));
        must(scene.record(MANAGER, number, sam, "answer", "answer", "NOT_INTERESTED"));

        var electing = scene.seen(MANAGER, number, sam).at("/electing/0");
        assertThat(electing.path("allowed").asBoolean()).isFalse();
        assertThat(scene.elect(MANAGER, number, sam).rule()).isEqualTo("L9");
        var selection = scene.elected(MANAGER, number, jordan, sam, kim);
        must(scene.record(HR, number, jordan, "withdrawal", "scope", "THIS_AGENCY", "note", "Stays in Denver"));
        var next = scene.write(
                MANAGER, Map.of(), "/api/cases/{number}/selections/{selectionId}/next-alternate", number, selection);
        must(next);
        assertThat(scene.seen(MANAGER, number, kim).path("status").asText()).isEqualTo("ELECTED");
        must(scene.record(HR, number, kim, "withdrawal", "scope", "THIS_AGENCY", "note", "Moves away"));
        must(scene.record(HR, number, sam, "answer", "answer", "INTERESTED"));
        scene.elected(MANAGER, number, sam);
    }

    // ---- steps 5 to 7

    @Test
    void a_selection_goes_from_election_to_verification_and_holds_its_candidate() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var sam = scene.candidate(pool, "Sam Ortiz");
        var number = scene.caseInReview(pool, MANAGER);
        scene.classifyPd(number);
        var selection = scene.elected(MANAGER, number, jordan, sam);

        scene.toVerification(selection, HR, COORDINATOR);
        assertThat(scene.form(OPM, selection, "verify-selection")
                        .path("conclusion")
                        .asText())
                .isEqualTo("Every finding holds: the selection can be verified.");
        must(scene.verify(OPM, selection, "VERIFIED"));

        assertThat(scene.stateOf(selection)).isEqualTo("VERIFIED");
        assertThat(scene.availabilityOf(jordan)).isEqualTo("COMMITTED");
        assertThat(scene.taskOf(selection, "extend-tentative-offer")).isNotNull();
        assertThat(scene.seen(MANAGER, number, jordan).path("available").asBoolean())
                .isTrue();
        assertThat(jdbc.queryForList(
                        "select outcome from certificate_decision where selection_id = ? order by outcome",
                        String.class,
                        selection))
                .containsExactly("ALTERNATE", "SELECTED");
    }

    @Test
    void OPM_reads_who_else_has_preference_and_why_that_forbids_nothing() {
        var pool = scene.pool();
        var elected = scene.candidate(pool, "Rashid Karimi");
        var others = List.of(scene.candidate(pool, "Anika Sorensen"), scene.candidate(pool, "Diego Santamaria"));
        var elsewhere = scene.candidate(pool, "Simon Abernathy", "BEST_QUALIFIED", true, "Denver, CO");
        Stream.concat(Stream.of(elected, elsewhere), others.stream()).forEach(each -> scene.preference(each, "TP"));
        var number = scene.caseInReview(pool, MANAGER);
        scene.classifyPd(number);

        var selection = scene.elected(MANAGER, number, elected);
        scene.toVerification(selection, HR, COORDINATOR);

        assertThat(fact(selection, "L14"))
                .matches(
                        "3 other preference eligibles are on the list\\. A-\\d+, A-\\d+: the elected candidate is a preference"
                                + " eligible, too; A-\\d+: would not work in Washington, DC\\.");
        assertThat(fact(selection, "L16")).isEqualTo("No other displaced employee with priority is on the list.");
        assertThat(scene.form(OPM, selection, "verify-selection")
                        .path("findings")
                        .toString())
                .contains("Nobody of a higher category is left for Washington, DC.");
    }

    @Test
    void L21_who_elected_or_returned_the_review_for_the_agency_and_is_with_OPM_now_does_not_verify() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);
        scene.classifyPd(number);
        var selection = scene.elected(MANAGER, number, jordan);
        scene.toVerification(selection, HR, COORDINATOR);
        for (var column : List.of("elected_by", "review_returned_by")) {
            var before =
                    jdbc.queryForObject("select " + column + " from selection where id = ?", String.class, selection);
            jdbc.update("update selection set " + column + " = ? where id = ?", OPM, selection);
            var refused = scene.verify(OPM, selection, "VERIFIED");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.detail()).contains("both sides", "you worked on this for the agency that asks");
            jdbc.update("update selection set " + column + " = ? where id = ?", before, selection);
        }
        must(scene.verify(OPM, selection, "VERIFIED"));
    }

    @Test
    void L21_OPM_does_not_verify_what_OPM_itself_selects() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);
        scene.classifyPd(number);
        var selection = scene.elected(MANAGER, number, jordan);
        scene.toVerification(selection, HR, COORDINATOR);
        jdbc.update("update selection set agency = ? where id = ?", Actor.OPM, selection);

        var refused = scene.verify(OPM, selection, "VERIFIED");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.detail()).contains("both sides", "you belong to the agency that asks");
    }

    @Test
    void OPM_reads_who_has_come_to_the_list_since_the_review_was_returned() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);
        scene.classifyPd(number);
        var selection = scene.elected(MANAGER, number, jordan);
        scene.toVerification(selection, HR, COORDINATOR);
        assertThat(scene.form(OPM, selection, "verify-selection").toString())
                .contains("The review has a decision on 1 candidate.");
        scene.candidate(pool, "Late Comer");

        assertThat(scene.form(OPM, selection, "verify-selection").toString())
                .containsPattern(
                        "has a decision on 1 candidate\\. Selected: 1\\. Referred since, and not decided on: A-\\d+\\.");
    }

    private String fact(UUID selection, String rule) {
        for (var finding : scene.form(OPM, selection, "verify-selection").path("findings")) {
            if (finding.path("rule").asText().equals(LegalGround.of(rule))) {
                return finding.path("fact").asText();
            }
        }
        return "";
    }

    @Test
    void the_notice_to_OPM_needs_both_numbers_and_says_when_the_PD_is_not_classified() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);
        var selection = scene.elected(MANAGER, number, jordan);

        var form = scene.form(HR, selection, "notify-opm-of-selection");
        assertThat(form.path("pdNumber").asText()).isEqualTo("PD-1");
        assertThat(form.path("candidateName").asText()).isEqualTo("Jordan Lee");
        assertThat(form.path("classification").asText()).contains("not classified yet");
        var without = scene.complete(HR, selection, "notify-opm-of-selection", Map.of("pdNumber", "PD-1"));
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.detail()).isEqualTo("Enter the SF-52 number (Request for Personnel Action).");
        assertThat(scene.complete(
                                HR,
                                selection,
                                "notify-opm-of-selection",
                                Map.of("pdNumber", "PD-1", "sf52Number", "SF-1", "sf52", UUID.randomUUID()))
                        .field())
                .isEqualTo("sf52");
        assertThat(scene.stateOf(selection)).isEqualTo("ELECTED");
    }

    @Test
    void recipients_are_people_with_a_valid_address_named_once_by_a_trained_coordinator() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);
        var selection = scene.elected(MANAGER, number, jordan);
        must(scene.complete(
                HR, selection, "notify-opm-of-selection", Map.of("pdNumber", "PD-1", "sf52Number", "SF-1")));

        assertThat(scene.form(COORDINATOR, selection, "name-certificate-recipients")
                        .at("/recipients/0/email")
                        .asText())
                .isEqualTo(MANAGER + "@agency.example");
        assertThat(recipients(selection).detail()).isEqualTo("Name at least one recipient.");
        assertThat(recipients(selection, "Pat", "pat@nowhere").detail()).contains("not valid");
        assertThat(recipients(selection, "Pat", "pat@agency.example", "Pat again", "PAT@agency.example")
                        .field())
                .isEqualTo("recipients[1].email");
        jdbc.update(
                "update person set trained_on = ? where id = ?",
                Date.valueOf(scene.today().plusDays(1)),
                COORDINATOR);
        try {
            assertThat(recipients(selection, "Pat", "pat@agency.example").status())
                    .isEqualTo(403);
        } finally {
            jdbc.update("update person set trained_on = ? where id = ?", Date.valueOf("2020-01-01"), COORDINATOR);
        }
        must(recipients(selection, "Pat", "pat@agency.example"));
        assertThat(scene.stateOf(selection)).isEqualTo("RECIPIENTS_NAMED");
    }

    private SelectionScene.Answer recipients(UUID selection, String... namesAndAddresses) {
        var rows = new ArrayList<Map<String, String>>();
        for (int at = 0; at < namesAndAddresses.length; at += 2) {
            rows.add(Map.of("name", namesAndAddresses[at], "email", namesAndAddresses[at + 1]));
        }
        return scene.complete(COORDINATOR, selection, "name-certificate-recipients", Map.of("recipients", rows));
    }

    @Test
    void a_certificate_review_without_a_decision_on_everybody_names_who_is_missing() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var sam = scene.candidate(pool, "Sam Ortiz");
        var kim = scene.candidate(pool, "Kim Park");
        var number = scene.caseInReview(pool, MANAGER);
        must(scene.asks(MANAGER, number, sam));
        scene.daysToAnswerAreOver(number, sam);
        must(scene.record(MANAGER, number, sam, "answer", "answer", "FAILED_TO_RESPOND"));
        var selection = scene.elected(MANAGER, number, jordan);
        must(scene.complete(
                HR, selection, "notify-opm-of-selection", Map.of("pdNumber", "PD-1", "sf52Number", "SF-1")));
        must(recipients(selection, "Pat", "pat@agency.example"));
        assertThat(scene.complete(
                                OPM,
                                selection,
                                "release-application-material",
                                Map.of("releasedOn", scene.today().plusDays(1)))
                        .field())
                .isEqualTo("releasedOn");
        must(scene.complete(OPM, selection, "release-application-material", Map.of("releasedOn", scene.today())));

        assertThat(scene.form(HR, selection, "return-certificate-review")
                        .path("rows")
                        .findValuesAsText("outcome"))
                .containsExactlyInAnyOrder("SELECTED", "null", "FAILED_TO_RESPOND");
        assertThat(review(selection, Map.of(jordan, "SELECTED", sam, "FAILED_TO_RESPOND"))
                        .detail())
                .startsWith("Kim Park came to your list");
        var open = new ArrayList<Map<String, Object>>(scene.review(HR, selection));
        open.forEach(row -> {
            if (row.get("candidateId").equals(kim.toString())) {
                row.put("outcome", null);
            }
        });
        assertThat(scene.complete(HR, selection, "return-certificate-review", Map.of("rows", open))
                        .detail())
                .isEqualTo("Give a decision on Kim Park.");
        assertThat(review(selection, Map.of(jordan, "NOT_SELECTED", sam, "FAILED_TO_RESPOND", kim, "NOT_SELECTED"))
                        .detail())
                .startsWith("Jordan Lee is elected");
        assertThat(review(selection, Map.of(jordan, "SELECTED", sam, "FAILED_TO_RESPOND", kim, "SELECTED"))
                        .detail())
                .startsWith("Kim Park is not elected");
        assertThat(review(selection, Map.of(jordan, "SELECTED", sam, "FAILED_TO_RESPOND", kim, "ALTERNATE"))
                        .detail())
                .startsWith("Give Kim Park a place");
        // What stands on the certificate about candidates is what the case knows of them.
        assertThat(review(selection, Map.of(jordan, "SELECTED", sam, "DECLINED", kim, "NOT_SELECTED"))
                        .detail())
                .startsWith("Sam Ortiz did not respond by ")
                .contains(": the decision is Failed to Respond.");
        assertThat(review(selection, Map.of(jordan, "SELECTED", sam, "FAILED_TO_RESPOND", kim, "WITHDRAWN"))
                        .detail())
                .isEqualTo(
                        "It is not on record that Kim Park withdrew: the status in your list is \u201cReferred\u201d. Record it in the"
                                + " task \u201c4 Review and Interview Candidates\u201d, or decide otherwise.");
        assertThat(review(selection, Map.of(jordan, "SELECTED", sam, "FAILED_TO_RESPOND", kim, "FAILED_TO_RESPOND"))
                        .detail())
                .startsWith("It is not on record that Kim Park did not respond: ");
        must(review(selection, Map.of(jordan, "SELECTED", sam, "FAILED_TO_RESPOND", kim, "NOT_SELECTED")));
        assertThat(scene.stateOf(selection)).isEqualTo("REVIEW_RETURNED");
    }

    @Test
    void two_selections_beside_each_other_suggest_one_row_of_alternates_own_ones_first() {
        var pool = scene.pool();
        var first = scene.candidate(pool, "Jordan Lee");
        var second = scene.candidate(pool, "Sam Ortiz");
        var alternates = List.of(
                scene.candidate(pool, "Kim Park"),
                scene.candidate(pool, "Lou Reyes"),
                scene.candidate(pool, "Max Silva"));
        var number = scene.caseInReview(pool, MANAGER, 2);
        scene.elected(MANAGER, number, first, alternates.get(1), alternates.get(2));
        var selection = scene.elected(MANAGER, number, second, alternates.get(0));

        scene.toVerification(selection, HR, COORDINATOR);

        assertThat(jdbc.queryForList(
                        "select alternate_rank from certificate_decision where selection_id = ? and outcome = 'ALTERNATE'"
                                + " order by case candidate_id when ? then 1 when ? then 2 else 3 end",
                        Integer.class,
                        selection,
                        alternates.get(0),
                        alternates.get(1)))
                .containsExactly(1, 2, 3);
    }

    private SelectionScene.Answer review(UUID selection, Map<UUID, String> outcomes) {
        var rows = outcomes.entrySet().stream()
                .map(entry -> Map.of("candidateId", entry.getKey(), "outcome", entry.getValue()))
                .toList();
        return scene.complete(HR, selection, "return-certificate-review", Map.of("rows", rows));
    }

    @Test
    void L5_an_unclassified_PD_blocks_verification_and_goes_back_to_HR_with_the_list() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);
        var selection = scene.elected(MANAGER, number, jordan);
        scene.toVerification(selection, HR, COORDINATOR);

        var refused = scene.verify(OPM, selection, "VERIFIED");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.rule()).isEqualTo("L5");
        assertThat(scene.availabilityOf(jordan)).isEqualTo("AVAILABLE");
        must(scene.verify(OPM, selection, "PAPER_MISSING"));
        assertThat(scene.form(HR, selection, "correct-selection")
                        .path("missing")
                        .get(0)
                        .asText())
                .contains("1 Classify Position Description");
        var tooEarly =
                scene.complete(HR, selection, "correct-selection", Map.of("pdNumber", "PD-1", "sf52Number", "SF-2"));
        assertThat(tooEarly.rule()).isEqualTo("L5");
        assertThat(jdbc.queryForObject("select sf52_number from selection where id = ?", String.class, selection))
                .isEqualTo("SF-1");

        scene.classifyPd(number);
        must(scene.complete(HR, selection, "correct-selection", Map.of("pdNumber", "PD-1", "sf52Number", "SF-2")));
        must(scene.verify(OPM, selection, "VERIFIED"));
        assertThat(scene.stateOf(selection)).isEqualTo("VERIFIED");
    }

    @Test
    void OPM_says_what_is_missing_or_reads_that_nothing_is() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);
        scene.classifyPd(number);
        var selection = scene.elected(MANAGER, number, jordan);
        scene.toVerification(selection, HR, COORDINATOR);

        assertThat(scene.verify(OPM, selection, "PAPER_MISSING").field()).isEqualTo("comment");
        assertThat(scene.verify(OPM, selection, "CANDIDATE_GONE").detail())
                .startsWith("The candidate is still available");
        assertThat(scene.complete(OPM, selection, "verify-selection", Map.of()).field())
                .isEqualTo("decision");
        must(scene.complete(
                OPM,
                selection,
                "verify-selection",
                Map.of("decision", "PAPER_MISSING", "comment", "The SF-52 names another grade.")));
        assertThat(scene.form(HR, selection, "correct-selection")
                        .path("missing")
                        .get(0)
                        .asText())
                .isEqualTo("The SF-52 names another grade.");

        must(scene.complete(HR, selection, "correct-selection", Map.of("pdNumber", "PD-1", "sf52Number", "SF-2")));
        var again = scene.form(OPM, selection, "verify-selection");
        assertThat(again.path("sentBack").asText())
                .matches(".+ sent the selection back on .+, and HR has sent it on again.+");
        assertThat(again.path("sentBackFor").get(0).asText()).isEqualTo("The SF-52 names another grade.");
    }

    @Test
    void L8_a_verified_selection_ends_every_other_one_of_its_candidate_with_a_neutral_reason() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var ours = scene.caseInReview(pool, MANAGER);
        var theirs = scene.caseInReview(pool, OTHER_MANAGER);
        scene.classifyPd(ours);
        scene.classifyPd(theirs);
        var first = scene.elected(MANAGER, ours, jordan);
        var second = scene.elected(OTHER_MANAGER, theirs, jordan);
        scene.toVerification(first, HR, COORDINATOR);
        jump(second);

        var task = scene.taskOf(second, "verify-selection");
        must(scene.verify(OPM, first, "VERIFIED"));
        var refused = scene.write(OPM, Map.of("decision", "VERIFIED"), "/api/tasks/{id}", task);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.rule()).isEqualTo("L8");
        assertThat(refused.detail()).isEqualTo("This candidate is no longer available.");
        assertThat(scene.list(OTHER_MANAGER, theirs).text()).doesNotContain("SELA");

        assertThat(scene.stateOf(second)).isEqualTo("LOST");
        assertThat(scene.taskOf(second, "verify-selection")).isNull();
        assertThat(scene.taskOf(theirs, "review-and-interview-candidates")).isNotNull();
        assertThat(scene.stateOf(first)).isEqualTo("VERIFIED");
        assertThat(scene.seen(OTHER_MANAGER, theirs, jordan).path("unavailable").asText())
                .isEqualTo("This candidate is no longer available.");
    }

    /** Brings a selection of the second agency to verification, past its coordinator and OPM's release. */
    private void jump(UUID selection) {
        must(scene.complete(
                OTHER_HR, selection, "notify-opm-of-selection", Map.of("pdNumber", "PD-1", "sf52Number", "SF-9")));
        var instance = runtimeService
                .createProcessInstanceQuery()
                .variableValueEquals("selectionId", selection.toString())
                .singleResult();
        runtimeService
                .createProcessInstanceModification(instance.getId())
                .cancelAllForActivity("name-certificate-recipients")
                .startBeforeActivity("return-certificate-review")
                .execute();
        jdbc.update("update selection set state = 'RELEASED' where id = ?", selection);
        must(scene.complete(
                OTHER_HR, selection, "return-certificate-review", Map.of("rows", scene.review(OTHER_HR, selection))));
    }

    // ---- withdrawals and ends

    @Test
    void L9_withdrawing_from_all_ends_every_running_selection_and_shows_in_every_case() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var ours = scene.caseInReview(pool, MANAGER);
        var theirs = scene.caseInReview(pool, OTHER_MANAGER);
        var first = scene.elected(MANAGER, ours, jordan);
        var second = scene.elected(OTHER_MANAGER, theirs, jordan);

        var withoutScope = scene.record(MANAGER, ours, jordan, "withdrawal");
        assertThat(withoutScope.status()).isEqualTo(400);
        assertThat(withoutScope.field()).isEqualTo("scope");
        scene.leaves(MANAGER, ours, jordan);

        assertThat(scene.availabilityOf(jordan)).isEqualTo("WITHDRAWN");
        for (var selection : List.of(first, second)) {
            assertThat(scene.stateOf(selection)).isEqualTo("LOST");
            assertThat(scene.taskOf(selection, "notify-opm-of-selection")).isNull();
        }
        assertThat(scene.status(ours, jordan)).isEqualTo("WITHDRAWN");
        assertThat(scene.status(theirs, jordan)).isEqualTo("WITHDRAWN");
        assertThat(scene.elect(OTHER_MANAGER, theirs, jordan).status()).isEqualTo(409);
        assertThat(scene.seen(OTHER_MANAGER, theirs, jordan).path("declineNote").isNull())
                .isTrue();
    }

    @Test
    void L9_declining_this_agency_ends_its_selection_and_leaves_the_others_alone() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var ours = scene.caseInReview(pool, MANAGER);
        var theirs = scene.caseInReview(pool, OTHER_MANAGER);
        scene.classifyPd(ours);
        var first = scene.elected(MANAGER, ours, jordan);
        scene.toVerification(first, HR, COORDINATOR);
        must(scene.verify(OPM, first, "VERIFIED"));

        must(scene.record(HR, ours, jordan, "withdrawal", "scope", "THIS_AGENCY"));

        assertThat(scene.stateOf(first)).isEqualTo("LOST");
        assertThat(scene.taskOf(first, "extend-tentative-offer")).isNull();
        assertThat(scene.availabilityOf(jordan)).isEqualTo("AVAILABLE");
        assertThat(scene.status(ours, jordan)).isEqualTo("DECLINED_THIS_AGENCY");
        assertThat(scene.elect(MANAGER, ours, jordan).rule()).isEqualTo("L9");
        must(scene.elect(OTHER_MANAGER, theirs, jordan));
        must(scene.record(MANAGER, ours, jordan, "reconsider"));
        assertThat(scene.status(ours, jordan)).isEqualTo("REFERRED");
    }

    @Test
    void closing_a_case_frees_every_candidate_it_holds() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var sam = scene.candidate(pool, "Sam Ortiz");
        var number = scene.caseInReview(pool, MANAGER, 2);
        scene.classifyPd(number);
        var verified = scene.elected(MANAGER, number, jordan);
        scene.toVerification(verified, HR, COORDINATOR);
        must(scene.verify(OPM, verified, "VERIFIED"));
        var running = scene.elected(MANAGER, number, sam);

        cases.close(number, CancellationReason.BUDGET, null, scene.actor(MANAGER));

        assertThat(scene.stateOf(verified)).isEqualTo("LOST");
        assertThat(scene.stateOf(running)).isEqualTo("LOST");
        assertThat(scene.availabilityOf(jordan)).isEqualTo("AVAILABLE");
        var left = scene.list(MANAGER, number).json();
        assertThat(left.path("candidates")).isEmpty();
        assertThat(left.path("closed").asText())
                .isEqualTo(
                        "Case " + number
                                + " is closed: the agency closed the case. With it, its candidates are closed to your agency: it hired nobody.");
        assertThat(scene.list(OPM, number).json().path("candidates")).hasSize(2);
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .count())
                .isZero();
    }

    @Test
    void reviewing_ends_with_a_reason_and_not_while_a_selection_runs() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);
        var task = scene.taskOf(number, "review-and-interview-candidates");
        must(scene.elect(MANAGER, number, jordan));

        assertThat(scene.write(MANAGER, Map.of(), "/api/tasks/{id}", task).field())
                .isEqualTo("reason");
        assertThat(scene.write(MANAGER, Map.of("reason", "test"), "/api/tasks/{id}", task)
                        .field())
                .isEqualTo("confirmed");
        assertThat(scene.write(MANAGER, Map.of("reason", "Nobody fits", "confirmed", true), "/api/tasks/{id}", task)
                        .status())
                .isEqualTo(409);
        must(scene.record(MANAGER, number, jordan, "withdrawal", "scope", "THIS_AGENCY"));
        must(scene.write(MANAGER, Map.of("reason", "Nobody fits", "confirmed", true), "/api/tasks/{id}", task));
        assertThat(cases.byNumber(number).isOpen()).isFalse();
        assertThat(audit.of(number.value()).stream()
                        .max(Comparator.comparing(decision -> decision.sequence()))
                        .orElseThrow()
                        .kind())
                .isEqualTo("close-case");
    }
}
