package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.common.Addresses;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.leaving.LeavingDecided;
import io.crossgov.hiring.leaving.LeavingState;
import io.crossgov.hiring.pool.Candidate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Messages about candidates who ask to leave the pool (L9). */
@Component
class LeavingLetters {

    private final CaseDocuments documents;
    private final Recipients recipients;
    private final Addresses addresses;
    private final Links links;
    private final OfficeClock office;

    LeavingLetters(
            CaseDocuments documents, Recipients recipients, Addresses addresses, Links links, OfficeClock office) {
        this.documents = documents;
        this.recipients = recipients;
        this.addresses = addresses;
        this.links = links;
        this.office = office;
    }

    /** M30, before it takes effect. @param papers what the candidate wrote */
    Letter asks(Story story, Candidate candidate, Collection<UUID> papers) {
        return new Letter(
                recipients.opm(),
                story.facts()
                        .with(Placeholder.APPLICANT_NUMBER, candidate.applicantNumber())
                        .with(
                                Placeholder.POOL_LINK,
                                links.toWithdrawals(story.hiring().announcement()))
                        .withLines(Placeholder.DOCUMENT_LINKS, documents.links(story.hiring(), papers)),
                null);
    }

    /** M32 to the agency that put it on record. @param decided not confirmed, with the reason */
    Letter refused(Story story, Candidate candidate, LeavingDecided decided) {
        return new Letter(
                recipients.ofCase(story, Role.HIRING_MANAGER, Role.HR_SPECIALIST),
                story.facts()
                        .with(Placeholder.APPLICANT_NUMBER, candidate.applicantNumber())
                        .with(Placeholder.REASONS, decided.reason())
                        .when(Placeholder.OWN_WORD, decided.state() == LeavingState.REFUSED)
                        .when(Placeholder.NOT_OWN_WORD, decided.state() == LeavingState.NOT_OWN_WORD),
                null);
    }

    /** M31: the days to say that it was a mistake count from the day on which this leaves. @param facts of the case that asked, or of the pool */
    Letter confirmed(Facts facts, Candidate candidate, LeavingDecided decided) {
        return new Letter(
                List.of(AddressBook.of(candidate)),
                facts.with(Placeholder.APPLICANT_NUMBER, candidate.applicantNumber())
                        .with(Placeholder.ANSWER_DUE_DATE, Awaited.lastDay(office)),
                null,
                addresses.crossGovHiring(),
                new Awaited(decided.requestId(), decided.daysToUndo()));
    }
}
