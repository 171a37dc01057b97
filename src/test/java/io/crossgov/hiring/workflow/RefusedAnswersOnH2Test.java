package io.crossgov.hiring.workflow;

import io.crossgov.hiring.HiringTest;

@HiringTest
class RefusedAnswersOnH2Test extends RefusedAnswersScenarios {}
