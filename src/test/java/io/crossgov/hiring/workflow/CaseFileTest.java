package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.document.DocumentPurpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a case's file and page show of its selections, and to whom. */
@OnBothDatabases
class CaseFileTest {

    private HireScenario scenario;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    @Test
    void selections_stand_in_the_file_from_election_to_entry_on_duty() {
        var hire = scenario.withVacancies(2).opensCase().until("review-and-interview-candidates");
        hire.elects("A-01", "A-03", "A-04").untilTheEnd();
        scenario.onDay(HireScenario.FIRST_DAY.plusDays(1));
        hire.elects("A-02").until("verify-selection");

        for (var reader : readers()) {
            var selections = reader.gets("/api/cases/" + hire.caseNumber()).get("selections");
            assertThat(selections).hasSize(2);
            var first = selections.get(0);
            assertThat(first.get("candidate").asText()).isEqualTo("Candidate A-01");
            assertThat(first.get("state").asText()).isEqualTo("Entered on duty");
            // A coordinator reads of who is elected (L1).
            assertThat(first.get("alternates").toString())
                    .isEqualTo(reader == scenario.coordinator ? "[]" : "[\"Candidate A-03\",\"Candidate A-04\"]");
            assertThat(first.get("electedBy").asText()).isEqualTo("Maria Delgado");
            assertThat(first.get("verification").asText()).isEqualTo("Verified");
            assertThat(first.get("enteredOnDutyOn").asText()).isEqualTo("2026-03-02");
            var second = selections.get(1);
            assertThat(second.get("state").asText()).isEqualTo("Certificate review returned");
            assertThat(second.get("verification").isNull()).isTrue();
        }
    }

    @Test
    void everything_decided_about_a_selectee_stands_in_the_file_until_entry_on_duty() {
        var hire = scenario.withVacancies(2).opensCase().until("review-and-interview-candidates");
        hire.elects("A-02", "A-04").untilTheEnd();

        for (var reader : readers()) {
            var selection = reader.gets("/api/cases/" + hire.caseNumber())
                    .get("selections")
                    .get(0);
            assertThat(selection.get("recipients")).isNotEmpty().allSatisfy(recipient -> assertThat(
                            recipient.get("email").asText())
                    .endsWith("@bflow.example.gov"));
            var review = selection.get("review");
            assertThat(review.get("returnedOn").asText()).isEqualTo("2026-03-02");
            assertThat(review.get("returnedBy").asText()).isEqualTo("Maria Delgado");
            assertThat(review.get("decisions"))
                    .extracting(decided -> decided.get("applicantNumber").asText() + " "
                            + decided.get("outcome").asText())
                    .containsExactlyElementsOf(
                            reader == scenario.coordinator
                                    ? List.of("A-02 Selected")
                                    : List.of(
                                            "A-02 Selected",
                                            "A-04 Alternate 1",
                                            "A-01 Not Selected",
                                            "A-03 Not Selected",
                                            "A-05 Not Selected",
                                            "A-06 Not Selected"));
            var offer = selection.get("offer");
            assertThat(offer.get("outcome").asText()).isEqualTo("Entered on duty");
            assertThat(offer.at("/tentative/dueOn").asText()).isEqualTo("2026-03-07");
            assertThat(offer.at("/tentative/answer").asText()).isEqualTo("Accepted");
            assertThat(offer.at("/finalOffer/answer").asText()).isEqualTo("Accepted");
            assertThat(offer.at("/federalService/agency").asText()).isEqualTo("Bureau of Weights");
            assertThat(offer.at("/federalService/sf75ReceivedOn").asText()).isEqualTo("2026-03-02");
            assertThat(offer.at("/pay/annualRate").decimalValue()).isEqualByComparingTo("117962");
            assertThat(offer.at("/newHireRecord/number").asText()).isEqualTo("NH-2026-0311");
            assertThat(offer.get("withdrawal").isNull()).isTrue();
            assertThat(offer.get("enteredEarlierBecause").asText()).isEqualTo("Both sides were ready.");
        }
        var offered = scenario.hr.gets("/api/cases/" + hire.caseNumber()).at("/selections/0/offer");
        for (var kind : List.of("tentative", "final")) {
            var letter = scenario.hr.gets("/api/cases/" + hire.caseNumber() + "/notices/"
                    + offered.path(kind.equals("final") ? "finalOffer" : kind)
                            .path("letterId")
                            .asText());
            assertThat(letter.get("type").asText()).isEqualTo("M12");
            assertThat(letter.get("recipientName").asText()).isEqualTo("Candidate A-02");
            assertThat(letter.get("body").asText()).contains(kind);
            assertThat(scenario.hr.looksAt("/cases/" + hire.caseNumber()))
                    .contains("Read the " + kind + " offer")
                    .contains("Candidate A-04, A-04: Alternate 1", "Not Selected: 4 others");
        }
        assertThat(scenario.coordinator
                        .gets("/api/cases/" + hire.caseNumber())
                        .at("/selections/0/offer")
                        .findValuesAsText("letterId"))
                .containsOnly("null");
        assertThat(scenario.coordinator.looksAt("/cases/" + hire.caseNumber()))
                .doesNotContain("Read the tentative offer", "Candidate A-04")
                .contains("Decided about Candidate A-02")
                .contains("GS-13, step 1, $117,962.00 a year from Mar 16, 2026")
                .contains("Made on Mar 2, 2026, to be answered by Sat, Mar 7, 2026, Eastern Time.")
                .contains("Entered on duty before the offered start", "Both sides were ready.")
                .contains("Now or formerly, at Bureau of Weights; SF-75 received on Mar 2, 2026");
    }

