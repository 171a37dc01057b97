package io.crossgov.hiring.pool;

import io.crossgov.hiring.HiringTest;

@HiringTest
class PoolOnH2Test extends PoolScenarios {}
