package io.crossgov.hiring.selection;

import io.crossgov.hiring.HiringTest;

@HiringTest
class HeldCandidateOnH2Test extends HeldCandidateScenarios {}
