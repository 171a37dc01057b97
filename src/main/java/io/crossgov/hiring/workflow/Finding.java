package io.crossgov.hiring.workflow;

/**
 * One thing a process model does that it must not do.
 *
 * @param elementId id of the element to look at in the Modeler
 * @param sentence what is wrong, naming the element as people see it
 */
record Finding(String elementId, String sentence) {

    @Override
    public String toString() {
        return sentence;
    }
}
