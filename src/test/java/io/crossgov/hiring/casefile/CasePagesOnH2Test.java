package io.crossgov.hiring.casefile;

import io.crossgov.hiring.HiringTest;

@HiringTest
class CasePagesOnH2Test extends CasePagesTests {}
