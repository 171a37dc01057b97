package io.crossgov.hiring.offer;

import io.crossgov.hiring.HiringTest;

@HiringTest
class OfferOnH2Test extends OfferScenarios {}
