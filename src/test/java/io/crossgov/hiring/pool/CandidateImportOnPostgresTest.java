package io.crossgov.hiring.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.PostgresTest;
import io.crossgov.hiring.access.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
class CandidateImportOnPostgresTest extends CandidateImportScenarios {

    private static final String ROWS_READ =
            "select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = 'candidate'";

    @Autowired
    private CandidateImport candidateImport;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void L8_a_file_costs_a_few_reads_a_row_also_in_a_pool_of_which_the_database_knows_nothing_yet() {
        var rows = 6_000;
        var pool = pool("CGA-DE-CSV-60");

        var read = new TransactionTemplate(transactions).execute(undone -> {
            undone.setRollbackOnly();
            try {
                candidateImport.take(Actor.SYSTEM, pool, new EndlessRows(rows), progress -> {});
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return jdbc.queryForObject(ROWS_READ, Long.class);
        });

        assertThat(read).isLessThan(40L * rows);
    }
}
