package io.crossgov.hiring.request;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.HowMany;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.pool.PoolList;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.reserved.PriorityWindow;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pools from which somebody may open a case today, by words: the country has more of them than anybody reads through. */
@Service
class PoolChoice {

    /** Offered at once; whoever means another one types more. */
    private static final int MOST_OFFERED = 100;

    private final PoolList pools;
    private final OfficeClock days;
    private final PriorityWindow priority;

    PoolChoice(PoolList pools, OfficeClock days, PriorityWindow priority) {
        this.pools = pools;
        this.days = days;
        this.priority = priority;
    }

    /**
     * What there is to choose from.
     *
     * @param options at most 100
     * @param inWords how many fit, and whether all of them are among the options
     */
    record Found(List<Option> options, String inWords) {}

    /** Pools that are open today: for no words the first by title, else those with the words. */
    @Transactional(readOnly = true)
    public Found about(SearchWords words, Actor actor) {
        var found = pools.openToday(words, MOST_OFFERED + 1);
        var options = found.stream()
                .limit(MOST_OFFERED)
                .map(pool -> new Option(pool.announcement().value(), describe(pool, actor)))
                .toList();
        return new Found(options, inWords(words, found.size()));
    }

    private String inWords(SearchWords words, int found) {
        if (found == 0) {
            return "No pool that is open today fits.";
        }
        if (found <= MOST_OFFERED) {
            return new HowMany(found, false).of("pool") + " in the list.";
        }
        return "The first " + MOST_OFFERED + " of "
                + (words.isNothing() ? pools.howManyAreOpen().of("pool") : "more pools")
                + " in the list. Type more to find another one.";
    }

    private String describe(TalentPool pool, Actor actor) {
        return pool.label() + " (" + pool.announcement() + ", open until "
                + days.dueDayInWords(pool.window().lastDay())
                + priority.opensTo(pool, actor.agency())
                        .map(day -> ", reserved for other agencies: yours may ask for access from "
                                + days.dueDayInWords(day))
                        .orElse("")
                + ")";
    }
}
