package io.crossgov.hiring.workflow;

import io.crossgov.hiring.HiringTest;

@HiringTest
class TaskCompletionOnH2Test extends TaskCompletionScenarios {}
