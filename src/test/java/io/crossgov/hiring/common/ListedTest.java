package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListedTest {

    @Test
    void things_in_one_line_stand_apart() {
        var listed = new Listed();

        assertThat(listed.semicolons(List.of("Washington, DC", "Remote"))).isEqualTo("Washington, DC; Remote");
        assertThat(listed.commas(List.of("GSA", "VA", "SSA"))).isEqualTo("GSA, VA, SSA");
        assertThat(listed.or(List.of("HR specialist", "Hiring manager"))).isEqualTo("HR specialist or Hiring manager");
        assertThat(listed.or(List.of("HR specialist"))).isEqualTo("HR specialist");
    }
}
