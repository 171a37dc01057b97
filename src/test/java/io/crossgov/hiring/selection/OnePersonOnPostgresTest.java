package io.crossgov.hiring.selection;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class OnePersonOnPostgresTest extends OnePersonScenarios {}
