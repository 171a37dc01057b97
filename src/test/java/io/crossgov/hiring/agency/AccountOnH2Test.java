package io.crossgov.hiring.agency;

import io.crossgov.hiring.HiringTest;

@HiringTest
class AccountOnH2Test extends AccountScenarios {}
