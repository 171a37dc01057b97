package io.crossgov.hiring.law;

import java.util.List;

/**
 * A choice that was on the list when it was made, is not now, and of which the case no longer knows where it would stand: who comes before
 * it cannot be said. A rule that would have to know does not hold.
 */
final class NotOnTheList {

    private NotOnTheList() {}

    /** @param what cannot be said, as in "whether A-1 comes first" */
    static Ruling.Refused cannotSay(Rule rule, Saying what) {
        var refused = what.say(".").asRefusal(rule, List.of(Exit.to(Exit.Way.CHOOSE_FROM_LIST)));
        return new Ruling.Refused(
                rule,
                "The elected candidate is not on the list, so it cannot be said " + refused.words(),
                refused.named(),
                refused.exits());
    }
}
