package io.crossgov.hiring.task;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * A form about one selection that needs nothing from the person but to be completed, so that it can be completed in its row of the list.
 * That is honest only where one sentence beside the button holds all that the form shows and all that it says to others; who completes it
 * there has read as much as in the form.
 *
 * <p>Other forms are complete when they open, too, and are no such: an offer (<i>8 Extend Tentative Offer</i>, <i>8 Extend Final Offer</i>)
 * binds the agency to a person outside, by days that are only proposed, and is read as the letter it is; <i>2 Check Pool Match</i> is the
 * comparison of five things side by side; <i>6 Return Certificate Review</i> decides on every referred candidate.
 */
public interface CompleteWhenOpened extends OfTask {

    /**
     * What the forms of these selections say as they stand, without a query for each of them; a form that misses something is left
     * out. Whether the person may see the tasks is asked by the caller, and whether the person may complete them when that is done.
     */
    Map<UUID, AsItStands> asTheyStand(Collection<UUID> selections);
}
