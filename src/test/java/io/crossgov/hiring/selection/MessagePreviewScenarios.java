package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.must;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.casefile.MessagePreview;
import io.crossgov.hiring.casefile.MessagePreviews;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.selection.SelectionScene.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who is about to act reads the messages that this sends, in the words in which they are sent, and nothing is done by reading. */
@Import(SelectionScene.class)
abstract class MessagePreviewScenarios {

    @Autowired
    private SelectionScene scene;

    @Autowired
    private MessagePreviews previews;

    @Autowired
    private Withdrawals withdrawals;

    @Autowired
    private JdbcTemplate jdbc;

    private UUID jordan;
    private CaseNumber ours;
    private CaseNumber theirs;

    @BeforeEach
    void two_agencies_review_one_candidate() {
        var pool = scene.pool();
        jordan = scene.candidate(pool, "Jordan Lee");
        ours = scene.caseInReview(pool, MANAGER);
        theirs = scene.caseInReview(pool, OTHER_MANAGER);
        scene.classifyPd(ours);
    }

    @Test
    void the_tentative_offer_is_read_as_it_will_be_sent() {
        var selection = verified();
        var answers = Map.of("dueOn", scene.today().plusDays(3), "message", "We look forward to you.");
        var before = everything();

        var preview = preview(HR, selection, "extend-tentative-offer", answers);

        must(preview);
        assertThat(everything()).isEqualTo(before);
        assertThat(preview.json()).hasSize(1);
        var letter = preview.json().get(0);
        assertThat(letter.path("to").asText())
                .startsWith("Jordan Lee, candidate")
                .endsWith("@mail.example");
        assertThat(letter.path("text").asText()).contains("Jordan Lee", "We look forward to you.");

        must(scene.complete(HR, selection, "extend-tentative-offer", answers));
        var sent = jdbc.queryForMap(
                "select subject, body from notice where case_number = ? and type = 'M12'", ours.value());
        assertThat(letter.path("subject").asText()).isEqualTo(sent.get("subject"));
        assertThat(letter.path("text").asText()).isEqualTo(sent.get("body").toString());
    }

    @Test
    void what_would_be_refused_is_refused_with_the_same_sentences() {
        var selection = verified();
        var wrong = Map.of("dueOn", scene.today().minusDays(1));

        var preview = preview(HR, selection, "extend-tentative-offer", wrong);

        assertThat(preview.status()).isEqualTo(400);
        assertThat(preview.field()).isEqualTo("dueOn");
        assertThat(preview.detail())
                .isEqualTo(scene.complete(HR, selection, "extend-tentative-offer", wrong)
                        .detail());
        assertThat(preview(COORDINATOR, selection, "extend-tentative-offer", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_contact_is_read_before_it_is_recorded() {
        var before = everything();
        var contact = Map.of("version", 0, "sendDetails", true, "message", "Hello Jordan.");

        var one = scene.write(MANAGER, contact, "/api/cases/{number}/candidates/{id}/contact/messages", ours, jordan);
        var several = scene.write(
                MANAGER,
                Map.of(
                        "candidates",
                        List.of(Map.of("id", jordan, "version", 0)),
                        "sendDetails",
                        true,
                        "message",
                        "Hello."),
                "/api/cases/{number}/candidates/contact/messages",
                ours);
        var none = scene.write(
                MANAGER,
                Map.of("version", 0, "sendDetails", false, "note", "Called."),
                "/api/cases/{number}/candidates/{id}/contact/messages",
                ours,
                jordan);
        var stale = scene.write(
                MANAGER,
                Map.of("version", 7, "sendDetails", true),
                "/api/cases/{number}/candidates/{id}/contact/messages",
                ours,
                jordan);

        assertThat(one.json()).hasSize(1);
        assertThat(one.json().get(0).path("text").asText()).contains("Hello Jordan.");
        assertThat(several.json()).hasSize(1);
        assertThat(none.json()).isEmpty();
        assertThat(stale.status()).isEqualTo(409);
        assertThat(everything()).isEqualTo(before);
        must(scene.record(MANAGER, ours, jordan, "contact", "sendDetails", true));
    }

    @Test
    void OPM_reads_whom_a_verification_tells_in_every_agency() {
        var selection = toVerification();
        scene.elected(OTHER_MANAGER, theirs, jordan);
        var before = everything();

        var preview = preview(OPM, selection, "verify-selection", Map.of("decision", "VERIFIED"));

        must(preview);
        assertThat(StreamSupport.stream(preview.json().spliterator(), false)
                        .map(letter -> letter.path("to").asText()))
                .anyMatch(to -> to.contains("sela."))
                .anyMatch(to -> to.contains("selb."));
        assertThat(everything()).isEqualTo(before);
        assertThat(scene.availabilityOf(jordan)).isEqualTo("AVAILABLE");
    }

    @Test
    void L8_an_agency_does_not_learn_from_a_preview_which_others_consider_the_candidate() {
        scene.elected(OTHER_MANAGER, theirs, jordan);
        scene.elected(MANAGER, ours, jordan);
        var version = scene.seen(HR, ours, jordan).path("version").asLong();
        var hr = scene.actor(HR);
        var withdrawal = new ReviewEntries.Withdrawal(version, WithdrawalScope.ALL_AGENCIES, null, null);

        var seen = previews.of(hr, () -> withdrawals.withdraw(ours, jordan, withdrawal, hr));

        assertThat(seen).extracting(MessagePreview::to).isNotEmpty().noneMatch(to -> to.contains("selb."));
        assertThat(seen).extracting(MessagePreview::text).noneMatch(text -> text.contains(theirs.value()));
        assertThat(scene.availabilityOf(jordan)).isEqualTo("AVAILABLE");
    }

    private UUID toVerification() {
        var selection = scene.elected(MANAGER, ours, jordan);
        scene.toVerification(selection, HR, COORDINATOR);
        return selection;
    }

    private UUID verified() {
        var selection = toVerification();
        must(scene.verify(OPM, selection, "VERIFIED"));
        return selection;
    }

    private Answer preview(String who, UUID selection, String task, Map<String, ?> answers) {
        return scene.write(who, answers, "/api/tasks/{id}/messages", scene.taskOf(selection, task));
    }

    /** How much there is of whatever an act could leave behind. */
    private List<Long> everything() {
        return List.of(
                        "notice",
                        "decision",
                        "selection",
                        "offer",
                        "candidate_review",
                        "act_ru_task",
                        "act_ru_job",
                        "act_hi_actinst")
                .stream()
                .map(table -> jdbc.queryForObject("select count(*) from " + table, Long.class))
                .toList();
    }
}
