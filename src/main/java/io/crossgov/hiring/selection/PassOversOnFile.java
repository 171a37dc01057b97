package io.crossgov.hiring.selection;

import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.casefile.CaseMessages;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.LetterOnFile;
import io.crossgov.hiring.casefile.PassOverOnFile;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Candidates;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells a case's file of its requests to pass over and objections; callers have settled who may read of candidates. */
@Component
class PassOversOnFile {

    private final PassOverRows rows;
    private final Candidates candidates;
    private final People people;
    private final ObjectionGrounds grounds;
    private final CaseMessages messages;

    PassOversOnFile(
            PassOverRows rows, Candidates candidates, People people, ObjectionGrounds grounds, CaseMessages messages) {
        this.rows = rows;
        this.candidates = candidates;
        this.people = people;
        this.grounds = grounds;
        this.messages = messages;
    }

    List<PassOverOnFile> of(HiringCase hiring) {
        var requests = rows.ofCase(hiring.number().value());
        if (requests.isEmpty()) {
            return List.of();
        }
        var persons = candidates
                .byIds(requests.stream().map(PassOver::candidateId).toList())
                .stream()
                .collect(Collectors.toMap(Candidate::id, Function.identity(), (one, same) -> one));
        var names = people.namesOf(requests.stream()
                .flatMap(request -> Stream.of(request.askedBy(), request.filedBy(), request.decidedBy()))
                .filter(id -> id != null)
                .collect(Collectors.toSet()));
        var letters = messages.letters(hiring.number());
        return requests.stream()
                .map(request -> onFile(request, persons.get(request.candidateId()), names, letters))
                .toList();
    }

    private PassOverOnFile onFile(
            PassOver request, Candidate candidate, Map<String, String> names, Map<UUID, LetterOnFile> letters) {
        var letter = letters.get(request.id());
        return new PassOverOnFile(
                request.kind().title(),
                candidate.name(),
                candidate.applicantNumber(),
                request.preference().title(),
                request.stateTitle(),
                name(request.askedBy(), names),
                request.askedAt(),
                request.newFacts().orElse(null),
                grounds.inWords(request).orElse(null),
                request.reasons().orElse(null),
                name(request.filedBy(), names),
                request.filedOn().orElse(null),
                letter == null ? null : letter.inWords(),
                request.lastDayToAnswer().orElse(null),
                request.candidateAnswer().orElse(null),
                name(request.decidedBy(), names),
                request.decidedAt().orElse(null),
                request.decisionReason().orElse(null),
                request.reasonsGivenOn().orElse(null));
    }

    /** The user name of somebody who has left. */
    private static String name(String userId, Map<String, String> names) {
        return userId == null ? null : names.getOrDefault(userId, userId);
    }
}
