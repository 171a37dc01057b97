package io.crossgov.hiring.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.AgencyDetails;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.PersonDetails;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.PlainTextModule;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.intake.CandidateImport;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.CandidateDocuments;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.PoolDetails;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.request.OlderCases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Agencies, people, pools and candidates to try the product with, all fictional but for the agencies' names: the files below
 * {@code demo} on the class path, brought in by the same door as real ones. Pools are dated back from today, so that they are open.
 */
@Component
@Profile("!production")
public class DemoData {

    private static final Actor LOADER = Actor.SYSTEM;

    private final Agencies agencies;
    private final People people;
    private final Pools pools;
    private final CandidateImport candidateImport;
    private final Candidates candidates;
    private final CandidateDocuments documents;
    private final OlderCases olderCases;
    private final OfficeClock clock;
    private final ObjectMapper json;
    private final String password;

    DemoData(
            Agencies agencies,
            People people,
            Pools pools,
            CandidateImport candidateImport,
            Candidates candidates,
            CandidateDocuments documents,
            OlderCases olderCases,
            OfficeClock clock,
            ObjectMapper json,
            @Value("${crossgov.demo.password}") String password) {
        this.agencies = agencies;
        this.people = people;
        this.pools = pools;
        this.candidateImport = candidateImport;
        this.candidates = candidates;
        this.documents = documents;
        this.olderCases = olderCases;
        this.clock = clock;
        this.json = json.copy().registerModule(PlainTextModule.ofBodies());
        this.password = password;
    }

    /** Loads everything, in one transaction, when nobody has been set up yet; otherwise does nothing, whatever has become of it. */
    @Transactional
    public void load() {
        if (people.isEmpty()) {
            bringIn();
        }
    }

    /** Brings everything in as the files have it; the same again changes nothing (L20). */
    @Transactional
    void bringIn() {
        try {
            for (var agency : read("agencies.json", new TypeReference<List<AgencyDetails>>() {})) {
                agencies.save(LOADER, agency);
            }
            for (var person : read("people.json", new TypeReference<List<PersonDetails>>() {})) {
                people.save(LOADER, person.withInitialPassword(password));
            }
            for (var pool : read("pools.json", new TypeReference<List<ObjectNode>>() {})) {
                load(pool);
            }
            for (var older : read("cases.json", new TypeReference<List<OlderCases.OlderCase>>() {})) {
                load(older);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the demonstration data cannot be read", unreadable);
        }
    }

    private void load(ObjectNode pool) throws IOException {
        JsonNode daysAgo = pool.remove("issuedDaysAgo");
        var issuedOn = pools.find(
                        new AnnouncementNumber(pool.path("announcement").asText()))
                .map(TalentPool::issuedOn)
                .orElseGet(() -> daysAgo == null
                        ? LocalDate.parse(pool.path("issuedOn").asText())
                        : clock.today().minusDays(daysAgo.asLong()));
        pool.put("issuedOn", issuedOn.toString());
        date(pool, issuedOn, "DaysLater", 1);
        date(pool, issuedOn, "DaysEarlier", -1);
        var announcement =
                pools.save(LOADER, json.treeToValue(pool, PoolDetails.class)).announcement();
        if (daysAgo == null) {
            // A pool of the past: only what came of it is on file.
            return;
        }
        try (var file = file("candidates/" + announcement + ".csv").getInputStream()) {
            candidateImport.take(LOADER, announcement, file, progress -> {});
        }
        for (var candidate : candidates.next(announcement, "", 1_000)) {
            if (candidate.resumeFile().isPresent()) {
                resume(announcement, candidate);
            }
        }
    }

    /** A field such as {@code opensOnDaysEarlier} becomes the day {@code opensOn}, counted from the day of the certificate. */
    private static void date(ObjectNode pool, LocalDate issuedOn, String ending, int direction) {
        var names = new ArrayList<String>();
        pool.fieldNames().forEachRemaining(names::add);
        names.stream()
                .filter(name -> name.endsWith(ending))
                .forEach(name -> pool.put(
                        name.substring(0, name.length() - ending.length()),
                        issuedOn.plusDays(direction * pool.remove(name).asLong())
                                .toString()));
    }

    private void load(OlderCases.OlderCase older) throws IOException {
        // Whoever starts the demo with other files of the law has no cases of the regimes that these leave out.
        if (olderCases.isThere(older) || !olderCases.isGroundKnown(older)) {
            return;
        }
        if (older.evidence() == null) {
            olderCases.bringIn(older, actor(older.manager()), actor(older.hr()), null);
            return;
        }
        try (var evidence = file("papers/" + older.evidence()).getInputStream()) {
            olderCases.bringIn(older, actor(older.manager()), actor(older.hr()), evidence);
        }
    }

    private Actor actor(String id) {
        var person = people.byId(id);
        return new Actor(person.id(), person.name(), person.email(), person.agency(), person.roles());
    }

    private void resume(AnnouncementNumber announcement, Candidate candidate) throws IOException {
        var name = candidate.resumeFile().orElseThrow();
        if (documents.of(LOADER, announcement, candidate.applicantNumber()).stream()
                .anyMatch(onFile -> onFile.name().equals(name))) {
            return;
        }
        try (var file = file("resumes/" + name).getInputStream()) {
            documents.attach(LOADER, announcement, candidate.applicantNumber(), DocumentPurpose.RESUME, name, file);
        }
    }

    private <T> T read(String name, TypeReference<T> type) throws IOException {
        try (var content = file(name).getInputStream()) {
            return json.readValue(content, type);
        }
    }

    private static ClassPathResource file(String name) {
        return new ClassPathResource("demo/" + name);
    }
}
