package io.crossgov.hiring.workflow;

import io.crossgov.hiring.PostgresTest;
import org.springframework.test.annotation.DirtiesContext;

@PostgresTest
@DirtiesContext
class WrittenIsNotSentOnPostgresTest extends WrittenIsNotSentScenarios {}
