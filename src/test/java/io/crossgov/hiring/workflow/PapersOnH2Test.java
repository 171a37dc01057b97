package io.crossgov.hiring.workflow;

import io.crossgov.hiring.HiringTest;

@HiringTest
class PapersOnH2Test extends PapersScenarios {}
