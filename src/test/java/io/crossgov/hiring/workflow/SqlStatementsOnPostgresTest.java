package io.crossgov.hiring.workflow;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class SqlStatementsOnPostgresTest extends SqlStatementsScenarios {

    @Override
    String database() {
        return "on-postgres";
    }
}
