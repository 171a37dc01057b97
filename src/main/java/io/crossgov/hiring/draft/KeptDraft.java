package io.crossgov.hiring.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * What a person entered, as it was kept last.
 *
 * @param revision how often it has been kept, from 1; who keeps it next says which one was the last he or she knew
 * @param answers as the form or its part writes them; nobody else reads them
 */
public record KeptDraft(Instant savedAt, int revision, ObjectNode answers) {}
