package io.crossgov.hiring.pool;

import io.crossgov.hiring.HiringTest;

@HiringTest
class CandidateDoublesOnH2Test extends CandidateDoublesScenarios {}
