package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossgov.hiring.HiringTest;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A request under a file of the law that knows no ground for an exemption: hiring is not frozen (L6), and everybody is told so. */
@HiringTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:no-freeze;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "crossgov.law.freeze-regimes=classpath:law/no-freeze.yaml"
        })
class NoFreezeTest {

    private static final String FORM_A = "complete-talent-pool-request";
    private static final String NONE = "No hiring freeze was in effect when this request started, on Mar 2, 2026.";

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
    void L6_whoever_reads_of_a_request_without_a_freeze_reads_that_there_was_none() {
        var hire = scenario.opensCase().until(FORM_A);
        assertThat(scenario.hr.opens(hire, FORM_A).path("freezeInWords").asText())
                .isEqualTo(NONE);

        hire.until("submit-talent-pool-request");
        assertThat(hire.decision(FORM_A))
                .startsWith("Signed Form A, version 1. " + NONE + " Reemployment Priority List: cleared.");
        assertThat(freeze(scenario.coordinator.opens(hire, "submit-talent-pool-request")))
                .isEqualTo(NONE);

        hire.until("decide-pool-access");
        assertThat(freeze(scenario.opm.opens(hire, "decide-pool-access"))).isEqualTo(NONE);
        assertThat(hire.lettersOf("M2")).isNotEmpty().allSatisfy(letter -> assertThat(letter)
                .contains("Hiring freeze: " + NONE + "\n"));
        assertThat(scenario.manager.looksAt("/cases/" + hire.caseNumber()))
                .contains("<dt>Hiring freeze</dt><dd>" + NONE + "</dd>");
        assertThat(scenario.manager
                        .gets("/api/cases/" + hire.caseNumber())
                        .at("/request/freezeInWords")
                        .asText())
                .isEqualTo(NONE);
    }

    /** What forms A and B, as coordinator and OPM read them, say of the freeze. */
    private static String freeze(JsonNode forms) {
        return StreamSupport.stream(forms.path("formA").spliterator(), false)
                .filter(line -> line.path("item").asText().equals("Hiring freeze"))
                .map(line -> line.path("answer").asText())
                .findFirst()
                .orElseThrow();
    }
}
