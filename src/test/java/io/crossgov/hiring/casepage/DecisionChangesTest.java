package io.crossgov.hiring.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.audit.RecordedDecision;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecisionChangesTest {

    @Test
    void only_what_became_different_is_told_and_in_words() {
        var changes = changes(
                "{\"status\":\"REFERRED\",\"contactedOn\":null,\"version\":1}",
                "{\"candidateId\":\"" + UUID.randomUUID()
                        + "\",\"status\":\"FAILED_TO_RESPOND\",\"contactedOn\":\"2026-11-18\",\"version\":1}");

        assertThat(changes.changes())
                .containsExactly(
                        new CaseFile.Change("Status", "Referred", "Failed to respond"),
                        new CaseFile.Change("Contacted on", "", "Nov 18, 2026"));
        assertThat(changes.candidateId()).isPresent();
    }

    @Test
    void rows_lists_and_nested_facts_are_told_each_by_its_place() {
        var changes = changes(
                null,
                "{\"dutyLocations\":[\"Denver, CO\",\"Remote\"],\"findings\":[{\"rule\":\"L14\",\"holds\":true}],\"freeze\":{\"ground\":\"a\"}}");

        assertThat(changes.changes())
                .containsExactly(
                        new CaseFile.Change("Duty locations", "", "Denver, CO; Remote"),
                        new CaseFile.Change("Findings 1, legal ground", "", "5 U.S.C. 3318(c), 3319(c)"),
                        new CaseFile.Change("Findings 1, holds", "", "Yes"),
                        new CaseFile.Change("Freeze, ground", "", "a"));
    }

    @Test
    void names_and_choices_are_written_as_people_write_them() {
        var changes = changes(
                null,
                "{\"fteNumber\":\"FTE-7\",\"rplCleared\":\"YES\",\"sf52Number\":\"52-1\",\"pd\":{\"source\":\"OPM_SAMPLE\"},\"pool\":\"CGA-DE-1-MS\"}");

        assertThat(changes.changes())
                .containsExactly(
                        new CaseFile.Change("FTE number", "", "FTE-7"),
                        new CaseFile.Change("RPL cleared", "", "Yes"),
                        new CaseFile.Change("SF-52 number", "", "52-1"),
                        new CaseFile.Change("PD, source", "", "OPM sample"),
                        new CaseFile.Change("Pool", "", "CGA-DE-1-MS"));
    }

    @Test
    void short_codes_are_words_to_people_too() {
        var changes = changes(
                "{\"state\":\"ELECTED\",\"passOver\":{\"state\":\"FILED\"}}",
                "{\"state\":\"LOST\",\"passOver\":{\"state\":\"MOOT\"},\"status\":\"OPEN\",\"appointmentType\":\"TERM\"}");

        assertThat(changes.changes())
                .containsExactly(
                        new CaseFile.Change("State", "Elected", "Lost"),
                        new CaseFile.Change("Pass over, state", "Filed", "Moot"),
                        new CaseFile.Change("Status", "", "Open"),
                        new CaseFile.Change("Appointment type", "", "Term"));
    }

    @Test
    void a_decision_without_a_record_of_facts_changed_nothing_to_tell() {
        assertThat(changes(null, null).changes()).isEmpty();
        assertThat(changes("{\"a\":1}", "{\"a\":1}").changes()).isEmpty();
    }

    @Test
    void what_a_record_does_not_mention_afterwards_is_not_told_as_gone() {
        assertThat(changes("{\"state\":\"FAILED\"}", null).changes()).isEmpty();
        assertThat(changes("{\"sf52Number\":\"SF52-1\",\"state\":\"ELECTED\"}", "{\"mayGet\":[\"Ada\"]}")
                        .changes())
                .containsExactly(new CaseFile.Change("May get", "", "Ada"));
        assertThat(changes("{\"rplStatus\":\"NOT_CLEARED\"}", "{\"resolution\":\"EXCEPTION\"}")
                        .changes())
                .containsExactly(new CaseFile.Change("Resolution", "", "Exception"));
    }

    @Test
    void what_stands_there_as_nothing_or_is_no_longer_in_a_list_is_gone() {
        assertThat(changes("{\"sf52Number\":\"SF52-1\"}", "{\"sf52Number\":null}")
                        .changes())
                .containsExactly(new CaseFile.Change("SF-52 number", "SF52-1", ""));
        assertThat(changes("{\"freeze\":{\"answer\":\"YES\"}}", "{\"freeze\":null}")
                        .changes())
                .containsExactly(new CaseFile.Change("Freeze, answer", "Yes", ""));
        assertThat(changes(
                                "{\"places\":[{\"name\":\"A\"},{\"name\":\"B\"}],\"codes\":[\"x\"]}",
                                "{\"places\":[{\"name\":\"A\"}],\"codes\":[]}")
                        .changes())
                .containsExactly(new CaseFile.Change("Places 2, name", "B", ""), new CaseFile.Change("Codes", "x", ""));
        var nobody = "[\"" + UUID.randomUUID() + "\",\"" + UUID.randomUUID() + "\"]";
        assertThat(changes("{\"alternates\":" + nobody + "}", "{\"alternates\":[]}")
                        .changes())
                .isEmpty();
    }

    @Test
    void codes_are_told_in_the_words_people_know_them_by() {
        assertThat(changes(null, "{\"formBReceived\":true,\"freezeGround\":\"committee\",\"others\":[\"committee\"]}")
                        .changes())
                .containsExactly(
                        new CaseFile.Change("Form B received", "", "Yes"),
                        new CaseFile.Change("Freeze ground", "", "Approved by the committee"),
                        new CaseFile.Change("Others", "", "committee"));
    }

    @Test
    void a_rule_that_was_decided_against_is_told_by_where_it_is_written_and_what_is_no_rule_as_it_stands() {
        assertThat(changes(null, "{\"againstFindings\":[\"L11\",\"every finding holds\"],\"sf52Number\":\"L11\"}")
                        .changes())
                .containsExactly(
                        new CaseFile.Change("Against findings", "", "5 U.S.C. 3319(c); every finding holds"),
                        new CaseFile.Change("SF-52 number", "", "L11"));
    }

    private static DecisionChanges changes(String before, String after) {
        return DecisionChanges.of(
                new RecordedDecision(1, Instant.EPOCH, "a", "A", "", "GSA", "kind", "Sentence.", before, after),
                new ObjectMapper(),
                (field, code) -> field.equals("freezeGround") && code.equals("committee")
                        ? Optional.of("Approved by the committee")
                        : Optional.empty());
    }
}
