package io.crossgov.hiring.pool;

import io.crossgov.hiring.HiringTest;

@HiringTest
class DemoDataOnH2Test extends DemoDataScenarios {}
