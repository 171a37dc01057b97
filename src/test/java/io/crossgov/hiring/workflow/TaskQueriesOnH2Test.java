package io.crossgov.hiring.workflow;

import io.crossgov.hiring.HiringTest;

@HiringTest
class TaskQueriesOnH2Test extends TaskQueriesScenarios {}
