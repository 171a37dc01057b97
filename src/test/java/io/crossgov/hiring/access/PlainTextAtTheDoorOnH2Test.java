package io.crossgov.hiring.access;

import io.crossgov.hiring.HiringTest;

@HiringTest
class PlainTextAtTheDoorOnH2Test extends PlainTextAtTheDoorScenarios {}
