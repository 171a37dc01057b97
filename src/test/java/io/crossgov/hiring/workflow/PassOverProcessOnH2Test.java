package io.crossgov.hiring.workflow;

import io.crossgov.hiring.HiringTest;

@HiringTest
class PassOverProcessOnH2Test extends PassOverProcessScenarios {}
