package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Where people may write at length they may write several lines; everywhere else a line break is a mistake. */
class SeveralLinesTest {

    private static final int AT_LENGTH = 1_000;

    @Test
    void every_text_of_people_that_may_be_long_may_have_several_lines() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Record.class));
        var atLength = new ArrayList<String>();
        for (var found : scanner.findCandidateComponents("io.crossgov.hiring")) {
            var type = Class.forName(found.getBeanClassName(), false, getClass().getClassLoader());
            Arrays.stream(type.getDeclaredFields())
                    .filter(field -> field.getType() == String.class && field.isAnnotationPresent(Size.class))
                    .filter(field -> field.getAnnotation(Size.class).max() >= AT_LENGTH)
                    .filter(field -> field.getAnnotation(Size.class).max() < Integer.MAX_VALUE)
                    .peek(field -> atLength.add(field.toString()))
                    .forEach(field -> assertThat(field.isAnnotationPresent(SeveralLines.class))
                            .as("%s", field)
                            .isTrue());
        }
        assertThat(atLength).hasSizeGreaterThan(20);
    }
}
