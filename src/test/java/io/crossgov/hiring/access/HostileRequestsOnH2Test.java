package io.crossgov.hiring.access;

import io.crossgov.hiring.HiringTest;

@HiringTest
class HostileRequestsOnH2Test extends HostileRequestsScenarios {}
