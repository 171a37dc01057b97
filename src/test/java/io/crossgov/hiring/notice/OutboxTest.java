package io.crossgov.hiring.notice;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeAll;

class OutboxTest extends OutboxTests {

    private static final DataSource H2 =
            JdbcConnectionPool.create("jdbc:h2:mem:outbox;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "");

    @BeforeAll
    static void the_table_is_there() throws Exception {
        createTable(H2, "varchar(1000000)");
    }

    @Override
    DataSource database() {
        return H2;
    }
}
