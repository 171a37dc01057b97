package io.crossgov.hiring.pool;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class CandidateDoublesOnPostgresTest extends CandidateDoublesScenarios {}
