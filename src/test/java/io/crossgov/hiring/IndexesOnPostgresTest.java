package io.crossgov.hiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is asked all the time, or of tables that only grow, has an index to be found by. */
@PostgresTest
class IndexesOnPostgresTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    xg_idx_job_duedate    | select * from act_ru_job where retries_ > 0 and duedate_ <= now() order by duedate_ limit 3
                    xg_idx_job_locked     | select process_instance_id_ from act_ru_job where exclusive_ and lock_owner_ is not null and lock_exp_time_ >= now()
                    xg_idx_task_parent    | select * from act_ru_task where parent_task_id_ = 'a-task'
                    ix_notice_type        | select count(*) from notice where type = 'M5'
                    ix_notice_left_untold | select * from notice where left_untold_at is not null order by left_untold_at, id limit 100
                    """)
    void a_table_is_not_read_as_a_whole(String index, String question) {
        var plan = new TransactionTemplate(transactions).execute(work -> {
            // Tables are next to empty here, where reading them as a whole costs least.
            jdbc.execute("set local enable_seqscan = off");
            return String.join("\n", jdbc.queryForList("explain " + question, String.class));
        });

        assertThat(plan).contains(index);
    }
}
