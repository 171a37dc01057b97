package io.crossgov.hiring.selection;

import io.crossgov.hiring.HiringTest;

@HiringTest
class MessagePreviewOnH2Test extends MessagePreviewScenarios {}
