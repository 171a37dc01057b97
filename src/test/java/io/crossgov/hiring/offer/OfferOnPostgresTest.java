package io.crossgov.hiring.offer;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class OfferOnPostgresTest extends OfferScenarios {}
