package io.crossgov.hiring.workflow;

import io.crossgov.hiring.HiringTest;

@HiringTest
class NotAskedAnswersOnH2Test extends NotAskedAnswersScenarios {}
