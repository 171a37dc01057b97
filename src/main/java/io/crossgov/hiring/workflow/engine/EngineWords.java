package io.crossgov.hiring.workflow.engine;

/** What people are told when the engine refuses them, whichever way they asked it, and what it says itself where it has no name for it. */
public final class EngineWords {

    public static final String NO_SUCH_TASK = "This task is done already, no longer needed, or not yours.";

    public static final String TAKEN = "Somebody else has just taken this task.";

    public static final String OVERTAKEN =
            "Somebody changed this at the same moment. Please look again and repeat your step.";

    public static final String NOT_UNDERSTOOD = "This could not be understood; nothing was changed.";

    /** What the engine finds when the process has gone on between its look at the task and its look at where the process stands. */
    public static final String MOVED_ON = "doesn't accept signals";

    /** To a question that the database was not done with in time. */
    public static final String TOO_LONG =
            "This took too long and was given up; nothing was changed. Try again in a few minutes, or ask for less.";

    private EngineWords() {}
}
