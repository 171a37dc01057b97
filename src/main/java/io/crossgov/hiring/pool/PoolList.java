package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.HowMany;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.pool.PoolIndex.Asked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The talent pools, a page at a time and by words: what every signed-in person may know of them (L1). */
@Service
@Transactional(readOnly = true)
public class PoolList {

    /** Rows a page at most. */
    static final int LARGEST_PAGE = 100;

    /** Pools found by words that are listed; whoever means another one types more. */
    private static final int MOST_BY_WORDS = 100;

    private final PoolIndex index;
    private final PoolTable table;
    private final Pools pools;
    private final OfficeClock clock;

    PoolList(PoolIndex index, PoolTable table, Pools pools, OfficeClock clock) {
        this.index = index;
        this.table = table;
        this.pools = pools;
        this.clock = clock;
    }

    /**
     * What to list.
     *
     * @param words found in title, series, grade or announcement; nothing for all
     * @param page from 0; with {@code before} or {@code after}, only what it is called
     * @param size rows a page, 1 to {@value #LARGEST_PAGE}
     * @param before only the pools in front of this one, the nearest of them; null for the page of that number
     * @param after only the pools behind this one; null for the page of that number
     */
    record Wanted(SearchWords words, int page, int size, AnnouncementNumber before, AnnouncementNumber after) {

        Wanted {
            size = Math.min(LARGEST_PAGE, Math.max(1, size));
            page = Math.max(0, page);
        }

        /** Behind the last row that is counted there is nothing to see by number. */
        private int skipped() {
            return before == null && after == null ? (int) Math.min(HowMany.COUNTED, (long) page * size) : 0;
        }

        private boolean upwards() {
            return after == null && before != null;
        }

        private PoolIndex.Order order() {
            return upwards() ? PoolIndex.Order.FIRST_TO_END_FIRST : PoolIndex.Order.LAST_TO_END_FIRST;
        }
    }

    /**
     * A page.
     *
     * @param howMany of all pages, as far as they are counted: to 10,000, and to 100 of those with words
     * @param earlier whether there are pools in front of these
     * @param later whether there are pools behind these
     */
    record Page(int page, int size, HowMany howMany, boolean earlier, boolean later, List<TalentPool> pools) {

        /** Which of them these are, for example "26–50 of 1,234"; only of a page with pools. */
        public String range() {
            return howMany.range((long) page * size + 1, pools.size());
        }
    }

    /**
     * By its number, a page of the first 10,000 pools, or of the first 100 with the words; by the pool before or after it, any.
     *
     * @throws Refusal 404 when there is no pool {@code before} or {@code after}
     */
    public Page of(Wanted wanted) {
        return wanted.words().isNothing() ? all(wanted) : byWords(wanted);
    }

    private Page all(Wanted wanted) {
        var total = HowMany.of(index.count(Asked.all(), HowMany.COUNTED + 1), HowMany.COUNTED);
        // One more than is shown tells whether there are more.
        var found = index.first(
                between(wanted.before(), wanted.after()), wanted.order(), wanted.size() + 1, wanted.skipped());
        var more = found.size() > wanted.size();
        var shown = rows(found.subList(0, Math.min(found.size(), wanted.size())));
        if (wanted.upwards()) {
            Collections.reverse(shown);
        }
        return new Page(
                wanted.page(),
                wanted.size(),
                total,
                wanted.upwards() ? more : wanted.after() != null || wanted.page() > 0,
                wanted.upwards() || more,
                shown);
    }

    private Page byWords(Wanted wanted) {
        var found = index.about(wanted.words(), between(wanted.before(), wanted.after()), MOST_BY_WORDS + 1);
        var total = HowMany.of(found.size(), MOST_BY_WORDS);
        var from = Math.min(wanted.skipped(), (int) total.number());
        var to = (int) Math.min(total.number(), (long) from + wanted.size());
        return new Page(
                wanted.page(),
                wanted.size(),
                total,
                wanted.page() > 0,
                to < total.number(),
                rows(found.subList(from, to)));
    }

    private Asked between(AnnouncementNumber before, AnnouncementNumber after) {
        if (after != null) {
            return Asked.all().behind(pools.byAnnouncement(after));
        }
        return before == null ? Asked.all() : Asked.all().before(pools.byAnnouncement(before));
    }

    /**
     * The next pools with their statements, the last to end first.
     *
     * @param after behind this one; null for the first
     * @param openOnly only those from which one can select today
     * @throws Refusal 404 when there is no pool {@code after}
     */
    public List<TalentPool> next(SearchWords words, boolean openOnly, AnnouncementNumber after, int limit) {
        var asked = between(null, after);
        var next = found(words, openOnly ? asked.openOn(clock.today()) : asked, limit);
        // Read for many at once.
        next.forEach(TalentPool::statements);
        return next;
    }

    /** The first pools with the words, the last to end first. */
    public List<TalentPool> find(SearchWords words, int most) {
        return found(words, Asked.all(), most);
    }

    /**
     * Pools from which one can select today: for no words the first by title, else the first with the words, the last to end first.
     */
    public List<TalentPool> openToday(SearchWords words, int most) {
        var open = Asked.all().openOn(clock.today());
        return words.isNothing()
                ? rows(index.first(open, PoolIndex.Order.BY_TITLE, most, 0))
                : found(words, open, most);
    }

    /** How many pools one can select from today. */
    public HowMany howManyAreOpen() {
        return HowMany.of(index.count(Asked.all().openOn(clock.today()), HowMany.COUNTED + 1), HowMany.COUNTED);
    }

    private List<TalentPool> found(SearchWords words, Asked asked, int limit) {
        return rows(
                words.isNothing()
                        ? index.first(asked, PoolIndex.Order.LAST_TO_END_FIRST, limit, 0)
                        : index.about(words, asked, limit));
    }

    private List<TalentPool> rows(List<AnnouncementNumber> found) {
        var byAnnouncement = table
                .findAllById(found.stream().map(AnnouncementNumber::value).toList())
                .stream()
                .collect(Collectors.toMap(TalentPool::announcement, Function.identity()));
        return found.stream().map(byAnnouncement::get).collect(Collectors.toCollection(ArrayList::new));
    }
}
