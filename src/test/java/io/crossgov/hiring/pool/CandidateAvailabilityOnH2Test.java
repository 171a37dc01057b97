package io.crossgov.hiring.pool;

import io.crossgov.hiring.HiringTest;

@HiringTest
class CandidateAvailabilityOnH2Test extends CandidateAvailabilityScenarios {}
