package io.crossgov.hiring.pool;

import io.crossgov.hiring.HiringTest;

@HiringTest
class CandidateImportOnH2Test extends CandidateImportScenarios {}
