package io.crossgov.hiring.agency;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class AccountOnPostgresTest extends AccountScenarios {}
