package io.crossgov.hiring.pool;

import static io.crossgov.hiring.access.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.TypedDay;
import io.crossgov.hiring.intake.CandidateImport;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.law.PoolType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The pages of the pools: everybody reads them, OPM decides there, and nobody types a thing twice. */
@OnBothDatabases
class PoolPagesTest {

    private static final String OPM = "opm-1";
    private static final String HEADER = "applicant_number,name,email,phone,duty_locations,rating,score,preference,"
            + "priority_status,commuting_area,opted_in,federal_agency,resume_file\n";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Value("${crossgov.demo.password}")
    private String password;

    @Autowired
    private MockMvc http;

    @Autowired
    private Pools pools;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Candidates candidates;

    @Autowired
    private CandidateImport candidateImport;

    @Autowired
    private DecisionLog decisions;

    @Autowired
    private OfficeClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"gsa-manager", "gsa-hr", "gsa-coordinator", "gsa-expert", "opm-designer", OPM})
    void L1_every_signed_in_person_reads_what_pools_there_are_and_nothing_of_who_is_in_them(String person)
            throws Exception {
        var pool = pool();
        // No number that could be part of another pool's: pools of other tests are in the list, some named by chance.
        candidates(pool, "UNSEEN-1,Jordan Unseen,j@mail.example,,Remote,BEST_QUALIFIED,,NONE,,,yes,,");

        for (var page : List.of("/pools?words=" + pool, "/pools/" + pool)) {
            http.perform(get(page).with(signedInAs(person)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(pool.value())))
                    .andExpect(content().string(containsString("Customer Experience Strategist, GS-0301-13")))
                    .andExpect(content().string(containsString("By category")))
                    .andExpect(content().string(containsString("The highest category")))
                    .andExpect(content().string(not(containsString("Jordan"))))
                    .andExpect(content().string(not(containsString("UNSEEN-1"))));
        }
    }

    @Test
    void of_more_pools_than_a_page_shows_one_reads_on_and_back() throws Exception {
        var mark = "PAGED" + NEXT.incrementAndGet();
        for (int number = 10; number < 38; number++) {
            pools.save(Actor.SYSTEM, SamplePools.crossGovernment(mark + "-" + number));
        }
        var first = "<span>1\u201325 of 28</span>";
        http.perform(get("/pools").param("words", mark).with(signedInAs("gsa-hr")))
                .andExpect(content().string(containsString("28 talent pools")))
                .andExpect(content().string(containsString(first)))
                .andExpect(content().string(containsString(mark + "-37")))
                .andExpect(content().string(not(containsString(mark + "-12<"))))
                .andExpect(content().string(not(containsString("Previous talent pools"))))
                .andExpect(content().string(containsString("at=1&amp;after=\">Next talent pools")));
        http.perform(get("/pools").param("words", mark).param("at", "1").with(signedInAs("gsa-hr")))
                .andExpect(content().string(containsString("<span>26\u201328 of 28</span>")))
                .andExpect(content().string(containsString(mark + "-10")))
                .andExpect(content().string(not(containsString("Next talent pools"))))
                .andExpect(content()
                        .string(containsString("words=" + mark + "&amp;at=&amp;before=\">Previous talent pools")));
        http.perform(get("/pools?words=" + mark + "&at=&before=").with(signedInAs("gsa-hr")))
                .andExpect(content().string(containsString(first)));
        http.perform(get("/pools").param("words", mark + "-99").with(signedInAs("gsa-hr")))
                .andExpect(content().string(containsString("No talent pool fits.")));
        http.perform(get("/pools").param("after", mark + "-99").with(signedInAs("gsa-hr")))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_pool_says_how_long_one_can_select_from_it() throws Exception {
        shows(pool("openUntil", clock.today().plusDays(14).toString()), "14 days left");
        shows(pool("openUntil", clock.today().plusDays(1).toString()), "1 day left");
        shows(pool("openUntil", clock.today().toString()), "Last day today");
        shows(pool("openUntil", clock.today().minusDays(1).toString()), "Closed");
        shows(pool("issuedOn", clock.today().plusDays(3).toString()), "Not open yet");
        shows(pool("rankingMethod", "NUMERIC"), "Nobody yet: OPM has not set the cut-off");
        shows(pool("hiringAuthority", "DIRECT_HIRE", "rankingMethod", "UNRANKED"), "All candidates");
    }

    @Test
    void only_OPM_staff_are_offered_decisions_and_nobody_else_makes_them_without_being_offered() throws Exception {
        var pool = pool("openUntil", clock.today().plusDays(14).toString());
        for (var other : List.of("gsa-manager", "gsa-hr", "gsa-coordinator", "opm-designer")) {
            http.perform(get("/pools/" + pool).with(signedInAs(other)))
                    .andExpect(content().string(not(containsString("Decide for OPM"))))
                    .andExpect(content().string(not(containsString("What was decided"))));
            for (var form : List.of("extension", "referral", "cut-off", "audit", "displaced", "withdrawal")) {
                decide(other, pool, form, "reason", "x").andExpect(status().isForbidden());
            }
        }
        http.perform(get("/pools/" + pool).with(signedInAs(OPM)))
                .andExpect(content().string(containsString("Extend the pool")))
                .andExpect(content().string(containsString("Refer a lower category")))
                .andExpect(content().string(not(containsString("Set the cut-off"))))
                .andExpect(content().string(containsString("Record a withdrawal")));
        assertThat(decisions.of(pool.value())).hasSize(1);
    }

    @Test
    void a_foreign_page_decides_nothing_with_the_cookies_of_OPM_staff() {
        var pool = pool();
        var browser = Visitor.inABrowser(port).signedIn(OPM, password);
        var lower = Map.of("downTo", "QUALIFIED", "reason", "x");

        assertThat(browser.fromAForeignPage()
                        .submits("/pools/" + pool + "/referral", lower)
                        .status())
                .isEqualTo(403);
        assertThat(pools.byAnnouncement(pool).referredDownTo()).isEmpty();
        assertThat(browser.submits("/pools/" + pool + "/referral", lower).leadsTo())
                .isEqualTo("/pools/" + pool);
        assertThat(browser.opens("/pools/" + pool).body())
                .contains(
                        "Candidates are now referred down to Qualified. Every agency with access to this pool is told.");
        assertThat(browser.opens("/pools/" + pool).body()).doesNotContain("is told.");
    }

    @Test
    void D1_OPM_extends_a_pool_and_reads_what_is_true_then() throws Exception {
        var pool = pool("openUntil", clock.today().plusDays(14).toString());
        var later = clock.today().plusDays(40);

        decide(OPM, pool, "extension", "lastDay", later.toString(), "reason", "More vacancies")
                .andExpect(redirectedUrl("/pools/" + pool))
                .andExpect(flash().attribute("done", "Selections can now be made until " + Dates.inWords(later) + "."));

        shows(pool, "40 days left");
        http.perform(get("/pools/" + pool).with(signedInAs(OPM)))
                .andExpect(content().string(containsString("More vacancies")));
    }

    @Test
    void a_refused_extension_says_why_at_its_field_and_keeps_what_was_typed() throws Exception {
        var pool = pool("openUntil", clock.today().plusDays(14).toString());
        var latest = PoolType.CGA.latestDay(pools.byAnnouncement(pool).issuedOn());

        refused(
                decide(OPM, pool, "extension", "lastDay", latest.plusDays(1).toString(), "reason", "Many <b>vacancies"),
                400,
                "extension-lastDay",
                "A pool is never open for more than one year from issue: " + Dates.inWords(latest) + " at the latest.",
                latest.plusDays(1).toString(),
                "Many &lt;b&gt;vacancies");
        refused(
                decide(OPM, pool, "extension", "lastDay", "soon", "reason", "x"),
                400,
                "extension-lastDay",
                "“soon” is not a date. Enter month, day and year, for example 11/18/2026.",
                "value=\"soon\"");
        var tooLong = "r".repeat(1000) + " and the end of it";
        refused(
                decide(OPM, pool, "extension", "lastDay", TypedDay.inField(latest), "reason", tooLong),
                400,
                "extension-reason",
                "The reason has at most 1000 characters.",
                TypedDay.inField(latest),
                tooLong);
        refused(
                decide(OPM, pool, "extension", "reason", "Kept"),
                400,
                "extension-lastDay",
                "An extension needs its last day.",
                "Kept");
        refused(
                decide(OPM, pool, "extension", "lastDay", latest.toString(), "reason", " "),
                400,
                "extension-reason",
                "An extension needs a reason.",
                latest.toString());
        assertThat(decisions.of(pool.value())).hasSize(1);
    }

    @Test
    void an_address_that_forms_are_sent_to_leads_back_to_its_page() throws Exception {
        var pool = pool();
        for (var form : List.of("extension", "referral", "cut-off", "audit", "displaced", "withdrawal")) {
            http.perform(get("/pools/" + pool + "/" + form).with(signedInAs(OPM)))
                    .andExpect(redirectedUrl("/pools/" + pool));
        }
        var imported = "/pools/" + pool + "/candidates/imports/" + UUID.randomUUID();
        for (var form : List.of("doubles", "again")) {
            http.perform(get(imported + "/" + form).with(signedInAs(OPM))).andExpect(redirectedUrl(imported));
        }
        http.perform(get("/cases/XGH-2026-000001/close").with(signedInAs(OPM)))
                .andExpect(redirectedUrl("/cases/XGH-2026-000001"));
        http.perform(get("/outbox/7/arrived").with(signedInAs(OPM))).andExpect(redirectedUrl("/outbox/7"));
    }

    @Test
    void D1_a_shared_certificate_is_not_offered_an_extension_and_refuses_one() throws Exception {
        var pool = new AnnouncementNumber("CSA-PAGES-" + NEXT.incrementAndGet());
        pools.save(
                Actor.SYSTEM,
                SamplePools.shared(
                        pool.value(),
                        "GSA",
                        "issuedOn",
                        clock.today().minusDays(10).toString()));
        http.perform(get("/pools/" + pool).with(signedInAs(OPM)))
                .andExpect(content().string(not(containsString("Extend the pool"))));
        decide(OPM, pool, "extension", "lastDay", clock.today().plusDays(300).toString(), "reason", "x")
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(containsString(
                                "A shared certificate is open for 240 days from issue and cannot be extended.")));
    }

    @Test
    void D1_OPM_records_once_that_a_shared_certificate_was_closed_and_audited_and_others_get_in() throws Exception {
        var pool = new AnnouncementNumber("CSA-PAGES-" + NEXT.incrementAndGet());
        var issued = clock.today().minusDays(10);
        pools.save(
                Actor.SYSTEM,
                SamplePools.shared(pool.value(), "GSA", "issuedOn", issued.toString(), "closedAndAuditedOn", null));
        shows(pool, "Not yet: no other agency gets access before");
        refused(
                decide(
                        OPM,
                        pool,
                        "audit",
                        "closedAndAuditedOn",
                        issued.minusDays(1).toString()),
                400,
                "audit-closedAndAuditedOn",
                "The certificate cannot have been closed and audited before it was issued");
        refused(
                decide(
                        OPM,
                        pool,
                        "audit",
                        "closedAndAuditedOn",
                        clock.today().plusDays(1).toString()),
                400,
                "audit-closedAndAuditedOn",
                "is in the future");
        refused(decide(OPM, pool, "audit"), 400, "audit-closedAndAuditedOn", "Enter the day on which");
        decide("gsa-hr", pool, "audit", "closedAndAuditedOn", issued.toString()).andExpect(status().isForbidden());

        decide(OPM, pool, "audit", "closedAndAuditedOn", clock.today().toString())
                .andExpect(redirectedUrl("/pools/" + pool));

        assertThat(pools.byAnnouncement(pool).keepsOutOfShared("VA")).isEmpty();
        shows(pool, Dates.inWords(clock.today()));
        http.perform(get("/pools/" + pool).with(signedInAs(OPM)))
                .andExpect(content().string(not(containsString("Record that it was closed and audited"))))
                .andExpect(content().string(containsString("GSA closed and audited the certificate on")));
        decide(OPM, pool, "audit", "closedAndAuditedOn", clock.today().toString())
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("It is on record already")));
        decide(OPM, pool(), "audit", "closedAndAuditedOn", clock.today().toString())
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Only a certificate that an agency shares")));
    }

    @Test
    void L16_OPM_clears_displaced_employees_for_a_pool_or_says_why_not() throws Exception {
        var pool = pool("ictapCleared", false);
        shows(pool, "No agency gets access before");
        refused(
                decide(OPM, pool, "displaced", "reason", "x"),
                400,
                "displaced-cleared",
                "Choose whether displaced employees are cleared.");
        decide(OPM, pool, "displaced", "cleared", "NO", "reason", " ")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Say why agencies get access although")));
        decide(OPM, pool, "displaced", "cleared", "NO", "reason", "r".repeat(1001))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("The reason has at most 1000 characters.")));
        decide(OPM, pool, "displaced", "cleared", "NO", "reason", "Nobody was displaced in this series.")
                .andExpect(redirectedUrl("/pools/" + pool));
        shows(pool, "Not cleared by OPM: Nobody was displaced in this series.");

        var other = pool("ictapCleared", false);
        decide(OPM, other, "displaced", "cleared", "YES", "reason", "").andExpect(redirectedUrl("/pools/" + other));
        shows(other, "Cleared by OPM");
        decide(OPM, other, "displaced", "cleared", "YES")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("keep no agency out")));
    }

    @Test
    void L11_OPM_refers_the_next_category_and_the_last_one_leaves_nothing_to_refer() throws Exception {
        var pool = pool();
        refused(
                decide(OPM, pool, "referral", "reason", "Too few"),
                400,
                "referral-downTo",
                "Choose the category down to which candidates are referred from now on.",
                "Too few");
        decide(OPM, pool, "referral", "downTo", "WELL_QUALIFIED", "reason", "Too few")
                .andExpect(redirectedUrl("/pools/" + pool));
        shows(pool, "Down to Well qualified");
        decide(OPM, pool, "referral", "downTo", "QUALIFIED", "reason", "Still too few")
                .andExpect(redirectedUrl("/pools/" + pool));

        http.perform(get("/pools/" + pool).with(signedInAs(OPM)))
                .andExpect(content().string(not(containsString("Refer a lower category"))));
        decide(OPM, pool, "referral", "downTo", "WELL_QUALIFIED", "reason", "x")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("a referral is not taken back")));
    }

    @Test
    void L17_OPM_reads_when_a_cut_off_leaves_too_few_names_since_scores_were_corrected() throws Exception {
        var pool = pool("rankingMethod", "NUMERIC");
        scored(
                pool,
                "A-01,One,a@mail.example,,Remote,,96,NONE,,,yes,,",
                "A-02,Two,b@mail.example,,Remote,,94,NONE,,,yes,,",
                "A-03,Three,c@mail.example,,Remote,,91,NONE,,,yes,,",
                "A-04,Four,d@mail.example,,Remote,,80,NONE,,,yes,,");
        decide(OPM, pool, "cut-off", "lowest", "91", "reason", "The best").andExpect(redirectedUrl("/pools/" + pool));
        var tooFew = "Set the cut-off anew, as scores were corrected or candidates left since.";
        http.perform(get("/pools/" + pool).with(signedInAs(OPM)))
                .andExpect(content().string(not(containsString(tooFew))));

        scored(
                pool,
                "A-02,Two,b@mail.example,,Remote,,79,NONE,,,yes,,",
                "A-03,Three,c@mail.example,,Remote,,78.5,NONE,,,yes,,");

        http.perform(get("/pools/" + pool).with(signedInAs(OPM)))
                .andExpect(content().string(containsString(tooFew)))
                .andExpect(content()
                        .string(containsString("91 leaves one name. 79 or lower would do: it leaves 3 names.")));
        http.perform(get("/pools/" + pool).with(signedInAs("gsa-manager")))
                .andExpect(content().string(not(containsString(tooFew))));
    }

    @Test
    void L17_OPM_sets_the_cut_off_of_a_pool_ranked_by_score() throws Exception {
        var pool = pool("rankingMethod", "NUMERIC");
        scored(
                pool,
                "A-01,One,a@mail.example,,Remote,,96,NONE,,,yes,,",
                "A-02,Two,b@mail.example,,Remote,,94,NONE,,,yes,,",
                "A-03,Three,c@mail.example,,Remote,,90.5,NONE,,,yes,,");

        refused(
                decide(OPM, pool, "cut-off", "lowest", "94", "reason", "The best"),
                400,
                "cut-off-lowest",
                "94 leaves 2 names. 90.5 or lower would do: it leaves 3 names.",
                "value=\"94\"",
                "The best");
        refused(
                decide(OPM, pool, "cut-off", "lowest", "ninety", "reason", "The best"),
                400,
                "cut-off-lowest",
                "A score is a number from 0 to 999.99.",
                "value=\"ninety\"");
        decide(OPM, pool, "cut-off", "lowest", "90.5", "reason", "The best")
                .andExpect(redirectedUrl("/pools/" + pool))
                .andExpect(flash().attribute("done", "Candidates are now referred down to the score 90.5."));
        shows(pool, "Down to the score 90.5");
    }

    // 5 U.S.C. 3317, 3319.
    @Test
    void L12_OPM_reads_what_an_old_pool_lacks_and_nobody_else_does() throws Exception {
        var pool = pool();
        var lacks = "Under delegated examining candidates are ranked by category or by score";
        http.perform(get("/pools/" + pool).with(signedInAs(OPM)))
                .andExpect(content().string(not(containsString(lacks))));

        jdbc.update("update talent_pool set ranking_method = 'UNRANKED' where announcement = ?", pool.value());

        http.perform(get("/pools/" + pool).with(signedInAs(OPM)))
                .andExpect(content().string(containsString(lacks)));
        http.perform(get("/pools/" + pool).with(signedInAs("gsa-manager")))
                .andExpect(content().string(not(containsString(lacks))));
    }

    @Test
    void a_pool_says_what_its_announcement_said() throws Exception {
        shows(pool(), "By category: Best qualified, Well qualified, Qualified");
        shows(pool(), "From the category Well qualified on");
        shows(
                pool("ictapCleared", false),
                "Not cleared by OPM. No agency gets access before it is, or OPM has said why not");
        shows(
                pool("rankingMethod", "NUMERIC", "cutOffKind", "NUMBER", "cutOffValue", 10),
                "Referred are the best 10 names, fixed on Oct 28, 2024, before the announcement opened");
        shows(
                pool("hiringAuthority", "DIRECT_HIRE", "rankingMethod", "UNRANKED"),
                "GW-008, from Jan 1, 2025, no end set");
        shows(pool("hiringAuthority", "EXCEPTED_SERVICE"), "Excepted service");
        shows(pool("term", "two-years"), "(two years from issue)");
    }

    @Test
    void L9_who_withdraws_is_found_however_the_number_is_written_unless_two_may_be_meant() throws Exception {
        var pool = pool();
        candidates(
                pool,
                "CX-1,Jordan Lee,j@mail.example,,Remote,BEST_QUALIFIED,,NONE,,,yes,,",
                "000123,Kim Park,k@mail.example,,Remote,BEST_QUALIFIED,,NONE,,,yes,,",
                "TW-7,One Twin,one@mail.example,,Remote,BEST_QUALIFIED,,NONE,,,yes,,");
        areTwoPeople(pool, "TW-7", "tw-07");
        candidates(pool, "tw-07,Other Twin,other@mail.example,,Remote,BEST_QUALIFIED,,NONE,,,yes,,");

        decide(
                        OPM,
                        pool,
                        "withdrawal",
                        "applicantNumber",
                        "cx-01",
                        "reason",
                        "x",
                        "how",
                        "Letter of Mar 2",
                        "confirmed",
                        "true")
                .andExpect(flash().attribute("done", startsWith("The candidate with applicant number CX-1 has")));
        decide(
                        OPM,
                        pool,
                        "withdrawal",
                        "applicantNumber",
                        " 123",
                        "reason",
                        "x",
                        "how",
                        "Letter of Mar 2",
                        "confirmed",
                        "true")
                .andExpect(flash().attribute("done", startsWith("The candidate with applicant number 000123 has")));
        refused(
                decide(
                        OPM,
                        pool,
                        "withdrawal",
                        "applicantNumber",
                        "tw-7",
                        "reason",
                        "x",
                        "how",
                        "Letter of Mar 2",
                        "confirmed",
                        "true"),
                400,
                "withdrawal-applicantNumber",
                "Several candidates of this pool have a number like that: TW-7, tw-07.");
        decide(
                        OPM,
                        pool,
                        "withdrawal",
                        "applicantNumber",
                        "tw-07",
                        "reason",
                        "x",
                        "how",
                        "Letter of Mar 2",
                        "confirmed",
                        "true")
                .andExpect(flash().attribute("done", startsWith("The candidate with applicant number tw-07 has")));
    }

    @Test
    void L9_OPM_records_a_withdrawal_only_when_its_scope_is_confirmed() throws Exception {
        var pool = pool();
        candidates(pool, "A-01,Jordan Lee,j@mail.example,,Remote,BEST_QUALIFIED,,NONE,,,yes,,");

        refused(
                decide(
                        OPM,
                        pool,
                        "withdrawal",
                        "reason",
                        "Stays where she is",
                        "how",
                        "Letter of Mar 2",
                        "confirmed",
                        "true"),
                400,
                "withdrawal-applicantNumber",
                "Enter the applicant number of the candidate who withdraws.",
                "Stays where she is");
        refused(
                decide(
                        OPM,
                        pool,
                        "withdrawal",
                        "applicantNumber",
                        "A-01",
                        "reason",
                        "Stays where she is",
                        "how",
                        "Letter of Mar 2"),
                400,
                "withdrawal-confirmed",
                "Confirm that the candidate withdraws from all agencies.",
                "value=\"A-01\"",
                "Stays where she is");
        refused(
                decide(
                        OPM,
                        pool,
                        "withdrawal",
                        "applicantNumber",
                        "A-10",
                        "reason",
                        "x",
                        "how",
                        "Letter of Mar 2",
                        "confirmed",
                        "true"),
                404,
                "withdrawal-applicantNumber",
                "This pool has no candidate with that applicant number. Look at it again.",
                "value=\"A-10\"");
        assertThat(availability(pool)).isEqualTo(Availability.AVAILABLE);

        decide(
                        OPM,
                        pool,
                        "withdrawal",
                        "applicantNumber",
                        " A-01 ",
                        "reason",
                        "Stays",
                        "how",
                        "Letter of Mar 2",
                        "confirmed",
                        "true")
                .andExpect(redirectedUrl("/pools/" + pool));
        assertThat(availability(pool)).isEqualTo(Availability.WITHDRAWN);
        http.perform(get("/pools/" + pool).with(signedInAs(OPM)))
                .andExpect(content().string(containsString("A candidate withdrew from all agencies.")))
                .andExpect(content().string(not(containsString("Stays"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CGA-DE-0-00-NO", "no such pool"})
    void a_pool_that_is_not_there_has_no_page_and_takes_no_decision(String announcement) throws Exception {
        http.perform(get("/pools/{announcement}", announcement).with(signedInAs(OPM)))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("There is no pool " + announcement + ".")));
        http.perform(post("/pools/{announcement}/referral", announcement)
                        .with(signedInAs(OPM))
                        .param("downTo", "QUALIFIED")
                        .param("reason", "x"))
                .andExpect(status().isNotFound());
    }

    @Test
    void OPM_reads_what_was_decided_about_a_pool_newest_first_and_not_every_file_that_was_taken() throws Exception {
        var pool = pool();
        candidates(pool, "A-01,Jordan Lee,j@mail.example,,Remote,BEST_QUALIFIED,,NONE,,,yes,,");
        decide(OPM, pool, "referral", "downTo", "WELL_QUALIFIED", "reason", "Too few");

        assertThat(decisions.of(pool.value())).extracting("kind").contains("import-candidates");
        http.perform(get("/pools/" + pool).with(signedInAs(OPM)))
                .andExpect(content()
                        .string(matchesPattern(
                                "(?s).*Candidates referred down to Well qualified: Too few.*Pool added\\..*")))
                .andExpect(content().string(not(containsString("Candidates imported"))));
    }

    private AnnouncementNumber pool(Object... changes) {
        var announcement = new AnnouncementNumber("CGA-PAGES-" + NEXT.incrementAndGet());
        var all = new ArrayList<Object>(
                List.of("issuedOn", clock.today().minusDays(100).toString()));
        all.addAll(List.of(changes));
        pools.save(Actor.SYSTEM, SamplePools.crossGovernment(announcement.value(), all.toArray()));
        return announcement;
    }

    private void candidates(AnnouncementNumber pool, String... rows) throws IOException {
        candidates(HEADER, pool, rows);
    }

    /** As {@link #candidates}, of a pool ranked by score: with preference points in it. */
    private void scored(AnnouncementNumber pool, String... rows) throws IOException {
        candidates(HEADER.replace("score,", "augmented_score,"), pool, rows);
    }

    private void candidates(String header, AnnouncementNumber pool, String... rows) throws IOException {
        candidateImport.take(
                Actor.SYSTEM,
                pool,
                new ByteArrayInputStream((header + String.join("\n", rows) + "\n")
                        .replace("@mail.", "@" + pool.value().toLowerCase(Locale.ROOT) + ".mail.")
                        .getBytes(StandardCharsets.UTF_8)),
                progress -> {});
    }

    /** OPM says that two numbers belong to two people. */
    private void areTwoPeople(AnnouncementNumber pool, String one, String other) throws Exception {
        http.perform(post("/api/pools/" + pool + "/candidates/doubles")
                        .with(signedInAs(OPM))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"decisions\":[{\"applicantNumber\":\"%s\",\"otherApplicantNumber\":\"%s\",\"same\":false}]}"
                                        .formatted(one, other)))
                .andExpect(status().isOk());
    }

    private Availability availability(AnnouncementNumber pool) {
        return candidates.byApplicantNumber(pool, "A-01").orElseThrow().availability();
    }

    private ResultActions decide(String person, AnnouncementNumber pool, String form, String... entered)
            throws Exception {
        var request = post("/pools/" + pool + "/" + form).with(signedInAs(person));
        for (int at = 0; at < entered.length; at += 2) {
            request.param(entered[at], entered[at + 1]);
        }
        return http.perform(request);
    }

    private void shows(AnnouncementNumber pool, String words) throws Exception {
        for (var person : List.of("gsa-hr", OPM)) {
            http.perform(get("/pools/" + pool).with(signedInAs(person)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(words)));
        }
    }

    /** The sentence stands at its field and in the summary, which has the focus, and what was typed is still there. */
    private static void refused(ResultActions answer, int status, String field, String sentence, String... kept)
            throws Exception {
        answer.andExpect(status().is(status))
                .andExpect(content().string(containsString("id=\"" + field + "-refusal\"")))
                .andExpect(content().string(containsString(sentence)))
                .andExpect(content().string(containsString("aria-invalid=\"true\"")))
                .andExpect(content().string(containsString("autofocus")));
        for (var text : kept) {
            answer.andExpect(content().string(containsString(text)));
        }
    }
}
