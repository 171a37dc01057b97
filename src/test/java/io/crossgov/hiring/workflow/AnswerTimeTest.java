package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.AgencyDetails;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.HolidaysOnly;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.pool.PoolDetails;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The days to answer an agency's question are the agency's own, in business days, and fixed when it leaves (L14). */
@OnBothDatabases
class AnswerTimeTest {

    private static final String REVIEWING = "review-and-interview-candidates";
    private static final String SILENT = "FAILED_TO_RESPOND";
    private static final String NOTE = "Did not answer my mail.";

    @Autowired
    private Agencies agencies;

    private HireScenario scenario;
    private PoolDetails pool;
    private AgencyDetails usual;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        pool = scenario.crossGovernmentPool();
        usual = agencies.byCode(HireScenario.AGENCY).details();
    }

    @AfterEach
    void theAgencyIsAsBefore() {
        agencies.save(Actor.SYSTEM, usual);
        scenario.close();
    }

    @Test
    void L14_the_letter_names_the_last_of_the_agencys_business_days_and_silence_counts_from_the_next() {
        gives(7);
        var hire = reviewing();
        hire.contacts("A-04", null);
        var last = businessDays(7);

        assertThat(hire.lettersOf("M5").get(0)).contains("by " + Dates.onWeekday(last) + ", Eastern Time");
        assertThat(hire.row("A-04").path("mayAnswerUntil").asText()).isEqualTo(last.toString());
        scenario.onDay(last);
        hire.cannotRecordThat("A-04", SILENT, NOTE).by("L14").because("may answer until " + Dates.onWeekday(last));
        scenario.onDay(last.plusDays(1));
        hire.recordsThat("A-04", SILENT, NOTE).elects("A-01");
    }

    @Test
    void L14_another_setting_later_changes_nothing_for_letters_that_are_out() {
        gives(7);
        var hire = reviewing();
        hire.contacts("A-04", null);
        var last = businessDays(7);

        gives(1);

        scenario.onDay(scenario.today().plusDays(3));
        hire.cannotRecordThat("A-04", SILENT, NOTE).by("L14").because("may answer until " + Dates.onWeekday(last));
        scenario.onDay(last.plusDays(1));
        gives(30);
        hire.recordsThat("A-04", SILENT, NOTE).elects("A-01");
    }

    @Test
    void L14_the_last_day_of_another_contact_is_fixed_on_the_day_on_which_its_paper_is_filed() {
        gives(3);
        var hire = reviewing();
        scenario.hr.posts(
                hire.candidatePath("A-04") + "/contact",
                answers(
                        "version",
                        hire.row("A-04").path("version").asLong(),
                        "sendDetails",
                        false,
                        "note",
                        "Certified mail 7020 1810.",
                        "document",
                        scenario.hr.uploads(hire, DocumentPurpose.CONTACT)));
        var last = businessDays(3);

        gives(1);

        assertThat(hire.row("A-04").path("mayAnswerUntil").asText()).isEqualTo(last.toString());
        scenario.onDay(last);
        hire.cannotRecordThat("A-04", SILENT, NOTE).by("L14").because("may answer until " + Dates.onWeekday(last));
        scenario.onDay(last.plusDays(1));
        hire.recordsThat("A-04", SILENT, NOTE).elects("A-01");
    }

    @Test
    void L14_asking_again_takes_no_day_away_that_was_promised() {
        gives(7);
        var hire = reviewing();
        hire.contacts("A-04", null);
        var promised = businessDays(7);

        gives(1);
        scenario.onDay(scenario.today().plusDays(1));
        hire.contacts("A-04", "Once more.");
        assertThat(hire.row("A-04").path("mayAnswerUntil").asText()).isEqualTo(promised.toString());
        scenario.onDay(promised);
        hire.cannotRecordThat("A-04", SILENT, NOTE).by("L14").because("may answer until " + Dates.onWeekday(promised));

        scenario.onDay(promised.plusDays(1));
        hire.recordsThat("A-04", SILENT, NOTE).elects("A-01");
    }

    private Hire reviewing() {
        scenario.is(pool, "A-04", "preference", "TP");
        return scenario.opensCase().until(REVIEWING);
    }

    private void gives(int daysToRespond) {
        agencies.save(
                Actor.SYSTEM,
                new AgencyDetails(
                        usual.code(),
                        usual.name(),
                        usual.ratingPolicyReference(),
                        usual.ratingPolicyDate(),
                        usual.daysToAnswerOffer(),
                        daysToRespond,
                        usual.mergePolicy(),
                        usual.rplClearanceDays(),
                        usual.subAgencies(),
                        usual.delegatedExamining(),
                        usual.decidesOwnPassOvers()));
    }

    private LocalDate businessDays(int count) {
        return HolidaysOnly.BUSINESS_DAY.after(scenario.today(), count);
    }
}
