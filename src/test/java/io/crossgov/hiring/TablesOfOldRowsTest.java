package io.crossgov.hiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossgov.hiring.workflow.history.KeptHistory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that were there before the tables agreed stay as they were, and are held to it from then on. */
@Tag("both-databases")
class TablesOfOldRowsTest {

    private static final String FIRST_OF_THEM = "across-types";
    private static final String FIRST_OF_THE_ENGINES = "engine-history-as-read";

    private static final String POOL =
            "('CGA-1', 'Strategist', '0301', 'GS-13', '{}', 'GS-13', 'PERMANENT', '[]', 'DELEGATED_EXAMINING', 'CATEGORY',"
                    + " 'CGA', 'OPM', date '2026-01-05', date '2027-01-04', 'strategist, gs-0301-13 (cga-1)', true, true, '[]', '[]', 3)";
    private static final String ONE = "'11111111-1111-1111-1111-111111111111'";
    private static final String TWO = "'22222222-2222-2222-2222-222222222222'";
    private static final String THREE = "'33333333-3333-3333-3333-333333333333'";
    private static final String NOW = "timestamp with time zone '2026-03-02 10:00:00+00'";

    private static final List<String> ROWS = List.of(
            "agency (code, name, days_to_answer_offer, version) values ('OPM', 'Office', 5, 0), ('GSA', 'Services', 5, 2)",
            "person (id, name, email, agency, version) values ('gsa-hr', 'Dana', 'dana@gsa.example', 'GSA', 1)",
            "person_role (person_id, role) values ('gsa-hr', 'HR_SPECIALIST')",
            "talent_pool (announcement, title, series, grade, equivalent_grades, full_performance_level, appointment_type,"
                    + " duty_locations, hiring_authority, ranking_method, pool_type, issuing_agency, issued_on, last_day, in_one_line, sharing_notice,"
                    + " ictap_cleared, priority_agencies, general_competencies, version) values " + POOL,
            "candidate (id, announcement, applicant_number, name, email, preference, priority_status, opted_in, availability,"
                    + " version, number_key, email_key, name_key, person_key) values (" + ONE
                    + ", 'CGA-1', 'A-1', 'Robin',"
                    + " 'robin@mail.example', 'TP', 'NONE', true, 'COMMITTED', 4, 'a-1', 'robin@mail.example', 'robin', 'robin')",
            "candidate_location (candidate_id, location) values (" + ONE + ", 'Denver, CO')",
            "document (id, version, case_number, agency, purpose, file_name, media_type, size_bytes, sha256, stored_at,"
                    + " stored_by, stored_by_name) values (" + TWO
                    + ", 0, 'XGH-2026-000001', 'GSA', 'SF-52', 'sf52.pdf',"
                    + " 'application/pdf', 10, 'x', " + NOW + ", 'gsa-hr', 'Dana')",
            "hiring_case (number, version, agency, announcement, position_title, opened_by, opened_by_name, opened_at, status,"
                    + " appointment_type, pd_source, pd_cover_sheet) values ('XGH-2026-000001', 7, 'GSA', 'CGA-1',"
                    + " 'Strategist', 'gsa-hr', 'Dana', " + NOW + ", 'OPEN', 'TEMPORARY', 'EXISTING', " + TWO + ")",
            "selection (id, version, case_number, agency, announcement, candidate_id, state, elected_by, elected_at, elected_on,"
                    + " duty_location, sf52_document_id) values (" + THREE + ", 5, 'XGH-2026-000001', 'GSA', 'CGA-1', "
                    + ONE
                    + ", 'TENTATIVE_OFFERED', 'gsa-hr', " + NOW + ", date '2026-03-02', 'Denver, CO', " + TWO + ")",
            "candidate_commitment (candidate_id, selection_id, agency, committed_at, person_key) values (" + ONE + ", "
                    + THREE + ", 'GSA', " + NOW + ", 'robin')",
            "offer (selection_id, version, case_number, outcome, tentative_made_on, tentative_due_on) values (" + THREE
                    + ", 6, 'XGH-2026-000001', 'TENTATIVE_OFFERED', date '2026-03-02', date '2026-03-09')",
            "withdrawal_document (selection_id, place, document_id) values (" + THREE + ", 0, " + TWO + ")");

    /** What the engine wrote while it kept its full history. */
    private static final List<String> OF_THE_ENGINE = List.of(
            "ACT_HI_ACTINST (ID_, PROC_DEF_ID_, PROC_INST_ID_, EXECUTION_ID_, ACT_ID_, ACT_TYPE_, START_TIME_) values"
                    + " ('a', 'd', 'p', 'e', 'pool-matched', 'exclusiveGateway', timestamp '2026-03-02 10:00:00')",
            "ACT_HI_DETAIL (ID_, TYPE_, PROC_INST_ID_, NAME_, TIME_) values"
                    + " ('v', 'VariableUpdate', 'p', 'poolMatched', timestamp '2026-03-02 10:00:00')",
            "ACT_HI_IDENTITYLINK (ID_, TIMESTAMP_, TYPE_, GROUP_ID_, TASK_ID_) values"
                    + " ('i', timestamp '2026-03-02 10:00:00', 'candidate', 'hr-specialist', 't')",
            "ACT_HI_OP_LOG (ID_, PROC_INST_ID_, TASK_ID_, USER_ID_, TIMESTAMP_, OPERATION_TYPE_) values"
                    + " ('o', 'p', 't', 'gsa-hr', timestamp '2026-03-02 10:00:00', 'Complete')");

