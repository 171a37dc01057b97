package io.crossgov.hiring.intake;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.pool.CandidateAvailability;
import io.crossgov.hiring.pool.CandidateKeys;
import io.crossgov.hiring.pool.CandidatesChanged;
import io.crossgov.hiring.pool.Pools;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the candidates of a pool from a CSV file (its columns: {@link CandidateFile}), either all or none. Candidates are known by
 * their applicant number: a known one is brought to what the file says, an unknown one is added, one the file leaves out stays; the
 * same file again changes nothing. Whoever is likely the same person as somebody who is there is told before anything is taken, and OPM says
 * who is who ({@link CandidateDoubles}). Availability is touched only where a changed e-mail address makes the record another person's. Rows pass through in batches; of those read, only the applicant
 * numbers stay in memory.
 */
@Service
public class CandidateImport {

    /** Faults told one by one; more are only counted. */
    static final int FAULTS_TOLD = 100;

    /** Likely doubles told one by one; more are only counted. */
    static final int DOUBLES_TOLD = 100;

    private static final int BATCH = 500;

    private final Pools pools;
    private final CandidateRows candidates;
    private final PersonRows people;
    private final DoubleRows doubles;
    private final CandidateAvailability availability;
    private final EntityManager entityManager;
    private final DecisionLog decisions;
    private final ApplicationEventPublisher events;

    CandidateImport(
            Pools pools,
            CandidateRows candidates,
            PersonRows people,
            DoubleRows doubles,
            CandidateAvailability availability,
            EntityManager entityManager,
            DecisionLog decisions,
            ApplicationEventPublisher events) {
        this.pools = pools;
        this.candidates = candidates;
        this.people = people;
        this.doubles = doubles;
        this.availability = availability;
        this.entityManager = entityManager;
        this.decisions = decisions;
        this.events = events;
    }

    /** Takes a file that says itself how it is encoded, or is UTF-8. */
    @Transactional(rollbackFor = IOException.class)
    public ImportProgress take(
            Actor actor, AnnouncementNumber announcement, InputStream content, Consumer<ImportProgress> progress)
            throws IOException {
        return take(actor, announcement, content, null, progress);
    }

