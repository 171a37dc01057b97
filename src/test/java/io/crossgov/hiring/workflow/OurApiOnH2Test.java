package io.crossgov.hiring.workflow;

import io.crossgov.hiring.HiringTest;

@HiringTest
class OurApiOnH2Test extends OurApiScenarios {}
