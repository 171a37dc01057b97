package io.crossgov.hiring.pool;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the candidates of a pool from a CSV file (its columns: {@link CandidateFile}), either all or none. Candidates are known by
 * their applicant number: a known one is brought to what the file says, an unknown one is added, one the file leaves out stays; the
 * same file again changes nothing. Availability is never touched. Rows pass through in batches; of those read, only the applicant
 * numbers stay in memory.
 */
@Service
public class CandidateImport {

    /** Faults told one by one; more are only counted. */
    static final int FAULTS_TOLD = 100;

    private static final int BATCH = 500;

    private final PoolTable pools;
    private final CandidateRows candidates;
    private final DecisionLog decisions;

    CandidateImport(PoolTable pools, CandidateRows candidates, DecisionLog decisions) {
        this.pools = pools;
        this.candidates = candidates;
        this.decisions = decisions;
    }

    /**
     * Takes a file.
     *
     * @param content read to its end; the caller closes it
     * @param progress told after each batch of rows, before anything is final
     * @return what was taken
     * @throws FaultyCandidateFile when something is wrong with the file; nothing is taken
     * @throws Refusal 403 unless {@code actor} is OPM staff, 404 for an unknown pool
     * @throws IOException when the connection breaks; nothing is taken
     */
    @Transactional(rollbackFor = IOException.class)
    public ImportProgress take(
            Actor actor, AnnouncementNumber announcement, InputStream content, Consumer<ImportProgress> progress)
            throws IOException {
        Pools.mustBeOpm(actor);
        // One import of a pool at a time; the other waits.
        var pool = pools.lock(announcement.value()).orElseThrow(() -> Pools.unknown(announcement.value()));
        var digest = sha256();
        var run = new Run(actor, announcement, candidates.any(announcement), progress);
        new CandidateFile(pool.dutyLocations(), pool.rankingMethod())
                .read(new DigestInputStream(content, digest), run::row, run::fault);
        run.finish();
        var taken = run.progress();
        if (taken.inserted() + taken.updated() > 0) {
            decisions.record(new DecisionLog.Entry(
                    announcement.value(),
                    actor,
                    "import-candidates",
                    "Candidates imported: " + taken.inserted() + " added, " + taken.updated() + " changed, "
                            + taken.unchanged() + " unchanged.",
                    null,
                    Map.of("counts", taken, "sha256", HexFormat.of().formatHex(digest.digest()))));
        }
        return taken;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One file on its way in. */
    private final class Run {

        private final Actor actor;
        private final AnnouncementNumber announcement;
        private final boolean someKnown;
        private final Consumer<ImportProgress> listener;
        private final List<CandidateRow> batch = new ArrayList<>(BATCH);
        private final List<ImportFault> faults = new ArrayList<>();
        private long good;
        private long badRows;
        private long lastBadLine;
        private long faulty;
        private long inserted;
        private long updated;
        private long unchanged;

        Run(Actor actor, AnnouncementNumber announcement, boolean someKnown, Consumer<ImportProgress> listener) {
            this.actor = actor;
            this.announcement = announcement;
            this.someKnown = someKnown;
            this.listener = listener;
        }

        void row(CandidateRow row) {
            good++;
            // After the first fault the file is only checked to its end.
            if (faulty == 0) {
                batch.add(row);
                if (batch.size() == BATCH) {
                    store();
                }
            }
            tell();
        }

        void fault(ImportFault fault) {
            faulty++;
            if (fault.line() > 1 && fault.line() != lastBadLine) {
                lastBadLine = fault.line();
                badRows++;
                tell();
            }
            if (faults.size() < FAULTS_TOLD) {
                faults.add(fault);
            }
        }

        void finish() {
            if (faulty > 0) {
                throw new FaultyCandidateFile(progress(), faults);
            }
            if (!batch.isEmpty()) {
                store();
            }
        }

        ImportProgress progress() {
            return new ImportProgress(good + badRows, inserted, updated, unchanged, faulty);
        }

        private void tell() {
            if ((good + badRows) % (2 * BATCH) == 0) {
                listener.accept(progress());
            }
        }

        private void store() {
            var known = someKnown ? candidates.known(announcement, batch) : Map.<String, CandidateRows.Known>of();
            var added = new ArrayList<CandidateRow>();
            var changed = new LinkedHashMap<CandidateRows.Known, CandidateRow>();
            for (var row : batch) {
                var before = known.get(row.applicantNumber());
                if (before == null) {
                    added.add(row);
                } else if (before.isAs(row)) {
                    unchanged++;
                } else {
                    changed.put(before, row);
                }
            }
            try {
                candidates.insert(announcement, added);
                candidates.update(changed);
            } catch (DataIntegrityViolationException failure) {
                throw LostRace.orFailure(
                        failure,
                        Refusal.conflict(
                                "Somebody changed the candidates of this pool at the same moment. Send the file again."));
            }
            inserted += added.size();
            updated += changed.size();
            record(changed);
            batch.clear();
        }

        /** Ratings and the like decide who is hired: what they were before stays on record (L20), without naming anybody. */
        private void record(Map<CandidateRows.Known, CandidateRow> changed) {
            if (changed.isEmpty()) {
                return;
            }
            var before = new LinkedHashMap<String, Object>();
            var after = new LinkedHashMap<String, Object>();
            changed.forEach((known, row) -> {
                before.put(known.id().toString(), known.row().standing());
                after.put(known.id().toString(), row.standing());
            });
            decisions.record(new DecisionLog.Entry(
                    announcement.value(),
                    actor,
                    "change-candidates",
                    "Candidates changed by import: " + changed.size() + ".",
                    before,
                    after));
        }
    }
}
