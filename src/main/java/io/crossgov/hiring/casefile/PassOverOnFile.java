package io.crossgov.hiring.casefile;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One request to pass somebody over, or one objection, whole: who asked what about whom and why, what the candidate was told and answered, and
 * what was decided. What has not happened is null.
 *
 * @param kind whether it is a pass-over or an objection, in words
 * @param preference of the candidate, as the agency asked
 * @param state where it stands, in words
 * @param newFacts what was not known when an earlier request was denied
 * @param notice what became of the notice to a candidate who has to be heard, as a sentence
 * @param lastDayToAnswer of that candidate
 * @param decidedBy full name
 */
public record PassOverOnFile(
        String kind,
        String candidate,
        String applicantNumber,
        String preference,
        String state,
        String askedBy,
        Instant askedAt,
        String newFacts,
        String ground,
        String reasons,
        String filedBy,
        LocalDate filedOn,
        String notice,
        LocalDate lastDayToAnswer,
        String candidateAnswer,
        String decidedBy,
        Instant decidedAt,
        String decisionReason,
        LocalDate reasonsGivenOn) {}
