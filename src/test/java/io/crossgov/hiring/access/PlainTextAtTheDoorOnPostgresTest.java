package io.crossgov.hiring.access;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class PlainTextAtTheDoorOnPostgresTest extends PlainTextAtTheDoorScenarios {}
