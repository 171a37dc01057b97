package io.crossgov.hiring.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.PostgresTest;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.SamplePools;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a candidates' file costs to read, as PostgreSQL counts it. */
@PostgresTest
class CandidateImportOnPostgresTest {

    private static final String ROWS_READ =
            "select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = 'candidate'";

    private static final String ROWS_READ_BY_INDEX =
            "select idx_tup_fetch from pg_stat_xact_user_tables where relname = 'candidate'";

    @Autowired
    private Pools pools;

    @Autowired
    private CandidateImport candidateImport;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void L8_a_file_costs_a_few_reads_a_row_also_in_a_pool_of_which_the_database_knows_nothing_yet() {
        assertThat(readsOfEachRow(ROWS_READ, pool("CGA-DE-CSV-60"), 6_000)).isLessThan(40);
    }

    @Test
    void the_last_rows_of_a_file_cost_no_more_reads_than_the_first() {
        // What it knows of other pools, and that it knows nothing of this one, must not mislead the database.
        jdbc.execute("analyze candidate");
        var few = readsOfEachRow(ROWS_READ_BY_INDEX, pool("CGA-DE-CSV-61"), 1_000);
        var many = readsOfEachRow(ROWS_READ_BY_INDEX, pool("CGA-DE-CSV-62"), 8_000);

        assertThat(many).isLessThan(few + 2);
    }

    private AnnouncementNumber pool(String announcement) {
        return pools.save(Actor.SYSTEM, SamplePools.crossGovernment(announcement))
                .announcement();
    }

    private double readsOfEachRow(String question, AnnouncementNumber pool, int rows) {
        return new TransactionTemplate(transactions).execute(undone -> {
            undone.setRollbackOnly();
            try {
                candidateImport.take(Actor.SYSTEM, pool, new CandidateImportTest.EndlessRows(rows), progress -> {});
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return jdbc.queryForObject(question, Long.class) / (double) rows;
        });
    }
}
