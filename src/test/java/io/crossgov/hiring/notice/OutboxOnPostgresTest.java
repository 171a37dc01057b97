package io.crossgov.hiring.notice;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class OutboxOnPostgresTest extends OutboxTests {

    private static EmbeddedPostgres server;
    private static HikariDataSource database;

    @BeforeAll
    static void a_server_starts() throws Exception {
        server = EmbeddedPostgres.start();
        database = new HikariDataSource();
        database.setDataSource(server.getPostgresDatabase());
        createTable(database, "text");
    }

    @AfterAll
    static void the_server_stops() throws IOException {
        database.close();
        server.close();
    }

    @Override
    DataSource database() {
        return database;
    }
}
