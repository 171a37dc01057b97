package io.crossgov.hiring.selection;

import io.crossgov.hiring.HiringTest;

@HiringTest
class OnePersonOnH2Test extends OnePersonScenarios {}
