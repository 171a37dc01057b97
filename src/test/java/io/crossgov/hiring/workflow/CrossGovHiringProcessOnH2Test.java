package io.crossgov.hiring.workflow;

import io.crossgov.hiring.HiringTest;

@HiringTest
class CrossGovHiringProcessOnH2Test extends CrossGovHiringProcessScenarios {}
