package io.crossgov.hiring.workflow;

import io.crossgov.hiring.HiringTest;

@HiringTest
class TaskListOnH2Test extends TaskListScenarios {}
