package io.crossgov.hiring.access;

import io.crossgov.hiring.HiringTest;

@HiringTest
class SignInLimitsOnH2Test extends SignInLimitsScenarios {}
