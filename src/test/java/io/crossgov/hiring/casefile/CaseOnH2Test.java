package io.crossgov.hiring.casefile;

import io.crossgov.hiring.HiringTest;

@HiringTest
class CaseOnH2Test extends CaseScenarios {}