    @Test
    void the_timeline_tells_what_a_decision_changed_as_people_would_and_nothing_that_is_not_so() {
        var hire = scenario.withVacancies(2).opensCase().until("review-and-interview-candidates");
        hire.elects("A-02", "A-04").untilTheEnd();

        var changes = new ArrayList<JsonNode>();
        scenario.opm.gets("/api/cases/" + hire.caseNumber()).get("timeline").forEach(event -> event.get("changes")
                .forEach(changes::add));
        assertThat(changes).hasSizeGreaterThan(40).allSatisfy(change -> {
            assertThat(change.get("fact").asText()).matches("[A-Z].*").doesNotContainPattern("[a-z][A-Z]|_");
            for (var side : List.of("before", "after")) {
                assertThat(change.get(side).asText())
                        .as(change.toString())
                        .doesNotMatch("[a-z]+(-[a-z]+)+|[A-Z]{2,}(_[A-Z]+)+|[; ]+")
                        .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
            }
        });
        assertThat(changes)
                .filteredOn(change -> change.get("after").asText().isEmpty())
                .isEmpty();
    }

    @Test
    void what_the_timeline_leaves_out_for_a_person_it_says_and_who_reads_it() {
        var hire = scenario.opensCase().until("review-and-interview-candidates");
        for (var whole : new Colleague[] {scenario.hr, scenario.opm}) {
            assertThat(leftOut(whole, hire)).isEqualTo("null");
            assertThat(whole.looksAt("/cases/" + hire.caseNumber())).contains("What it changed");
        }
        assertThat(leftOut(scenario.manager, hire))
                .isEqualTo("What each decision changed is for HR specialists and OPM to read.");
        assertThat(leftOut(scenario.coordinator, hire)).endsWith("for hiring managers, too.");
        assertThat(scenario.manager.looksAt("/cases/" + hire.caseNumber()))
                .doesNotContain("What it changed")
                .contains(leftOut(scenario.manager, hire));

        hire.isCancelledBy(scenario.manager, CancellationReason.BUDGET, "The budget is gone.");
        for (var reader : new Colleague[] {scenario.manager, scenario.hr, scenario.coordinator}) {
            assertThat(leftOut(reader, hire)).endsWith("is closed to the agency. OPM keeps it.");
            assertThat(reader.looksAt("/cases/" + hire.caseNumber()))
                    .doesNotContain("What it changed")
                    .contains(leftOut(reader, hire));
        }
        assertThat(leftOut(scenario.opm, hire)).isEqualTo("null");
    }

