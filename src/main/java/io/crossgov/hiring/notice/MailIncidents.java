package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.OfficeClock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether messages can leave at all: OPM is told while they cannot. It is over by itself once the mail server takes one. */
@Service
@Transactional(readOnly = true)
public class MailIncidents {

    private final DeliveryRecords records;
    private final MailOutages outages;
    private final MailServer mailServer;
    private final OfficeClock office;

    MailIncidents(DeliveryRecords records, MailOutages outages, MailServer mailServer, OfficeClock office) {
        this.records = records;
        this.outages = outages;
        this.mailServer = mailServer;
        this.office = office;
    }

    /**
     * Messages do not leave.
     *
     * @param waiting how many wait
     * @param problem the last one in words
     * @param inWords all of it, for people
     * @param inWordsWithoutCount the same as long as it lasts, however many messages come to wait
     */
    public record Incident(Instant since, long waiting, String problem, String inWords, String inWordsWithoutCount) {}

    /** What OPM staff should know now; empty when messages leave, and for everybody else. */
    public Optional<Incident> shownTo(Actor actor) {
        return actor.isOpmStaff() ? current() : Optional.empty();
    }

    /** Empty when messages leave. */
    Optional<Incident> current() {
        if (mailServer.sender().isPresent()) {
            // While nothing waits nobody can tell, and nobody is kept waiting: what is written next tells.
            return outages.current()
                    .filter(outage -> records.anyToLeave())
                    .map(outage -> incident(outage.since(), outage.problem()));
        }
        return mailServer.handsOver()
                ? Optional.empty()
                : records.waitingSince().map(since -> incident(since, "No mail server is configured."));
    }

    /** Whether this is a demonstration in which nothing is mailed. */
    public boolean nothingIsMailed() {
        return mailServer.handsOver();
    }

    private Incident incident(Instant since, String problem) {
        var waiting = records.waiting();
        var begin = "No message has left since " + office.timeInWords(since) + ". " + problem + " ";
        var then = "; until then nobody\u2019s time to answer counts.";
        return new Incident(
                since,
                waiting,
                problem,
                begin
                        + (waiting == 1
                                ? "1 message waits. It leaves by itself when the mail server takes it"
                                : waiting + " messages wait. They leave by themselves when the mail server takes them")
                        + then,
                begin + "Messages wait in the outbox and leave by themselves when the mail server takes them" + then);
    }
}
