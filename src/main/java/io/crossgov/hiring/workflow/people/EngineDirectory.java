package io.crossgov.hiring.workflow.people;

import io.crossgov.hiring.access.Account;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Directory;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** The engine's users as people: groups are roles, the tenant is the agency. */
@Component
class EngineDirectory implements Directory {

    /** Each request begins with this question, so it is one: the engine's own queries would be four. */
    private static final String ACCOUNT =
            """
            select trim(concat(U.FIRST_, ' ', U.LAST_)) as NAME, U.EMAIL_, U.PWD_,
              (select array_agg(M.GROUP_ID_ order by M.GROUP_ID_)
                from ACT_ID_MEMBERSHIP M where M.USER_ID_ = U.ID_) as GROUP_IDS,
              (select array_agg(T.TENANT_ID_ order by T.TENANT_ID_)
                from ACT_ID_TENANT_MEMBER T where T.USER_ID_ = U.ID_) as TENANT_IDS
            from ACT_ID_USER U where U.ID_ = ?
            """;

    private final JdbcOperations jdbc;
    private final EngineAccess engine;
    private final EnginePasswords passwords;

    EngineDirectory(JdbcOperations jdbc, EngineAccess engine, EnginePasswords passwords) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.passwords = passwords;
    }

    @Override
    public Optional<Account> account(String userId) {
        return jdbc
                .query(
                        ACCOUNT,
                        (row, number) -> account(
                                userId,
                                row.getString("NAME"),
                                row.getString("EMAIL_"),
                                row.getString("PWD_"),
                                texts(row.getArray("GROUP_IDS")),
                                texts(row.getArray("TENANT_IDS"))),
                        userId)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Account> account(
            String userId, String name, String email, String password, List<String> groups, List<String> tenants) {
        var roles =
                groups.stream().flatMap(group -> Role.ofGroup(group).stream()).collect(Collectors.toSet());
        // OPM staff are members of every tenant so that they see every case; they work for OPM all the same.
        var opm = roles.stream().anyMatch(Role::isOpm);
        if (roles.isEmpty() || !opm && tenants.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(EnginePasswords.account(
                new Actor(userId, name, email, opm ? Actor.OPM : tenants.get(0), roles),
                Set.copyOf(tenants),
                password));
    }

    /** Of an aggregate over no row there is no array. */
    private static List<String> texts(Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((Object[]) array.getArray())
                        .map(String::valueOf)
                        .toList();
    }

    @Override
    public Attempt tryPassword(String userId, String password) {
        return engine.asItself(() -> passwords.opens(userId, password) ? Attempt.RIGHT : Attempt.WRONG);
    }

    @Override
    public void mustBeGood(String userId, String password, String field) {
        engine.asItself(() -> {
            passwords.mustBeGood(userId, password, field);
            return null;
        });
    }

    @Override
    public void setPassword(String userId, String password, boolean oneTime, String field) {
        engine.asItself(() -> {
            passwords.set(userId, password, oneTime, field);
            return null;
        });
    }
}
