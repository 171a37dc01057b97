package io.crossgov.hiring.workflow;

import io.crossgov.hiring.HiringTest;

@HiringTest
class EngineApiOnH2Test extends EngineApiScenarios {}
