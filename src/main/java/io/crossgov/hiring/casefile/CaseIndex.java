package io.crossgov.hiring.casefile;

import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.SearchWords;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Cases in their order, read along an index of the table and no further than they are shown. */
@Component
class CaseIndex {

    /**
     * So many of the first cases are looked through for words before an index of words is asked: what is seldom there is seldom anywhere, and
     * what is frequent would have the index name a good part of all cases.
     */
    private static final int LOOKED_THROUGH = 5_000;

    /** The sign before one that stands for itself is the backslash in both databases, unless another is named. */
    private static String named(SearchWords words) {
        return "(" + words.in("lower(c.number)", WORD).sql() + " or "
                + words.in("lower(c.position_title)", WORD).sql() + " or c.number in (:others))";
    }

    private static final String WORD = "word";

    private static final String NAMED_BEFORE = "(c.number in (select number from near) or c.number in (:others))";

    /** Stands for no case where a list must not be empty. */
    private static final List<String> NONE = List.of("");

    private final EntityManager database;

    CaseIndex(EntityManager database) {
        this.database = database;
    }

    /** In which order cases are read; each has its indexes. */
    enum Order {
        NEWEST("number desc"),
        OLDEST("number asc"),
        /** Of the two words, "OPEN" is the last in the alphabet. */
        OPEN_FIRST("status desc, number desc");

        private final String columns;

        Order(String columns) {
            this.columns = columns;
        }
    }

    /** The first of them, newest first whatever the order in which they were read. */
    @SuppressWarnings("unchecked")
    List<HiringCase> first(CaseConditions conditions, Order order, int limit, int skipped) {
        return conditions
                .fill(database.createNativeQuery(
                        "select h.* from hiring_case h where h.number in (select c.number from hiring_case c where "
                                + conditions.text() + " order by " + order.columns
                                + " limit :limit offset :skipped) order by h.number desc",
                        HiringCase.class))
                .setParameter("limit", limit)
                .setParameter("skipped", skipped)
                .getResultList();
    }

    /** Those cases, newest first. */
    List<HiringCase> rows(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : database.createQuery(
                                "select h from HiringCase h where h.number in :numbers order by h.number desc",
                                HiringCase.class)
                        .setParameter("numbers", numbers)
                        .getResultList();
    }

    /** How many there are, and {@code limit} where there are more. In an order, because else they may be counted in the table. */
    long count(CaseConditions conditions, int limit) {
        var query = conditions.fill(database.createNativeQuery(
                "select count(*) from (select 1 from hiring_case c where " + conditions.text()
                        + " order by c.number desc limit :limit) counted",
                Long.class));
        return (Long) query.setParameter("limit", limit).getSingleResult();
    }

    /**
     * The first of those with the words in their number or title. Words without three letters in a row, which no index finds, are looked for
     * in the first cases only.
     *
     * @param words something to look for
     * @param others numbers of cases that are among them whatever their title
     */
    List<CaseFound> about(
            SearchWords words, Collection<String> others, CaseConditions conditions, Order order, int limit) {
        var rest = "(select count(*) from near) < :limit and (select count(*) from nearest) = :through";
        var sql =
                """
                with nearest as (
                  select c.number, c.position_title, c.agency, c.status from hiring_case c
                  where {conditions} order by {order} limit :through),
                near as (select c.* from nearest c where {named} order by {order} limit :limit)
                select number, position_title, agency, status from near where not ({rest})
                union all
                select number, position_title, agency, status from (
                  select c.number, c.position_title, c.agency, c.status from hiring_case c
                  where {conditions} and {found} and {rest} offset 0 rows) far
                order by {order} limit :limit"""
                        .replace("{conditions}", conditions.text())
                        .replace("{found}", words.haveThreeInARow() ? named(words) : NAMED_BEFORE)
                        .replace("{named}", named(words))
                        .replace("{rest}", rest)
                        .replace("{order}", order.columns);
        var query = conditions
                .fill(database.createNativeQuery(sql, Object[].class))
                .setParameter("others", others.isEmpty() ? NONE : others)
                .setParameter("through", LOOKED_THROUGH)
                .setParameter("limit", limit);
        words.in("", WORD).parameters().forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> found = query.getResultList();
        return found.stream().map(CaseIndex::found).toList();
    }

    private static CaseFound found(Object[] row) {
        return new CaseFound(
                new CaseNumber((String) row[0]),
                (String) row[1],
                (String) row[2],
                CaseStatus.OPEN.name().equals(row[3]));
    }
}
