package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and codes that name something: however they are typed or pasted, they name the same. */
class WrittenNumbersTest {

    private static final String NUMBER = "CGA-DE-12339419-24-MS";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cga-de-12339419-24-ms",
                "\u00A0CGA-DE-12339419-24-MS\u2003",
                "CGA\u2013DE\u201112339419\u201224\u2212MS",
                "\uFEFFCGA-DE-1233\u200B9419-24-MS",
                "\u202ACGA-DE-12339419-24-MS\u202C",
                "\uFF23\uFF27\uFF21-DE-\uFF11\uFF12339419-24-MS"
            })
    void an_announcement_number_is_one_however_it_is_written(String typed) {
        assertThat(new AnnouncementNumber(typed)).isEqualTo(new AnnouncementNumber(NUMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CGA DE 12339419", "CGA-DE-1233/9419", "CGA-", "\u200B", "CGA-DE-\u0661\u0662"})
    void what_is_no_announcement_number_is_told(String typed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new AnnouncementNumber(typed))
                .withMessageContaining("An announcement number has capital letters, digits and hyphens");
    }

    @ParameterizedTest
    @CsvSource({"gsa,GSA", "\u00A0Gsa\u200B,GSA", "\uFF27\uFF33\uFF21,GSA", "\u2066ssa\u2069,SSA", "dot\u0131,DOTI"})
    void an_agencys_code_is_one_however_it_is_written(String typed, String code) {
        assertThat(AgencyCode.normal(typed)).isEqualTo(code);
    }
}
