package io.crossgov.hiring.casefile;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.HowMany;
import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.pool.Pools;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases a person may know of, newest first, in pages: a bounded number of statements a page, and each of them reads along an index no
 * further than the page, however many cases there are.
 */
@Service
public class CaseList {

    /** Rows a page at most. */
    static final int LARGEST_PAGE = 100;

    /** Rows are counted in an int; behind the last one there is nothing to see. */
    private static final int LAST_ROW = 1_000_000_000;

    /** Cases found by words that are listed; whoever means another one types more. */
    private static final int MOST_BY_WORDS = 100;

    private final CaseIndex index;
    private final Pools pools;

    CaseList(CaseIndex index, Pools pools) {
        this.index = index;
        this.pools = pools;
    }

    /**
     * What to list.
     *
     * @param status null for all
     * @param pool null for all
     * @param words found in the case's number or the position's title; nothing for all
     * @param page from 0; with {@code before} or {@code after}, only what it is called
     * @param size rows a page, 1 to {@value #LARGEST_PAGE}
     * @param before only cases older than this one, the newest of them; null for the page of that number
     * @param after only cases newer than this one, the oldest of them; null for the page of that number
     */
    public record Wanted(
            CaseStatus status,
            AnnouncementNumber pool,
            SearchWords words,
            int page,
            int size,
            CaseNumber before,
            CaseNumber after) {

        public Wanted {
            size = Math.min(LARGEST_PAGE, Math.max(1, size));
            page = Math.min(LAST_ROW / size, Math.max(0, page));
        }

        /** The page of that number. */
        public Wanted(CaseStatus status, AnnouncementNumber pool, SearchWords words, int page, int size) {
            this(status, pool, words, page, size, null, null);
        }

        private int skipped() {
            return before == null && after == null ? page * size : 0;
        }

        private boolean upwards() {
            return before == null && after != null;
        }

        private CaseIndex.Order order() {
            return upwards() ? CaseIndex.Order.OLDEST : CaseIndex.Order.NEWEST;
        }
    }

    /**
     * One case in a list.
     *
     * @param step where it stands, in words
     * @param closingReason null while it is open
     */
    public record Row(
            CaseNumber number,
            String agency,
            AnnouncementNumber pool,
            String positionTitle,
            int vacancies,
            CaseStatus status,
            String step,
            ClosingReason closingReason,
            Instant openedAt) {

        private static Row of(HiringCase hiring) {
            return new Row(
                    hiring.number(),
                    hiring.agency(),
                    hiring.announcement(),
                    hiring.positionTitle(),
                    hiring.vacancies(),
                    hiring.status(),
                    hiring.step().title(),
                    hiring.closingReason().orElse(null),
                    hiring.openedAt());
        }
    }

    /**
     * A page.
     *
     * @param total of all pages, as far as they are counted: to 10,000, and to 100 of those with words
     * @param more whether there are more than {@code total}
     * @param newer whether there are newer ones than these
     * @param older whether there are older ones than these
     */
    public record Page(int page, int size, long total, boolean more, boolean newer, boolean older, List<Row> cases) {

        private HowMany howMany() {
            return new HowMany(total, more);
        }

        /** For example "1,234 cases". */
        public String inWords() {
            return howMany().of("case");
        }

        /** Which of them these are, for example "26–50 of 1,234"; only of a page with cases. */
        public String range() {
            return howMany().range((long) page * size + 1, cases.size());
        }
    }

    /**
     * By its number, a page of the first 10,000 cases, or of the first 100 with the words; by the case before or after it, any.
     *
     * @throws io.crossgov.hiring.common.Refusal 404 for a pool that there is not: it must not look like one without cases
     */
    @Transactional(readOnly = true)
    public Page of(Actor actor, Wanted wanted) {
        if (wanted.pool() != null) {
            pools.byAnnouncement(wanted.pool());
        }
        return wanted.words().isNothing() ? all(actor, wanted) : byWords(actor, wanted);
    }

    private Page all(Actor actor, Wanted wanted) {
        var total = HowMany.of(index.count(narrowed(actor, wanted), HowMany.COUNTED + 1), HowMany.COUNTED);
        // One more than is shown tells whether there are more.
        var found = wanted.skipped() < HowMany.COUNTED
                ? index.first(between(actor, wanted), wanted.order(), wanted.size() + 1, wanted.skipped())
                : List.<HiringCase>of();
        var more = found.size() > wanted.size();
        var from = more && wanted.upwards() ? 1 : 0;
        return page(wanted, total, more, found.subList(from, Math.min(found.size(), from + wanted.size())));
    }

    private Page byWords(Actor actor, Wanted wanted) {
        var found =
                index
                        .about(wanted.words(), List.of(), between(actor, wanted), wanted.order(), MOST_BY_WORDS + 1)
                        .stream()
                        .map(each -> each.number().value())
                        .toList();
        var total = HowMany.of(found.size(), MOST_BY_WORDS);
        var from = Math.min(wanted.skipped(), (int) total.number());
        var to = (int) Math.min(total.number(), (long) from + wanted.size());
        return page(wanted, total, to < total.number(), index.rows(found.subList(from, to)));
    }

    private static Page page(Wanted wanted, HowMany total, boolean more, List<HiringCase> shown) {
        return new Page(
                wanted.page(),
                wanted.size(),
                total.number(),
                total.more(),
                wanted.upwards() ? more : wanted.before() != null || wanted.page() > 0,
                wanted.upwards() || more,
                shown.stream().map(Row::of).toList());
    }

    private static CaseConditions narrowed(Actor actor, Wanted wanted) {
        return CaseConditions.visibleTo(actor)
                .and(
                        "c.status = :status",
                        "status",
                        wanted.status() == null ? null : wanted.status().name())
                .and(
                        "c.announcement = :pool",
                        "pool",
                        wanted.pool() == null ? null : wanted.pool().value());
    }

    private static CaseConditions between(Actor actor, Wanted wanted) {
        return narrowed(actor, wanted)
                .and("c.number < :before", "before", value(wanted.before()))
                .and("c.number > :after", "after", value(wanted.after()));
    }

    private static String value(CaseNumber number) {
        return number == null ? null : number.value();
    }
}
