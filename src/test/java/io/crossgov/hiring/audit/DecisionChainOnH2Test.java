package io.crossgov.hiring.audit;

import io.crossgov.hiring.HiringTest;

@HiringTest
class DecisionChainOnH2Test extends DecisionChainScenarios {}