    private static EmbeddedPostgres server;
    private static Connection connection;
    private static List<String> before;

    @BeforeAll
    static void a_database_of_an_earlier_version_is_brought_up_to_date() throws Exception {
        switch (TestDatabase.ofThisRun()) {
            case H2 -> connection = DriverManager.getConnection("jdbc:h2:mem:old-tables");
            case POSTGRESQL -> {
                server = EmbeddedPostgres.start();
                connection = server.getPostgresDatabase().getConnection();
            }
        }
        var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        var liquibase = new Liquibase("db/changelog/changelog.yaml", new ClassLoaderResourceAccessor(), database);
        var ids = liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                .map(ChangeSet::getId)
                .toList();
        var ofTheEngine = ids.indexOf(FIRST_OF_THE_ENGINES);
        liquibase.update(ofTheEngine, "");
        execute("insert into ACT_GE_PROPERTY (NAME_, VALUE_, REV_) values ('historyLevel', '3', 1)");
        execute(
                "insert into ACT_RU_JOB (ID_, REV_, TYPE_, HANDLER_TYPE_) values ('j', 1, 'ever-living', 'history-cleanup')");
        for (var row : OF_THE_ENGINE) {
            execute("insert into " + row);
        }
        execute(
                "insert into ACT_RU_AUTHORIZATION (ID_, REV_, TYPE_, GROUP_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_) values"
                        + " ('of a task', 1, 1, 'hr-specialist', 7, 't', 2), ('of all tasks', 1, 1, 'opm-cross-gov', 7, '*', 2),"
                        + " ('of a model', 1, 1, 'hr-specialist', 6, 't', 2)");
        connection.commit();
        liquibase.update(ids.indexOf(FIRST_OF_THEM) - ofTheEngine, "");
        for (var row : ROWS) {
            execute("insert into " + row);
        }
        connection.commit();
        before = rows();
        liquibase.update("");
    }

    @AfterAll
    static void the_database_goes_again() throws SQLException, IOException {
        connection.close();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void every_row_is_as_it_was() throws SQLException {
        assertThat(rows()).isEqualTo(before).hasSizeGreaterThan(ROWS.size());
    }

    @Test
    void the_engine_goes_on_with_the_history_it_keeps_now_and_what_it_kept_before_stays() throws SQLException {
        assertThat(values("select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'historyLevel'"))
                .containsExactly(String.valueOf(new KeptHistory().getId()));
        assertThat(values("select ID_ from ACT_RU_JOB")).isEmpty();
        for (var row : OF_THE_ENGINE) {
            assertThat(values("select count(*) from " + row.replaceFirst(" .*", "")))
                    .containsExactly("1");
        }
    }

    @Test
    void rights_that_were_kept_with_each_task_go_and_no_other() throws SQLException {
        assertThat(values("select ID_ from ACT_RU_AUTHORIZATION order by ID_"))
                .containsExactly("of a model", "of all tasks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update hiring_case set agency = 'NOBODY'",
                "update hiring_case set pd_cover_sheet = " + ONE,
                "update offer set case_number = 'XGH-2026-000002'",
                "update offer set outcome = 'FORGOTTEN'",
                "update talent_pool set pool_type = 'THIRD'",
                "update person_role set role = 'GUEST'",
                "delete from document"
            })
    void what_the_tables_forbid_is_refused_for_an_old_row_too(String change) throws SQLException {
        assertThatThrownBy(() -> execute(change)).isInstanceOf(SQLException.class);
        connection.rollback();
    }

    private static void execute(String statement) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static List<String> values(String question) throws SQLException {
        var values = new ArrayList<String>();
        try (var sql = connection.createStatement();
                var found = sql.executeQuery(question)) {
            while (found.next()) {
                values.add(found.getString(1));
            }
        }
        return values;
    }

    /** What stands in the tables, row by row. */
    private static List<String> rows() throws SQLException {
        var rows = new ArrayList<String>();
        for (var table : ROWS.stream().map(row -> row.replaceFirst(" .*", "")).toList()) {
            try (var sql = connection.createStatement();
                    var found = sql.executeQuery("select * from " + table + " order by 1")) {
                while (found.next()) {
                    var row = new StringBuilder(table);
                    for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                        row.append(" | ").append(found.getString(column));
                    }
                    rows.add(row.toString());
                }
            }
        }
        return rows;
    }
}
