package io.crossgov.hiring.casefile;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class CaseOnPostgresTest extends CaseScenarios {}
