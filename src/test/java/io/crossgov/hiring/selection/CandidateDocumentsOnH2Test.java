package io.crossgov.hiring.selection;

import io.crossgov.hiring.HiringTest;

@HiringTest
class CandidateDocumentsOnH2Test extends CandidateDocumentsTests {}
