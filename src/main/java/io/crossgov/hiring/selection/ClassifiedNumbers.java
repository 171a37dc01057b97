package io.crossgov.hiring.selection;

import io.crossgov.hiring.request.PositionDescriptionClassified;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Selections that OPM was told of before the position description was classified: the message that brings OPM the classified one brings
 * its number, too, so that nobody has to tell it again.
 */
@Component
class ClassifiedNumbers {

    private final SelectionRows selections;

    ClassifiedNumbers(SelectionRows selections) {
        this.selections = selections;
    }

    @EventListener
    void on(PositionDescriptionClassified classified) {
        selections.ofCase(classified.caseNumber().value()).stream()
                .filter(Selection::isRunning)
                .forEach(selection -> selection.positionDescriptionClassified(classified.number()));
    }
}
