package io.crossgov.hiring.workflow;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class NotAskedAnswersOnPostgresTest extends NotAskedAnswersScenarios {}
