package io.crossgov.hiring.pool;

import io.crossgov.hiring.HiringTest;

@HiringTest
class CandidateIntakeOnH2Test extends CandidateIntakeScenarios {}
