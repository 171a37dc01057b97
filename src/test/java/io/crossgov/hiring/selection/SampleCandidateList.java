package io.crossgov.hiring.selection;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/**
 * A list of candidates as the server knows it: from its own records, so that the browser's tests read what the browser reads. Its rows are
 * whole; {@link SampleAnswers} makes of them what is sent.
 */
final class SampleCandidateList {

    static final String CASE = "XGH-2026-000001";
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final ObjectMapper JSON = Jackson2ObjectMapperBuilder.json()
            .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private SampleCandidateList() {}

    /** Of a case with two vacancies, one of them open, in Washington and Denver. */
    static ObjectNode of(String... names) {
        ObjectNode list = JSON.valueToTree(new CandidateList(
                new CaseNumber(CASE),
                "GSA",
                "Strategist",
                new AnnouncementNumber("CGA-DE-1"),
                "Customer Experience Strategist, GS-0301-13",
                2,
                1,
                0,
                List.of("Washington, DC", "Denver, CO"),
                LocalDate.of(2026, 12, 31),
                TODAY,
                true,
                true,
                null,
                null,
                new CandidateList.Referral("Best qualified", null, null, null),
                List.of(),
                WorkbenchWords.in(ZoneId.of("America/New_York")),
                names.length,
                names.length,
                0,
                CandidateList.PAGE,
                List.of(),
                List.of()));
        list.putArray("obstacles");
        IntStream.range(0, names.length)
                .mapToObj(index -> row(index + 1, names[index]))
                .forEach(row -> list.withArray("candidates").add(JSON.<ObjectNode>valueToTree(row)));
        return list;
    }

    static UUID id(int place) {
        return new UUID(0, place);
    }

    /** A loss, with whom to turn to next. */
    static ObjectNode nextAlternate(int place, String name) {
        return JSON.valueToTree(
                new CandidateList.NextAlternate(new UUID(1, 1), "Ann Gone", id(place), name, "Denver, CO"));
    }

    static ObjectNode obstacle(String rule, String sentence, int comesFirst) {
        return JSON.valueToTree(new Obstacles.Told(rule, sentence, List.of(id(comesFirst))));
    }

    static ObjectNode passOver() {
        return JSON.valueToTree(new CandidateRow.PassOverView(
                new UUID(2, 1),
                PassOver.Kind.PASS_OVER,
                PassOver.Kind.PASS_OVER.title(),
                null,
                false,
                false,
                PassOver.State.ASKED,
                PassOver.State.ASKED.title(),
                null,
                null,
                null,
                false,
                null));
    }

    private static CandidateRow row(int place, String name) {
        return new CandidateRow(
                new CandidateRow.Who(
                        id(place),
                        "A-" + place,
                        name,
                        "a-" + place + "@mail.example",
                        "",
                        "Best qualified",
                        new LinkedHashSet<>(List.of("Washington, DC", "Denver, CO"))),
                new CandidateRow.Order(
                        place,
                        "Best qualified.",
                        "Best qualified",
                        false,
                        false,
                        List.of(
                                new CandidateRow.Electing("Denver, CO", true, null, null),
                                new CandidateRow.Electing("Washington, DC", true, null, null))),
                new CandidateRow.Exceptions(null, false, false, false, null, false, false, false, null),
                new CandidateRow.Standing(ReviewStatus.REFERRED, ReviewStatus.REFERRED.title(), 0, true, null),
                new CandidateRow.LastChange(0, null, false, null),
                new CandidateRow.Contact(null, null, null, null, null, null, null),
                new CandidateRow.Reply(null, null, null, null, null),
                new CandidateRow.Interview(null, null, null, null, null, null, null, null),
                new CandidateRow.Decline(null, null, null, null),
                null,
                null,
                List.of(new CandidateRow.File(new UUID(3, place), "resume.pdf", "application/pdf", 2048, "RESUME")));
    }
}
