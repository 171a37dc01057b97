package io.crossgov.hiring.casefile;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What became of a case's messages, told by the package that sends them: written is not sent. */
public interface CaseMessages {

    /** The letters of a case that somebody has to answer, by what each was written for: one query, however many there are. */
    Map<UUID, LetterOnFile> letters(CaseNumber number);

    /** The letter that was written for this; empty when none was. */
    Optional<LetterOnFile> letter(UUID about);

    /** Messages of the case that did not go out, newest first. Callers have settled that the person may see the case. */
    List<UndeliveredMessage> undelivered(HiringCase hiring, Actor actor);
}
