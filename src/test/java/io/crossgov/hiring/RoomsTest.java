package io.crossgov.hiring;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.crossgov.hiring.casefile.HiringCase;

/** Arrows go one way between the rooms inside a feature, too, and what is public for the next room is not for every room. */
@AnalyzeClasses(packages = "io.crossgov.hiring", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule no_two_rooms_need_each_other =
            slices().matching("io.crossgov.hiring.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule a_case_is_changed_in_its_first_steps_only = noClasses()
            .that()
            .resideOutsideOfPackages("..casefile", "..request")
            .should()
            .callMethodWhere(describe("a case is changed", RoomsTest::changesACase));

    private static boolean changesACase(JavaMethodCall call) {
        var called = call.getTarget();
        return called.getOwner().isEquivalentTo(HiringCase.class)
                && called.getRawReturnType().isEquivalentTo(void.class)
                && !called.getName().startsWith("must");
    }
}
