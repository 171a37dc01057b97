package io.crossgov.hiring.selection;

import io.crossgov.hiring.HiringTest;

@HiringTest
class PoolDecisionsTest extends PoolDecisionsTests {}
