package io.crossgov.hiring.access;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class HostileRequestsOnPostgresTest extends HostileRequestsScenarios {}
