package io.crossgov.hiring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.crossgov.hiring", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineBorderTest {

    @ArchTest
    static final ArchRule only_workflow_knows_the_engine = noClasses()
            .that()
            .resideOutsideOfPackage("io.crossgov.hiring.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..");
}
