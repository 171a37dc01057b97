package io.crossgov.hiring.workflow;

import io.crossgov.hiring.HiringTest;

@HiringTest
class CandidateSelectionProcessOnH2Test extends CandidateSelectionProcessScenarios {}