    private static String leftOut(Colleague reader, Hire hire) {
        return reader.gets("/api/cases/" + hire.caseNumber())
                .get("timelineLeavesOut")
                .asText();
    }

    @Test
    void L1_a_closed_case_tells_its_agency_of_the_person_hired_and_of_no_other_candidate() {
        var hire = scenario.withVacancies(2).opensCase().until("review-and-interview-candidates");
        var lost = hire.elects("A-01").until("record-offer-answer");
        hire.elects("A-02", "A-04").untilTheEnd();
        scenario.hr.completes(
                lost, "record-offer-answer", answers("answer", "DECLINED", "declineReason", "Moves to Denver."));
        scenario.hr.completes(lost, "determine-withdrawal-scope", answers("scope", "THIS_AGENCY"));
        assertThat(scenario.hr.gets("/api/cases/" + hire.caseNumber()).toString())
                .contains("Candidate A-03", "Candidate A-04");
        assertThat(scenario.coordinator.gets("/api/cases/" + hire.caseNumber()).toString())
                .contains("Candidate A-01", "Candidate A-02")
                .doesNotContain("Candidate A-03", "Candidate A-04");
        scenario.manager.completes(hire, "review-and-interview-candidates");

        for (var reader : new Colleague[] {scenario.manager, scenario.hr, scenario.coordinator}) {
            var file = reader.gets("/api/cases/" + hire.caseNumber());
            assertThat(file.get("selections")).hasSize(1);
            assertThat(file.at("/selections/0/offer/outcome").asText()).isEqualTo("Entered on duty");
            assertThat(file.at("/selections/0/review/decisions")).hasSize(1);
            assertThat(file.toString())
                    .contains("Candidate A-02")
                    .doesNotContain("Candidate A-01", "Candidate A-03", "Candidate A-04", "Moves to Denver.");
        }
        var notices = "/api/cases/" + hire.caseNumber() + "/notices/";
        for (var selection :
                scenario.opm.gets("/api/cases/" + hire.caseNumber()).get("selections")) {
            var letter = notices + selection.at("/offer/tentative/letterId").asText();
            if (selection.get("candidate").asText().equals("Candidate A-02")) {
                assertThat(scenario.hr.gets(letter).get("recipientName").asText())
                        .isEqualTo("Candidate A-02");
                assertThat(scenario.hr.looksAt("/cases/" + hire.caseNumber()))
                        .contains("Read the tentative offer", "Read the final offer");
            } else {
                scenario.hr.refused(hire, () -> scenario.hr.gets(letter)).withStatus(404);
            }
            scenario.coordinator
                    .refused(hire, () -> scenario.coordinator.gets(letter))
                    .withStatus(404);
        }
        for (var reader : new Colleague[] {scenario.manager, scenario.hr}) {
            var list = reader.gets("/api/cases/" + hire.caseNumber() + "/candidates");
            assertThat(list.get("closed").asText())
                    .startsWith("Case " + hire.caseNumber() + " is closed: ")
                    .endsWith("you read here about those it hired.");
            assertThat(list.get("mayReview").asBoolean()).isFalse();
            assertThat(list.get("candidates"))
                    .extracting(row -> row.get("name").asText())
                    .containsExactly("Candidate A-02");
            assertThat(list.get("candidates").get(0).get("documents")).isEmpty();
            assertThat(list.toString()).doesNotContain("Candidate A-04");
        }
        var file = scenario.opm.gets("/api/cases/" + hire.caseNumber());
        assertThat(file.get("selections")).hasSize(2);
        assertThat(file.toString()).contains("Candidate A-01", "Candidate A-03", "Candidate A-04", "Moves to Denver.");
    }

