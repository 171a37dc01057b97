package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.SearchWords;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Pools in their order, read along an index of the table and no further than they are shown: the last to end first, so those that are open
 * before those that are over.
 */
@Component
class PoolIndex {

    /** So many of the first pools are looked through for words before an index of words is asked: what is frequent is found there. */
    private static final int LOOKED_THROUGH = 2_000;

    private static final String WORD = "word";

    /** Pay plan and grade with whatever dash, as a pattern. */
    private static final Pattern GRADE = Pattern.compile("^%([a-z]{2})_([0-9]{1,2})%$");

    private final EntityManager database;

    PoolIndex(EntityManager database) {
        this.database = database;
    }

    /** In which order pools are read. */
    enum Order {
        LAST_TO_END_FIRST("last_day desc, announcement desc"),
        FIRST_TO_END_FIRST("last_day, announcement"),
        /** For few: they are put in order one by one. */
        BY_TITLE("in_one_line");

        private final String columns;

        Order(String columns) {
            this.columns = columns;
        }
    }

    /** Which pools are asked for. What is not asked for is no condition, as it would keep PostgreSQL from the index. */
    static final class Asked {

        private final Map<String, Object> values = new LinkedHashMap<>();
        private String conditions = "1 = 1";

        /** All there are. */
        static Asked all() {
            return new Asked();
        }

        /** Only those from which one can select that day. */
        Asked openOn(LocalDate day) {
            return and("p.last_day >= :day and p.issued_on <= :day", "day", day);
        }

        /** Only those that come behind this one. */
        Asked behind(TalentPool pool) {
            return beside(pool, "<");
        }

        /** Only those that come before this one. */
        Asked before(TalentPool pool) {
            return beside(pool, ">");
        }

        private Asked beside(TalentPool pool, String side) {
            values.put("lastDay", pool.window().lastDay());
            return and(
                    "(p.last_day, p.announcement) " + side + " (:lastDay, :announcement)",
                    "announcement",
                    pool.announcement().value());
        }

        private Asked and(String condition, String name, Object value) {
            conditions += " and " + condition;
            values.put(name, value);
            return this;
        }

        private <Q extends Query> Q fill(Q query) {
            values.forEach(query::setParameter);
            return query;
        }
    }

    /** The first of them. */
    List<AnnouncementNumber> first(Asked asked, Order order, int limit, int skipped) {
        return found(asked.fill(database.createNativeQuery(
                        "select p.announcement from talent_pool p where " + asked.conditions + " order by "
                                + order.columns + " limit :limit offset :skipped",
                        String.class))
                .setParameter("limit", limit)
                .setParameter("skipped", skipped));
    }

    /** How many there are, and {@code limit} where there are more. In the index's order, because else they may be counted in the table. */
    long count(Asked asked, int limit) {
        return (Long) asked.fill(database.createNativeQuery(
                        "select count(*) from (select 1 from talent_pool p where " + asked.conditions + " order by "
                                + Order.LAST_TO_END_FIRST.columns + " limit :limit) counted",
                        Long.class))
                .setParameter("limit", limit)
                .getSingleResult();
    }

    /**
     * The first of those with the words in what people read of a pool, the last to end first. Words without three letters in a row, which no
     * index finds, are looked for in the first pools only.
     *
     * @param words something to look for
     */
    List<AnnouncementNumber> about(SearchWords words, Asked asked, int limit) {
        var inNearest = words.in("n.in_one_line", WORD);
        var rest = "(select count(*) from near) < :limit and (select count(*) from nearest) = :through";
        var sql =
                """
                with nearest as (
                  select p.announcement, p.last_day, p.in_one_line from talent_pool p
                  where {conditions} order by {order} limit :through),
                near as (select n.* from nearest n where {words n} order by {order} limit :limit)
                select announcement from (
                  select announcement, last_day from near where not ({far})
                  union all
                  select announcement, last_day from (
                    select p.announcement, p.last_day from talent_pool p
                    where {conditions} and {words p} and {far} offset 0 rows) behind) found
                order by {order} limit :limit"""
                        .replace("{conditions}", asked.conditions)
                        .replace("{words n}", inNearest.sql())
                        .replace("{words p}", words.in("p.in_one_line", WORD).sql())
                        .replace("{order}", Order.LAST_TO_END_FIRST.columns)
                        .replace("{far}", words.haveThreeInARow() ? rest : "1 = 0");
        var query = asked.fill(database.createNativeQuery(sql, String.class))
                .setParameter("limit", limit)
                .setParameter("through", LOOKED_THROUGH);
        inNearest.parameters().forEach((name, pattern) -> query.setParameter(name, withSeries(pattern)));
        return found(query);
    }

    /** A pool's grade is written with its series, as in GS-0301-13; who looks for GS-13 means whatever series. */
    private static String withSeries(String pattern) {
        return GRADE.matcher(pattern).replaceFirst("%$1______$2%");
    }

    @SuppressWarnings("unchecked")
    private static List<AnnouncementNumber> found(Query query) {
        return ((List<String>) query.getResultList())
                .stream().map(AnnouncementNumber::new).toList();
    }
}
