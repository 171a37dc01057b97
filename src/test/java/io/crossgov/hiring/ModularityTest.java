package io.crossgov.hiring;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;
import org.springframework.modulith.core.DependencyType;

/** Features know each other only through their public faces, and only in the direction the architecture draws. */
class ModularityTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(CrossGovHiringApplication.class);

    /** From top to bottom: each may know those further down, and no other. */
    private static final Map<String, Integer> STOREY = Map.ofEntries(
            Map.entry("workflow", 11),
            Map.entry("casepage", 11),
            Map.entry("start", 11),
            Map.entry("notice", 10),
            Map.entry("offer", 9),
            Map.entry("selection", 8),
            Map.entry("request", 7),
            Map.entry("priority", 6),
            Map.entry("demo", 6),
            Map.entry("casefile", 5),
            Map.entry("intake", 5),
            Map.entry("pool", 4),
            Map.entry("agency", 3),
            Map.entry("document", 3),
            Map.entry("audit", 2),
            Map.entry("draft", 2),
            Map.entry("task", 2),
            Map.entry("access", 1),
            Map.entry("law", 1),
            Map.entry("log", 0),
            Map.entry("common", 0));

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
}
