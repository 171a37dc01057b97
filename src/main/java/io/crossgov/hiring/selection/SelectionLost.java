package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.CaseNumber;
import java.util.UUID;

/**
 * A running selection ended because its candidate is gone, outside the selection's own tasks: withdrawn from all agencies, or
 * declined this agency in the workbench (L9). Published in the same transaction, once a selection.
 */
public record SelectionLost(CaseNumber caseNumber, UUID selectionId) {}
