package io.crossgov.hiring.workflow;

import io.crossgov.hiring.HiringTest;

@HiringTest
class SqlStatementsOnH2Test extends SqlStatementsScenarios {

    @Override
    String database() {
        return "on-h2";
    }
}
