package io.crossgov.hiring.workflow;

import io.crossgov.hiring.HiringTest;

@HiringTest
class TaskFiltersOnH2Test extends TaskFiltersTests {}
