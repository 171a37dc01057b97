package io.crossgov.hiring.pool;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class CandidateIntakeOnPostgresTest extends CandidateIntakeScenarios {}
