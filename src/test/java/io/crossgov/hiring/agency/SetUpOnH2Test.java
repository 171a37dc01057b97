package io.crossgov.hiring.agency;

import io.crossgov.hiring.HiringTest;

@HiringTest
class SetUpOnH2Test extends SetUpScenarios {}
