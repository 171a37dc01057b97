package io.crossgov.hiring;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;
import org.springframework.modulith.core.DependencyType;

/** Features know each other only through their public faces, and only in the direction the architecture draws. */
class ModularityTest {

    private static final String README = readme();

    private static final ApplicationModules MODULES = ApplicationModules.of(CrossGovHiringApplication.class);

    /** The storey of each, counted from the bottom of the README's drawing. */
    private static final Map<String, Integer> STOREY = drawn();

    static Set<String> features() {
        return MODULES.stream().map(module -> module.getIdentifier().toString()).collect(toSet());
    }

    @Test
    void noFeatureReachesIntoAnotherOrDependsOnItInACircle() {
        MODULES.verify();
    }

    @Test
    void everyFeatureHasItsPlaceInTheArchitecture() {
        assertThat(features()).isEqualTo(STOREY.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("features")
    void aFeatureKnowsOnlyThoseBelowIt(String feature) {
        var module = MODULES.getModuleByName(feature).orElseThrow();
        assertThat(known(module))
                .allSatisfy(other -> assertThat(STOREY.get(other)).isLessThan(STOREY.get(feature)));
    }

    private static Set<String> known(ApplicationModule module) {
        return module.getDependencies(MODULES, DependencyDepth.IMMEDIATE, DependencyType.values())
                .uniqueModules()
                .map(other -> other.getIdentifier().toString())
                .filter(other -> !other.equals(module.getIdentifier().toString()))
                .collect(toSet());
    }

    private static Map<String, Integer> drawn() {
        var rows = README.lines()
                .dropWhile(line -> !line.startsWith("src/main/java/io/crossgov/hiring/ "))
                .skip(1)
                .takeWhile(line -> line.startsWith("  "))
                // Names stand in front, two blanks apart; what they are is said behind three or more.
                .map(line -> List.of(line.strip().split(" {3,}")[0].split(" {2}")))
                .toList();
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMap(row -> rows.get(row).stream().map(name -> Map.entry(name, rows.size() - row)))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String readme() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }
}
