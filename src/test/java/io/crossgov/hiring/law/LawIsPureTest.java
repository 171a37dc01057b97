package io.crossgov.hiring.law;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.crossgov.hiring.common.OfficeClock;
import java.time.Clock;
import java.time.InstantSource;

/** The law is pure (docs/decisions, 5): functions over values, with dates for arguments. */
@AnalyzeClasses(packages = "io.crossgov.hiring.law", importOptions = ImportOption.DoNotIncludeTests.class)
class LawIsPureTest {

    @ArchTest
    static final ArchRule the_law_knows_Java_and_what_all_share = classes()
            .should()
            .onlyDependOnClassesThat(describe(
                    "are Java\u2019s, the law\u2019s own, or common to all",
                    known -> known.getBaseComponentType().isPrimitive()
                            || isIn(known, "java")
                            || isIn(known, "io.crossgov.hiring.law")
                            || isIn(known, "io.crossgov.hiring.common")));

    @ArchTest
    static final ArchRule the_law_asks_no_clock = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, InstantSource.class, OfficeClock.class)
            .orShould()
            .callMethodWhere(describe(
                    "asks the time",
                    call -> call.getName().equals("now")
                            || call.getName().equals("currentTimeMillis")
                            || call.getName().equals("nanoTime")));

    private static boolean isIn(JavaClass known, String root) {
        var home = known.getBaseComponentType().getPackageName();
        return home.equals(root) || home.startsWith(root + ".");
    }
}
