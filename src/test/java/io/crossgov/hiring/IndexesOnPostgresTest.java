package io.crossgov.hiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
                    act_idx_hi_pro_inst_end     | select id_ from act_hi_procinst where super_process_instance_id_ is null and end_time_ < now() order by end_time_ limit 50
                    act_idx_hi_pro_inst_root_pi | select id_ from act_hi_procinst where root_proc_inst_id_ in ('a', 'b')
                    act_idx_hi_pro_i_buskey     | select * from act_hi_procinst where business_key_ = 'XGH-2026-000001'
                    act_idx_hi_taskinst_procinst | delete from act_hi_taskinst where proc_inst_id_ in ('a', 'b')
                    act_idx_hi_procvar_proc_inst | select * from act_hi_varinst where proc_inst_id_ = 'a' and name_ = 'selectionId'
                    act_idx_hi_act_inst_procinst | delete from act_hi_actinst where proc_inst_id_ in ('a', 'b')
                    act_idx_hi_detail_proc_inst  | delete from act_hi_detail where proc_inst_id_ in ('a', 'b')
                    act_idx_hi_ident_link_task   | delete from act_hi_identitylink where task_id_ in ('a', 'b')
                    act_idx_hi_job_log_procinst  | delete from act_hi_job_log where process_instance_id_ in ('a', 'b')
                    act_idx_hi_op_log_task       | select * from act_hi_op_log where task_id_ = 'a'
                    xg_idx_hi_procinst_running  | select proc_inst_id_ from act_hi_procinst where end_time_ is null order by start_time_ desc, proc_inst_id_ desc limit 50
                    xg_idx_exe_process    | select count(*) from act_ru_execution where proc_def_id_ = 'a' and parent_id_ is null
                    ix_talent_pool_last_day | select announcement from talent_pool where (last_day, announcement) < (date '2026-03-02', 'C') and in_one_line like '%nurse%' order by last_day desc, announcement desc limit 26
                    ix_selection_open     | select case_number from selection where agency = 'VA' and ended_at is null order by case_number desc limit 50
                    ix_pass_over_open     | select case_number from pass_over where agency = 'VA' and open_candidate_id is not null order by case_number desc limit 50
                    ix_document_content   | select id from document where sha256 in ('a', 'b')
                    ix_taken_back_paper_content      | select why from taken_back_paper where sha256 = 'a'
                    ix_selection_alternate_candidate | select selection_id from selection_alternate where candidate_id = '00000000-0000-0000-0000-000000000000'
                    pk_own_paper          | select candidate_id from own_paper where agency = 'VA' and sha256 = 'a'
                    ix_document_pool      | select id, version from document where announcement = 'CGA-1' order by id
                    ix_notice_type        | select id from notice where type = 'M5' and written_at < now() order by written_at desc, id desc limit 50
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

    /** Each row of a finished case is paid for in every index of its table. */
    @Test
    void what_the_engine_writes_in_every_case_is_in_no_index_that_nobody_asks_by() {
        assertThat(jdbc.queryForList(
                        "select indexname from pg_indexes"
                                + " where tablename in ('act_hi_procinst', 'act_hi_taskinst', 'act_hi_varinst')",
                        String.class))
                .containsExactlyInAnyOrder(
                        "act_hi_procinst_pkey",
                        "act_hi_procinst_proc_inst_id__key",
                        "act_idx_hi_pro_inst_end",
                        "act_idx_hi_pro_inst_root_pi",
                        "act_idx_hi_pro_i_buskey",
                        "xg_idx_hi_procinst_running",
                        "act_hi_taskinst_pkey",
                        "act_idx_hi_taskinst_procinst",
                        "act_hi_varinst_pkey",
                        "act_idx_hi_procvar_proc_inst");
    }
}
