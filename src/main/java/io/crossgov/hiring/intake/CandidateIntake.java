package io.crossgov.hiring.intake;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.PageFaults;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.pool.Pools;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Candidate files that OPM staff send from a pool's page: kept, read by {@link IntakeWork}, and where it has to be decided first who is the
 * same person, read again after that without being sent again. Everybody of OPM's staff sees and goes on with each.
 */
@Service
class CandidateIntake {

    private static final int LATEST = 10;
    private static final int LONGEST_NAME = 200;
    private static final Duration KEPT = Duration.ofDays(7);

    private final Pools pools;
    private final IntakeRows rows;
    private final IntakeWork work;
    private final CandidateDoubles doubles;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CandidateIntake(
            Pools pools,
            IntakeRows rows,
            IntakeWork work,
            CandidateDoubles doubles,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.pools = pools;
        this.rows = rows;
        this.work = work;
        this.doubles = doubles;
        this.transaction = new TransactionTemplate(transactions);
        // What is kept is there before anybody begins to read it.
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Keeps a file and begins to read it; sent twice with one id, it is read once. Another file with the id of one before, as from a page that
     * the browser kept, is not mistaken for that one.
     *
     * @param id that the page gave to what it sends
     * @param fileName as the browser tells it; for people to know the file by
     * @throws Refusal 403 unless {@code actor} is OPM staff, 404 for an unknown pool, 400 without a file
     */
    void begin(Actor actor, AnnouncementNumber announcement, UUID id, String fileName, byte[] content) {
        Pools.mustBeOpm(actor);
        var pool = pools.byAnnouncement(announcement).announcement();
        if (content.length == 0) {
            throw Refusal.invalid(
                    "file",
                    PlainText.isEmpty(fileName)
                            ? "Choose the file with the candidates."
                            : "The file is empty. Choose the file with the candidates.");
        }
        var now = clock.instant();
        try {
            transaction.executeWithoutResult(status -> {
                rows.forget(
                        now.minus(KEPT),
                        Intake.Report.of("Nobody came back to this file for a week; it is not kept. Send it again."));
                rows.insert(id, pool, named(fileName), content, actor, now);
            });
        } catch (DuplicateKeyException sentTwice) {
            var before = byId(actor, pool, id);
            if (!before.fileName().equals(named(fileName)) || before.size() != content.length) {
                throw Refusal.invalid(
                        "file",
                        "Another file was sent from this page already. Press Import the file again to send this one.");
            }
            return;
        }
        work.begin(id, actor);
    }

    private static String named(String fileName) {
        var name = PlainText.of(fileName == null ? "" : fileName).replaceAll(".*[/\\\\]", "");
        return name.isEmpty()
                ? "candidates.csv"
                : name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** @throws Refusal 403 unless {@code actor} is OPM staff, 404 when the pool has no such import */
    Intake byId(Actor actor, AnnouncementNumber announcement, UUID id) {
        Pools.mustBeOpm(actor);
        tellLost();
        return rows.byId(id)
                .filter(intake -> intake.announcement().equals(announcement))
                .orElseThrow(() -> Refusal.unknown("There is no such import."));
    }

    /** The pool's latest imports, newest first. @throws Refusal 403 unless {@code actor} is OPM staff */
    List<Intake> latest(Actor actor, AnnouncementNumber announcement) {
        Pools.mustBeOpm(actor);
        tellLost();
        return rows.latest(announcement, LATEST);
    }

    private void tellLost() {
        transaction.executeWithoutResult(status -> rows.interruptLost(
                clock.instant().minus(IntakeWork.SILENCE),
                Intake.Report.of(
                        "The server stopped while it read the file. No candidate was taken; the file is kept.")));
    }

    /**
     * Keeps what was decided about the likely doubles of an import, and reads its file again.
     *
     * @param answers true for one person, false for two, by {@link #nameOf name} of the pair; each pair the report tells of needs one
     * @throws Refusal 403 unless {@code actor} is OPM staff, 404 when the pool has no such import, 400 naming each pair without an answer,
     *     409 when the file is not kept, or by L8
     */
    void decide(Actor actor, AnnouncementNumber announcement, UUID id, Map<String, String> answers) {
        var intake = byId(actor, announcement, id);
        if (!intake.isUndecided()) {
            return;
        }
        PageFaults.mustBeFieldsOf(
                intake.report().doubles().stream().map(CandidateIntake::nameOf).toList(), answers.keySet());
        var faults = new Faults();
        var decided = new ArrayList<DoubleDecision>();
        for (var pair : intake.report().doubles()) {
            var answer = answers.get(nameOf(pair));
            if (!"true".equals(answer) && !"false".equals(answer)) {
                faults.add(
                        nameOf(pair),
                        "Say whether " + pair.applicantNumber() + " and " + pair.otherApplicantNumber()
                                + " are one person or two.");
            } else {
                decided.add(new DoubleDecision(
                        pair.applicantNumber(), pair.otherApplicantNumber(), Boolean.valueOf(answer)));
            }
        }
        faults.refuse();
        doubles.decide(actor, announcement, decided);
        again(actor, announcement, id);
    }

    /** What a pair is called where it is asked about. */
    static String nameOf(LikelyDouble pair) {
        return "pair/" + pair.applicantNumber() + "/" + pair.otherApplicantNumber();
    }

    /**
     * Reads the file of an import again that waits for somebody; does nothing to one that runs or is done.
     *
     * @throws Refusal 403 unless {@code actor} is OPM staff, 404 when the pool has no such import, 409 when the file is not kept
     */
    void again(Actor actor, AnnouncementNumber announcement, UUID id) {
        var intake = byId(actor, announcement, id);
        if (!intake.isRunning() && !intake.isTaken() && !intake.isFileKept()) {
            throw Refusal.conflict("This file is not kept any more. Send it again.");
        }
        if (Boolean.TRUE.equals(transaction.execute(status -> rows.again(id, clock.instant())))) {
            work.begin(id, actor);
        }
    }
}
