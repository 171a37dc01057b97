package io.crossgov.hiring.agency;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class SetUpOnPostgresTest extends SetUpScenarios {}
