package io.crossgov.hiring.workflow;

import io.crossgov.hiring.HiringTest;

@HiringTest
class DraftOnH2Test extends DraftScenarios {}
