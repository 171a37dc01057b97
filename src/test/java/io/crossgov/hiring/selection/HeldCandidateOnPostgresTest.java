package io.crossgov.hiring.selection;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class HeldCandidateOnPostgresTest extends HeldCandidateScenarios {}
