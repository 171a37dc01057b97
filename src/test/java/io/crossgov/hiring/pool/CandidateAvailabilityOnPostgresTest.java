package io.crossgov.hiring.pool;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class CandidateAvailabilityOnPostgresTest extends CandidateAvailabilityScenarios {}
