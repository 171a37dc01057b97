package io.crossgov.hiring.selection;

import io.crossgov.hiring.PostgresTest;

@PostgresTest
class MessagePreviewOnPostgresTest extends MessagePreviewScenarios {}
