package io.crossgov.hiring.pool;

import io.crossgov.hiring.HiringTest;

@HiringTest
class PoolPagesOnH2Test extends PoolPagesTests {}