    @Test
    void L9_a_declined_offer_stands_in_the_file_with_its_reason_and_how_far_the_candidate_withdrew() {
        var hire = scenario.opensCase().until("review-and-interview-candidates");
        var selectee = hire.elects("A-01").until("record-offer-answer");
        scenario.hr.completes(
                selectee,
                "record-offer-answer",
                answers("answer", "MORE_INFORMATION", "questions", "May I telework?", "newDueOn", "2026-03-12"));
        assertThat(offerOn(hire).at("/tentative/answer").asText()).isEqualTo("Asked for more information");
        assertThat(offerOn(hire).at("/tentative/dueOn").asText()).isEqualTo("2026-03-12");

        selectee.until("record-offer-answer");
        scenario.hr.completes(
                selectee, "record-offer-answer", answers("answer", "DECLINED", "declineReason", "Moves to Denver."));
        assertThat(offerOn(hire).get("withdrawal").isNull()).isTrue();
        scenario.hr.completes(
                selectee,
                "determine-withdrawal-scope",
                answers(
                        "scope",
                        "ALL_AGENCIES",
                        "note",
                        "Wrote to us.",
                        "documents",
                        List.of(scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL))));

        for (var reader : readers()) {
            var offer = reader.gets("/api/cases/" + hire.caseNumber()).at("/selections/0/offer");
            assertThat(offer.get("outcome").asText()).isEqualTo("Tentative offer declined");
            assertThat(offer.at("/tentative/answer").asText()).isEqualTo("Declined");
            assertThat(offer.at("/tentative/declinedBecause").asText()).isEqualTo("Moves to Denver.");
            assertThat(offer.at("/withdrawal/scope").asText()).isEqualTo("All agencies");
            assertThat(offer.at("/withdrawal/note").asText()).isEqualTo("Wrote to us.");
        }
        assertThat(scenario.hr.looksAt("/cases/" + hire.caseNumber()))
                .contains("Declined on Mar 2, 2026: Moves to Denver.")
                .contains("All agencies, on Mar 2, 2026. Wrote to us.");
    }

    @Test
    void what_OPM_found_missing_stands_in_the_file_in_its_words() {
        var hire = scenario.opensCase();
        scenario.manager.completes(
                hire,
                "identify-position-description",
                answers(
                        "classification",
                        "REQUESTED",
                        "classificationRequestedOn",
                        scenario.today(),
                        "classifiedOn",
                        null,
                        "coverSheet",
                        null));
        var selectee =
                hire.until("review-and-interview-candidates").elects("A-01").until("verify-selection");
        scenario.opm.completes(
                selectee,
                "verify-selection",
                answers("decision", "PAPER_MISSING", "comment", "Please send the cover sheet."));

        var selection = scenario.hr
                .gets("/api/cases/" + hire.caseNumber())
                .get("selections")
                .get(0);
        assertThat(selection.get("verificationMissing").toString()).contains("not classified");
        assertThat(selection.get("verificationComment").asText()).isEqualTo("Please send the cover sheet.");
        assertThat(selection.get("offer").isNull()).isTrue();
        assertThat(scenario.hr.looksAt("/cases/" + hire.caseNumber()))
                .contains("What OPM found", "The position description is not classified.")
                .contains("Not verified yet: paper is missing, Mar 2, 2026, by "
                        + selection.get("verificationBy").asText());
        assertThat(selection.get("verificationBy").asText()).contains(" ");
    }

    private Colleague[] readers() {
        return new Colleague[] {scenario.manager, scenario.hr, scenario.coordinator, scenario.opm};
    }

    private JsonNode offerOn(Hire hire) {
        return scenario.hr.gets("/api/cases/" + hire.caseNumber()).at("/selections/0/offer");
    }

    @Test
    void the_page_tells_the_selections_and_the_hour_in_the_offices_time() {
        var hire = scenario.opensCase().until("review-and-interview-candidates");
        hire.elects("A-01").until("release-application-material");

        assertThat(scenario.hr.looksAt("/cases/" + hire.caseNumber()))
                .contains("Candidate A-01", "Certificate recipients named", "SF-52 SF52-2026-0017")
                .containsPattern("Form A, signed on Mar 2, 2026 by [^:]+: cleared\\.")
                .contains("Elected a candidate for a vacancy. (Candidate A-01)")
                .contains("Mar 2, 2026, 10:00 AM EST");
    }

    @Test
    void L1_a_letter_to_a_candidate_is_read_by_manager_HR_and_OPM_and_others_only_learn_that_there_is_one() {
        var hire = scenario.opensCase().until("review-and-interview-candidates");
        hire.contacts("A-03", "We look for somebody who listens.");
        hire.elects("A-01").until("record-offer-answer");
        var messages = "/api/cases/" + hire.caseNumber() + "/notices";
        var letters = new LinkedHashMap<String, String>();
        scenario.opm.gets(messages).forEach(notice -> {
            if (notice.get("recipientEmail").asText().endsWith("@applicants.example")) {
                letters.put(
                        notice.get("type").asText(),
                        messages + "/" + notice.get("id").asText());
            }
        });
        assertThat(letters).containsOnlyKeys("M5", "M12");

        for (var reader : new Colleague[] {scenario.manager, scenario.hr, scenario.opm}) {
            assertThat(reader.gets(messages).toString()).contains("Candidate A-01", hire.mailOf("A-03"));
            assertThat(reader.gets(letters.get("M5")).get("body").asText())
                    .contains("We look for somebody who listens.");
            assertThat(reader.gets(letters.get("M12")).get("body").asText()).contains("Dear Candidate A-01");
            assertThat(reader.looksAt("/cases/" + hire.caseNumber() + "/notices"))
                    .contains("Candidate A-01");
        }
        for (var reader : new Colleague[] {scenario.coordinator, scenario.expert}) {
            var listed = reader.gets(messages);
            assertThat(listed.findValuesAsText("type")).contains("M5", "M12");
            assertThat(listed.toString()).doesNotContain("Candidate A-", "@applicants.example");
            letters.values().forEach(letter -> reader.refused(hire, () -> reader.gets(letter))
                    .withStatus(404)
                    .because("There is no such message."));
            assertThat(reader.looksAt("/cases/" + hire.caseNumber() + "/notices"))
                    .contains("M12 Job offer to a candidate", "A candidate")
                    .doesNotContain("Candidate A-", "@applicants.example");
        }
        scenario.otherManager
                .refused(hire, () -> scenario.otherManager.gets(letters.get("M5")))
                .withStatus(404);
    }

    @Test
    void L1_who_may_not_know_the_candidates_reads_no_name() {
        var hire = scenario.opensCase().until("review-and-interview-candidates");
        hire.elects("A-01").until("extend-final-offer");

        var file = scenario.expert.gets("/api/cases/" + hire.caseNumber());
        assertThat(file.get("selections")).isEmpty();
        assertThat(file.toString()).doesNotContain("Candidate A-", "117962", "NH-2026-0311");
        assertThat(scenario.expert.looksAt("/cases/" + hire.caseNumber()))
                .contains("Elected a candidate for a vacancy.")
                .doesNotContain("Candidate A-", "117,962");
        for (var stranger : new Colleague[] {scenario.otherManager, scenario.otherHr, scenario.otherCoordinator}) {
            stranger.refused(hire, () -> stranger.gets("/api/cases/" + hire.caseNumber()))
                    .withStatus(404)
                    .because("There is no case " + hire.caseNumber());
        }
        assertThat(scenario.otherManager.looksAt("/cases/" + hire.caseNumber()))
                .contains("There is no case " + hire.caseNumber())
                .doesNotContain("Customer Experience Strategist");
    }
}
