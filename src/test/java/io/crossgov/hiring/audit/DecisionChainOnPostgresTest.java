package io.crossgov.hiring.audit;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class DecisionChainOnPostgresTest extends DecisionChainScenarios {}
