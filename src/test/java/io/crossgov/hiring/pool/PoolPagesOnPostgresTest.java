package io.crossgov.hiring.pool;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class PoolPagesOnPostgresTest extends PoolPagesTests {}
