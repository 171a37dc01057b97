package io.crossgov.hiring.casefile;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.pool.Pools;
import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases a person may know of, newest first, in pages: a bounded number of statements a page, however many cases there are. */
@Service
public class CaseList {

    /** Rows a page at most. */
    static final int LARGEST_PAGE = 100;

    /** Rows are counted in an int; behind the last one there is nothing to see. */
    private static final int LAST_ROW = 1_000_000_000;

    private final HiringCases cases;
    private final Pools pools;

    CaseList(HiringCases cases, Pools pools) {
        this.cases = cases;
        this.pools = pools;
    }

    /**
     * What to list.
     *
     * @param status null for all
     * @param pool null for all
     * @param words found in the case's number or the position's title; nothing for all
     * @param page from 0
     * @param size rows a page, 1 to {@value #LARGEST_PAGE}
     */
    public record Wanted(CaseStatus status, AnnouncementNumber pool, SearchWords words, int page, int size) {

        public Wanted {
            size = Math.min(LARGEST_PAGE, Math.max(1, size));
            page = Math.min(LAST_ROW / size, Math.max(0, page));
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

    /** @param total of all pages */
    public record Page(int page, int size, long total, List<Row> cases) {

        /** Number of the last page. */
        public int lastPage() {
            return (int) Math.max(0, (total - 1) / size);
        }
    }

    /** @throws io.crossgov.hiring.common.Refusal 404 for a pool that there is not: it must not look like one without cases */
    @Transactional(readOnly = true)
    public Page of(Actor actor, Wanted wanted) {
        if (wanted.pool() != null) {
            pools.byAnnouncement(wanted.pool());
        }
        var found = cases.findAll(
                visible(actor, wanted),
                PageRequest.of(wanted.page(), wanted.size(), Sort.by(Sort.Direction.DESC, "number")));
        return new Page(
                wanted.page(),
                wanted.size(),
                found.getTotalElements(),
                found.stream().map(Row::of).toList());
    }

    private static Specification<HiringCase> visible(Actor actor, Wanted wanted) {
        return (hiring, query, all) -> {
            var conditions = new ArrayList<Predicate>();
            if (!actor.isOpmStaff()) {
                conditions.add(all.equal(hiring.get("agency"), actor.agency()));
            }
            if (wanted.status() != null) {
                conditions.add(all.equal(hiring.get("status"), wanted.status()));
            }
            if (wanted.pool() != null) {
                conditions.add(
                        all.equal(hiring.get("announcement"), wanted.pool().value()));
            }
            if (!wanted.words().isNothing()) {
                var pattern = wanted.words().pattern();
                conditions.add(all.or(
                        all.like(all.lower(hiring.get("number")), pattern, '\\'),
                        all.like(all.lower(hiring.get("positionTitle")), pattern, '\\')));
            }
            return all.and(conditions.toArray(Predicate[]::new));
        };
    }
}
