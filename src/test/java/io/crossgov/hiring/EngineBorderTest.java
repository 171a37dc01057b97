package io.crossgov.hiring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a move to another engine costs is known: one package, and what the README lists. */
@AnalyzeClasses(packages = "io.crossgov.hiring", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineBorderTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+|[a-z-]+\\.(?:html|yaml))`");

    @ArchTest
    static final ArchRule only_workflow_knows_the_engine = noClasses()
            .that()
            .resideOutsideOfPackage("io.crossgov.hiring.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..");

    @Test
    void the_readme_names_whatever_else_knows_camunda_by_address_or_setting() throws IOException {
        assertThat(knowingCamunda()).isEqualTo(named());
    }

    private static Set<String> knowingCamunda() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|html|yaml|xml)"))
                    .filter(file -> !file.toString().contains("workflow")
                            && !file.toString().contains("META-INF"))
                    .filter(EngineBorderTest::namesIt)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean namesIt(Path file) {
        return read(file).toLowerCase(Locale.ROOT).contains("camunda");
    }

    private static Set<String> named() {
        var section = read(Path.of("README.md")).split("## The engine's support status")[1];
        var list = section.substring(section.indexOf("- in `access`"), section.indexOf("- what is laid over"));
        return NAMED.matcher(list)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }
}
