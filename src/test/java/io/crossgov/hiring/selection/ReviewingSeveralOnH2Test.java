package io.crossgov.hiring.selection;

import io.crossgov.hiring.HiringTest;

@HiringTest
class ReviewingSeveralOnH2Test extends ReviewingSeveralTests {}
