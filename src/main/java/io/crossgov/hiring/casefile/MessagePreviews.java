package io.crossgov.hiring.casefile;

import io.crossgov.hiring.access.Actor;
import java.util.List;

/** What messages an act would send, before it is done. */
public interface MessagePreviews {

    /**
     * Does the act, undoes it, and tells of the messages that it wrote: those of the person's own agency, or all for OPM.
     *
     * @param act as it would be done; what it refuses is refused here, too
     */
    List<MessagePreview> of(Actor actor, Runnable act);
}
