package io.crossgov.hiring;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Arrows go one way between the rooms inside a feature, too, not only between features. */
@AnalyzeClasses(packages = "io.crossgov.hiring", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule no_two_rooms_need_each_other =
            slices().matching("io.crossgov.hiring.(**)").should().beFreeOfCycles();
}
