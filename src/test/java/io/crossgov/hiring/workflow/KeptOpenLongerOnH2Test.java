package io.crossgov.hiring.workflow;

import io.crossgov.hiring.HiringTest;

@HiringTest
class KeptOpenLongerOnH2Test extends KeptOpenLongerScenarios {}