    /**
     * Takes a file.
     *
     * @param content read to its end; the caller closes it
     * @param encoding that the sender says the file has; null when nothing is said
     * @param progress told after each batch of rows, before anything is final
     * @return what was taken
     * @throws FaultyCandidateFile when something is wrong with the file; nothing is taken
     * @throws UndecidedDoubles when rows are likely about somebody who is there already, and OPM has not said who is who; nothing is taken
     * @throws Refusal 403 unless {@code actor} is OPM staff, 404 for an unknown pool
     * @throws IOException when the connection breaks; nothing is taken
     */
    @Transactional(rollbackFor = IOException.class)
    public ImportProgress take(
            Actor actor,
            AnnouncementNumber announcement,
            InputStream content,
            Charset encoding,
            Consumer<ImportProgress> progress)
            throws IOException {
        Pools.mustBeOpm(actor);
        // One import of a pool at a time; the other waits.
        var pool = pools.held(announcement);
        var digest = sha256();
        var run = new Run(
                actor,
                announcement,
                candidates.any(announcement),
                new DoubleRows.OfPool(doubles.of(announcement)),
                progress);
        new CandidateFile(pool.dutyLocations(), pool.assessment())
                .read(new DigestInputStream(content, digest), encoding, run::row, run::fault);
        run.finish();
        var taken = run.progress();
        if (taken.inserted() + taken.updated() > 0) {
            events.publishEvent(new CandidatesChanged(announcement));
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
        private final DoubleRows.OfPool decided;
        private final Consumer<ImportProgress> listener;
        private final Map<String, Long> lines = new HashMap<>();
        private final List<LikelyDouble> undecided = new ArrayList<>();
        private long undecidedCount;
        private final List<CandidateLine> batch = new ArrayList<>(BATCH);
        private final List<ImportFault> faults = new ArrayList<>();
        private long good;
        private long badRows;
        private long lastBadLine;
        private long faulty;
        private long inserted;
        private long updated;
        private long unchanged;

        Run(
                Actor actor,
                AnnouncementNumber announcement,
                boolean someKnown,
                DoubleRows.OfPool decided,
                Consumer<ImportProgress> listener) {
            this.actor = actor;
            this.announcement = announcement;
            this.someKnown = someKnown;
            this.decided = decided;
            this.listener = listener;
        }

        void row(CandidateLine row) {
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
            if (undecidedCount > 0) {
                throw new UndecidedDoubles(progress(), undecided, undecidedCount);
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
            var added = new ArrayList<CandidateLine>();
            var changed = new LinkedHashMap<CandidateRows.Known, CandidateLine>();
            for (var row : batch) {
                lines.put(row.applicantNumber(), row.line());
                var before = known.get(row.applicantNumber());
                if (before == null) {
                    added.add(row);
                } else if (before.isAs(row)) {
                    unchanged++;
                } else {
                    changed.put(before, row);
                }
            }
            var identified = identify(known, added, changed);
            try {
                var held = availability.held(identified.persons().values());
                candidates.insert(announcement, added, identified.persons(), held);
                candidates.update(changed);
            } catch (DataIntegrityViolationException failure) {
                throw LostRace.orFailure(
                        failure,
                        Refusal.conflict(
                                "Somebody changed the candidates of this pool at the same moment. Send the file again."));
            }
            // As long as OPM has to be asked nothing will stay, and nobody is to hear of it.
            if (undecidedCount == 0) {
                becomePersons(identified, changed);
            }
            inserted += added.size();
            updated += changed.size();
            record(changed);
            batch.clear();
        }

        /** @param persons key of the person by applicant number, of rows that are new or changed */
        private record Identified(Map<String, String> persons, Map<String, String> merged) {}

        private Identified identify(
                Map<String, CandidateRows.Known> known,
                List<CandidateLine> added,
                Map<CandidateRows.Known, CandidateLine> changed) {
            var asked = new LinkedHashMap<String, CandidateKeys>();
            added.forEach(row -> asked.put(row.applicantNumber(), row.keys()));
            changed.forEach((before, row) -> {
                if (!before.row().keys().equals(row.keys())) {
                    asked.put(row.applicantNumber(), row.keys());
                }
            });
            if (asked.isEmpty()) {
                return new Identified(Map.of(), Map.of());
            }
            var who = new WhoIsWho(announcement, decided, others(known, asked));
            var persons = new HashMap<String, String>();
            for (var row : batch) {
                if (asked.containsKey(row.applicantNumber())) {
                    var before = known.get(row.applicantNumber());
                    persons.put(
                            row.applicantNumber(),
                            who.identify(
                                    row.applicantNumber(),
                                    before == null ? null : before.row().keys().email()));
                }
            }
            undecidedCount += who.undecided().size();
            who.undecided().stream().limit(DOUBLES_TOLD - undecided.size()).forEach(undecided::add);
            return new Identified(persons, who.merged());
        }

        /** The rows of the batch as the file has them, and whoever else they are to be compared with. */
        private List<WhoIsWho.Someone> others(
                Map<String, CandidateRows.Known> known, Map<String, CandidateKeys> asked) {
            var named = asked.keySet().stream()
                    .flatMap(number -> decided.withDecision(number).stream())
                    .toList();
            var inBatch = batch.stream().map(CandidateLine::applicantNumber).collect(Collectors.toSet());
            var others = new ArrayList<WhoIsWho.Someone>();
            people.alike(announcement, asked.values(), named).stream()
                    .filter(one -> !one.announcement().equals(announcement.value())
                            || !inBatch.contains(one.applicantNumber()))
                    .map(one -> one.announcement().equals(announcement.value())
                            ? one.atLine(lines.get(one.applicantNumber()))
                            : one)
                    .forEach(others::add);
            batch.forEach(row -> {
                var before = known.get(row.applicantNumber());
                others.add(new WhoIsWho.Someone(
                        announcement.value(),
                        row.applicantNumber(),
                        row.name(),
                        row.keys(),
                        row.line(),
                        before == null ? null : before.person()));
            });
            return others;
        }

        private void becomePersons(Identified identified, Map<CandidateRows.Known, CandidateLine> changed) {
            changed.forEach((before, row) -> {
                var person = identified.persons().get(row.applicantNumber());
                if (person != null && !person.equals(before.person())) {
                    availability.anotherPerson(before.id(), person);
                }
            });
            identified.merged().forEach(availability::onePerson);
            // The rows are written past the entities: what was read of them here is old with the next batch.
            entityManager.flush();
            entityManager.clear();
        }

        /** Ratings and the like decide who is hired: what they were before stays on record (L20), without naming anybody. */
        private void record(Map<CandidateRows.Known, CandidateLine> changed) {
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
