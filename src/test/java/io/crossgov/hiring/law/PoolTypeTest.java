package io.crossgov.hiring.law;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** D1: what follows from a pool's type is said by the type, so that a new one is asked for all of it. */
@AnalyzeClasses(packages = "io.crossgov.hiring", importOptions = ImportOption.DoNotIncludeTests.class)
class PoolTypeTest {

    @ArchTest
    static final ArchRule nothing_else_asks_which_type_a_pool_is = noClasses()
            .that(not(belongToAnyOf(PoolType.class)))
            .should()
            .accessFieldWhere(describe(
                    "names a type", access -> access.getTarget().getOwner().isEquivalentTo(PoolType.class)));
}
