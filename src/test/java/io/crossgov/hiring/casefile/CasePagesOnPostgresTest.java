package io.crossgov.hiring.casefile;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class CasePagesOnPostgresTest extends CasePagesTests {}
