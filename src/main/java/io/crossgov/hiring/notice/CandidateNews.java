package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.leaving.LeavingRequests;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.selection.CandidateRegained;
import io.crossgov.hiring.selection.Selections;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What reviewers hear about who is on their lists: by number, without a word on why. */
@Component
class CandidateNews {

    private static final String REVIEWING = "review-and-interview-candidates";

    private final Cases cases;
    private final Selections selections;
    private final CandidateRegained regained;
    private final LeavingRequests leaving;
    private final Stories stories;
    private final NoticeDrafts drafts;
    private final Recipients recipients;

    CandidateNews(
            Cases cases,
            Selections selections,
            CandidateRegained regained,
            LeavingRequests leaving,
            Stories stories,
            NoticeDrafts drafts,
            Recipients recipients) {
        this.cases = cases;
        this.selections = selections;
        this.regained = regained;
        this.leaving = leaving;
        this.stories = stories;
        this.drafts = drafts;
        this.recipients = recipients;
    }

    /** M16 for one case. Withdrawing from all happens once an agency, however many ways the news takes. */
    Stream<NoticeDraft> gone(HiringCase hiring, Candidate candidate, String occasion) {
        var story = stories.ofCase(hiring);
        var letter = about(story, Placeholder.APPLICANT_NUMBER, candidate.applicantNumber());
        return candidate.availability() == Availability.WITHDRAWN
                ? drafts.onceAnAgency(
                        NoticeType.M16, story, candidate.id() + "|withdrawn" + withdrawal(candidate), letter)
                : drafts.about(candidate.id(), NoticeType.M16, story, occasion, letter);
    }

    /** Who came back and withdraws once more is told of once more. */
    private String withdrawal(Candidate candidate) {
        return leaving.withdrawalOf(candidate.id()).map(id -> "|" + id).orElse("");
    }

    /** M16 to every open case that has written to the candidate or elected them. */
    Stream<NoticeDraft> withdrawnFromAll(Candidate candidate) {
        return selections.casesConcernedBy(candidate.id()).stream()
                .map(cases::byNumber)
                .filter(HiringCase::isOpen)
                .flatMap(hiring -> gone(hiring, candidate, "withdrawn"));
    }

    /** M23 to the cases that lost the candidate and can elect the candidate now (L8). @param selectionId which gave the candidate up */
    Stream<NoticeDraft> availableAgain(Candidate candidate, UUID selectionId) {
        return regained.cases(candidate.id(), selectionId).stream()
                .map(stories::ofCase)
                .flatMap(story -> drafts.of(
                        NoticeType.M23,
                        story,
                        selectionId.toString(),
                        about(story, Placeholder.APPLICANT_NUMBER, candidate.applicantNumber())));
    }

    /** M23 to the cases that heard that the candidate had withdrawn, and can elect the candidate now (L9). @param withdrawalId what was undone */
    Stream<NoticeDraft> returned(Candidate candidate, UUID withdrawalId) {
        return regained.casesOfReturned(candidate.id(), selections.casesConcernedBy(candidate.id())).stream()
                .map(stories::ofCase)
                .flatMap(story -> drafts.of(
                        NoticeType.M23,
                        story,
                        withdrawalId.toString(),
                        about(story, Placeholder.APPLICANT_NUMBER, candidate.applicantNumber())));
    }

    /** M24 to every agency that may see the pool's candidates, once for each category that OPM refers (L11). */
    Stream<NoticeDraft> categoryReferred(AnnouncementNumber announcement, Rating downTo) {
        return cases.withApprovedAccess(announcement).stream()
                .map(stories::ofCase)
                .flatMap(story -> drafts.onceAnAgency(
                        NoticeType.M24,
                        story,
                        announcement + "|" + downTo,
                        about(story, Placeholder.CATEGORY, downTo.title())));
    }

    private Letter about(Story story, Placeholder what, String words) {
        return new Letter(
                recipients.ofCase(story, Role.HIRING_MANAGER, Role.HR_SPECIALIST),
                story.facts().with(what, words),
                REVIEWING);
    }
}
