package io.crossgov.hiring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that the build runs twice: as {@link HiringTest}, and in a second execution of Surefire as {@link PostgresTest}. Which of them a run
 * is for says {@link TestDatabase#ofThisRun()}. A method that needs to run only once has the tag "h2".
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@HiringTest
@Tag("both-databases")
public @interface OnBothDatabases {}
