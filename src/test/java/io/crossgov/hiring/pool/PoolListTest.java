package io.crossgov.hiring.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.SearchWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** However many pools there are, people see those that are open first, a page at a time, and find the others by words. */
@OnBothDatabases
class PoolListTest {

    private static final SearchWords ALL = new SearchWords("");

    @Autowired
    private PoolList list;

    @Autowired
    private Pools pools;

    @Autowired
    private OfficeClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    /** Only of this test, and part of the announcement of each of its pools. */
    private String mark;

    @BeforeEach
    void pools_of_its_own() {
        mark = "PL" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        pool("A", "Archivist", clock.today().minusDays(10));
        pool("B", "Nurse", clock.today().minusYears(2));
        pool("C", "Economist", clock.today().minusDays(40));
        pool("D", "Actuary", clock.today().plusDays(5));
        pool("E", "Geologist", clock.today().minusYears(3));
    }

    @Test
    void those_that_are_open_come_before_those_that_are_over_and_the_last_to_end_is_the_first() {
        assertThat(named(list.find(new SearchWords(mark), 10))).containsExactly("D", "A", "C", "B", "E");
        assertThat(named(list.find(new SearchWords(mark), 2))).containsExactly("D", "A");
        assertThat(named(list.next(new SearchWords(mark), true, null, 10))).containsExactly("A", "C");
        assertThat(named(list.next(new SearchWords(mark), true, number("A"), 10)))
                .containsExactly("C");
    }

    @Test
    void a_pool_is_chosen_by_title_while_it_is_open() {
        assertThat(named(list.openToday(new SearchWords(mark), 10))).containsExactly("A", "C");
        var before = list.howManyAreOpen().number();
        pool("F", "Aardvark Keeper", clock.today().minusDays(200));
        assertThat(named(list.openToday(new SearchWords(mark), 10))).containsExactly("A", "C", "F");
        assertThat(list.howManyAreOpen().number()).isEqualTo(before + 1);
        assertThat(list.openToday(ALL, 1_000))
                .extracting(pool -> pool.title().toLowerCase(Locale.ROOT))
                .isSorted()
                .contains("aardvark keeper")
                .doesNotContain("geologist");
    }

    @Test
    void what_people_read_of_a_pool_finds_it_however_it_is_written() {
        for (var words : List.of(
                "archivist, gs-0301-13 (" + mark,
                "ARCHIV 0301 " + mark,
                "archivist gs\u20130301\u201313 " + mark,
                mark + " gs-0301-13 archivist",
                "GS-13 Archivist " + mark,
                "archivist " + mark + " gs\u201313",
                mark.toLowerCase(Locale.ROOT) + "-a")) {
            assertThat(named(list.find(new SearchWords(words), 10))).as(words).containsExactly("A");
        }
        assertThat(list.find(new SearchWords("archivist gs-0301-14 " + mark), 10))
                .isEmpty();
        assertThat(list.find(new SearchWords("archivist gs-14 " + mark), 10)).isEmpty();
        assertThat(list.find(new SearchWords("archivist conductor " + mark), 10))
                .isEmpty();
        assertThat(list.find(new SearchWords("%" + mark), 10)).isEmpty();
    }

    @Test
    void pages_forwards_and_backwards_show_every_pool_once() {
        var forwards = new ArrayList<TalentPool>();
        var page = list.of(wanted(0, null, null));
        assertThat(page.earlier()).isFalse();
        var last = page;
        for (forwards.addAll(page.pools()); page.later(); forwards.addAll(page.pools())) {
            page = list.of(wanted(page.page() + 1, null, lastOf(page.pools())));
            last = page;
        }
        assertThat(announcements(forwards))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.queryForList("select announcement from talent_pool", String.class));
        assertThat(forwards).extracting(pool -> pool.window().lastDay()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(page.howMany().number()).isEqualTo(forwards.size());

        var backwards = new ArrayList<>(last.pools());
        for (page = last; page.earlier(); backwards.addAll(0, page.pools())) {
            page = list.of(wanted(1, page.pools().get(0).announcement(), null));
        }
        assertThat(announcements(backwards)).isEqualTo(announcements(forwards));
        assertThat(announcements(list.of(wanted(1, null, null)).pools()))
                .as("by its number")
                .isEqualTo(announcements(forwards).subList(3, Math.min(6, forwards.size())));
        assertThat(list.of(wanted(Integer.MAX_VALUE, null, null)).pools()).isEmpty();
    }

    @Test
    void D1_the_day_by_which_a_pool_is_found_is_its_last_one_also_when_OPM_moves_it() {
        pools.save(
                Actor.SYSTEM,
                SamplePools.crossGovernment(
                        mark + "-T",
                        "issuedOn",
                        clock.today().minusDays(9).toString(),
                        "openUntil",
                        clock.today().minusDays(1).toString()));
        assertThat(named(list.find(new SearchWords(mark), 10))).containsExactly("D", "A", "C", "T", "B", "E");
        pools.extend(Actor.SYSTEM, number("T"), clock.today().plusDays(30), "Many vacancies");
        pools.save(
                Actor.SYSTEM,
                SamplePools.shared(
                        mark + "-S",
                        "VA",
                        "issuedOn",
                        clock.today().minusDays(3).toString()));

        jdbc.query("select announcement, last_day from talent_pool where announcement like '" + mark + "%'", row -> {
            var pool = pools.byAnnouncement(new AnnouncementNumber(row.getString(1)));
            assertThat(row.getObject(2, LocalDate.class))
                    .as(row.getString(1))
                    .isEqualTo(pool.window().lastDay());
        });
    }

    @Test
    void pools_of_earlier_versions_are_found_by_the_same() throws Exception {
        var saved = foundBy();
        jdbc.update(
                "update talent_pool set last_day = issued_on, in_one_line = '' where announcement like ?", mark + "%");
        assertThat(foundBy()).doesNotContainAnyElementsOf(saved);

        try (var connection = jdbc.getDataSource().getConnection()) {
            new FindingOldPools()
                    .execute(DatabaseFactory.getInstance()
                            .findCorrectDatabaseImplementation(new JdbcConnection(connection)));
            connection.commit();
        }

        assertThat(foundBy()).isEqualTo(saved).hasSize(5);
    }

    private List<Map<String, Object>> foundBy() {
        return jdbc.queryForList(
                "select announcement, last_day, in_one_line from talent_pool where announcement like ? order by 1",
                mark + "%");
    }

    private static PoolList.Wanted wanted(int page, AnnouncementNumber before, AnnouncementNumber after) {
        return new PoolList.Wanted(ALL, page, 3, before, after);
    }

    private void pool(String name, String title, LocalDate issuedOn) {
        pools.save(
                Actor.SYSTEM,
                SamplePools.crossGovernment(number(name).value(), "title", title, "issuedOn", issuedOn.toString()));
    }

    private AnnouncementNumber number(String name) {
        return new AnnouncementNumber(mark + "-" + name);
    }

    private static AnnouncementNumber lastOf(List<TalentPool> shown) {
        return shown.get(shown.size() - 1).announcement();
    }

    private static List<String> announcements(List<TalentPool> shown) {
        return shown.stream().map(pool -> pool.announcement().value()).toList();
    }

    /** What the pools of this test are called here. */
    private List<String> named(List<TalentPool> found) {
        return announcements(found).stream()
                .map(number -> number.substring(mark.length() + 1))
                .toList();
    }
}
