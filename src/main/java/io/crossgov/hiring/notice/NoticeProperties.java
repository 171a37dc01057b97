package io.crossgov.hiring.notice;

import io.crossgov.hiring.common.EmailAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are written and sent.
 *
 * @param directory holds templates that take the place of ours, file by file; none by default
 * @param from sender address; OPM's CrossGovHiring mailbox by default
 * @param pollEvery how often the outbox is looked through, besides right after each commit
 * @param lease after how long a message that is still being sent counts as left behind by a crash
 * @param attempts how often the mail server may put off one message before a person has to look at it
 * @param firstRetryAfter wait after the first failure; each further wait is twice as long, at most an hour
 * @param withoutMailServer what becomes of messages where no mail server is configured
 */
@ConfigurationProperties("crossgov.notices")
record NoticeProperties(
        Path directory,
        String from,
        @DefaultValue("30s") Duration pollEvery,
        @DefaultValue("10m") Duration lease,
        @DefaultValue("12") int attempts,
        @DefaultValue("1m") Duration firstRetryAfter,
        @DefaultValue("keep") WithoutMailServer withoutMailServer) {

    /** What becomes of messages where no mail server is configured. */
    enum WithoutMailServer {
        /** They wait in the outbox, and nobody's time to answer counts. */
        KEEP,
        /** For a demonstration: what is written counts as handed over, and every page says that it was not mailed. */
        HAND_OVER
    }

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    NoticeProperties {
        // An empty setting is how a container's environment says "none".
        directory = directory == null || directory.toString().isBlank() ? null : directory;
        from = from == null || from.isBlank() ? null : EmailAddress.configured("crossgov.notices.from", from);
    }

    /** Wait after so many failed attempts. */
    Duration waitAfter(int failures) {
        var wait = firstRetryAfter.multipliedBy(1L << Math.min(failures - 1, 16));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
