package io.crossgov.hiring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** As {@link HiringTest}, on a real PostgreSQL 17 started from embedded binaries. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@HiringTest
@Tag("postgresql")
public @interface PostgresTest {

    /** Whether it waits for its disk and has memory, as in production: for what is measured. Most tests write little and want it quick. */
    boolean asInProduction() default false;
}
