package io.crossgov.hiring.selection;

import io.crossgov.hiring.HiringTest;

@HiringTest
class SelectionTest extends SelectionTests {}
