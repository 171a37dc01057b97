package io.crossgov.hiring.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How often a wrong password may be given. Counted for a name and the address it comes from, in the database, so that all nodes agree and
 * nobody is kept out by what a stranger tries elsewhere: the stranger's address is closed, the person's own stays open. A name that is
 * tried from many addresses costs those that never got in all tries but one; an address that tries many names loses those too.
 */
@Component
class SignInLimits {

    /**
     * @param wrong wrong passwords for one name from one address before that address waits
     * @param wrongFromAddress wrong passwords from one address, for whomever, before it waits with names that never got in from there
     * @param wrongForName wrong passwords for one name from wherever, before new addresses have one try
     * @param pause how long one waits after the last wrong password
     */
    @ConfigurationProperties("crossgov.sign-in")
    record Settings(
            @DefaultValue("5") int wrong,
            @DefaultValue("100") int wrongFromAddress,
            @DefaultValue("25") int wrongForName,
            @DefaultValue("15m") Duration pause) {}

    /** Whoever got in from an address within this time is known there. */
    private static final Duration KNOWN = Duration.ofDays(30);

    /** What can be a user name; all else is counted as one name, and never kept: people type passwords into the wrong field. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,62}");

    private static final String NO_NAME = "?";
    private static final String OF_PAIR = " where user_id = ? and address = ?";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Settings settings;

    SignInLimits(JdbcTemplate jdbc, Clock clock, Settings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Counts a try before its password is looked at, so that many at once are not more than one after the other.
     *
     * @return how long to wait, when this try is one too many
     */
    Optional<Duration> reserve(String name, String address) {
        var userId = key(name);
        var now = clock.instant();
        var since = Timestamp.from(now.minus(settings.pause()));
        var limit = settings.wrong();
        if (!isKnown(userId, address, now)) {
            if (wrong("address = ?", address, since) >= settings.wrongFromAddress()) {
                return Optional.of(waitAfterLast("address = ?", address, now));
            }
            if (wrong("user_id = ?", userId, since) >= settings.wrongForName()) {
                limit = 1;
            }
        }
        return counts(userId, address, limit, now, since)
                ? Optional.empty()
                : Optional.of(waitAfterLast("address = ? and user_id = ?", address, now, userId));
    }

    /** The password was right: what was wrong before is forgiven, and the person is known at this address. */
    void right(String name, String address) {
        var now = Timestamp.from(clock.instant());
        jdbc.update(
                "update sign_in_try set wrong = 0, known_at = ?, last_at = ?" + OF_PAIR, now, now, key(name), address);
        jdbc.update(
                "delete from sign_in_try where last_at < ?",
                Timestamp.from(clock.instant().minus(KNOWN)));
    }

    /** Whether the last wrong password used up what this name has from this address. */
    boolean isUsedUp(String name, String address) {
        return jdbc.queryForList("select wrong from sign_in_try" + OF_PAIR, Integer.class, key(name), address).stream()
                .anyMatch(wrong -> wrong >= settings.wrong());
    }

    private boolean counts(String userId, String address, int limit, Instant now, Timestamp since) {
        var at = Timestamp.from(now);
        for (int round = 0; round < 2; round++) {
            // Each a statement and a transaction of its own: of many tries at once, the database lets so many through.
            if (jdbc.update(
                                    "update sign_in_try set wrong = 1, last_at = ?" + OF_PAIR + " and last_at <= ?",
                                    at,
                                    userId,
                                    address,
                                    since)
                            == 1
                    || jdbc.update(
                                    "update sign_in_try set wrong = wrong + 1, last_at = ?" + OF_PAIR
                                            + " and wrong < ?",
                                    at,
                                    userId,
                                    address,
                                    limit)
                            == 1) {
                return true;
            }
            try {
                jdbc.update(
                        "insert into sign_in_try (user_id, address, wrong, last_at) values (?, ?, 1, ?)",
                        userId,
                        address,
                        at);
                return true;
            } catch (DuplicateKeyException thereAlready) {
                // Used up, or another first try was first: the second round tells.
            }
        }
        return false;
    }

    private boolean isKnown(String userId, String address, Instant now) {
        return jdbc.queryForObject(
                        "select count(*) from sign_in_try" + OF_PAIR + " and known_at > ?",
                        Integer.class,
                        userId,
                        address,
                        Timestamp.from(now.minus(KNOWN)))
                > 0;
    }

    private long wrong(String whose, String key, Timestamp since) {
        return jdbc.queryForObject(
                "select coalesce(sum(wrong), 0) from sign_in_try where " + whose + " and last_at > ?",
                Long.class,
                key,
                since);
    }

    private Duration waitAfterLast(String whose, String key, Instant now, String... more) {
        var keys = new Object[1 + more.length];
        keys[0] = key;
        System.arraycopy(more, 0, keys, 1, more.length);
        var last = jdbc.queryForObject("select max(last_at) from sign_in_try where " + whose, Timestamp.class, keys);
        var wait = Duration.between(now, last.toInstant().plus(settings.pause()));
        return wait.compareTo(Duration.ZERO) > 0 ? wait : Duration.ofMinutes(1);
    }

    private static String key(String name) {
        return name != null && NAME.matcher(name).matches() ? name : NO_NAME;
    }
}
