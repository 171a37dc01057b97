package io.crossgov.hiring.workflow;

import io.crossgov.hiring.HiringTest;

@HiringTest
class CaseFileOnH2Test extends CaseFileScenarios {}
