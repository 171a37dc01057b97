package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.casefile.ToMend;
import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.request.RequestCopy;
import io.crossgov.hiring.reserved.PriorityExtension;
import io.crossgov.hiring.reserved.PriorityExtensions;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Messages about the position, the request for access and the time there is (steps 1 to 3). */
@Component
class RequestLetters {

    private final PriorityExtensions extensions;
    private final CaseDocuments documents;
    private final RequestCopy requestCopy;
    private final Recipients recipients;
    private final NoticeDrafts drafts;
    private final OfficeClock office;

    RequestLetters(
            PriorityExtensions extensions,
            CaseDocuments documents,
            RequestCopy requestCopy,
            Recipients recipients,
            NoticeDrafts drafts,
            OfficeClock office) {
        this.extensions = extensions;
        this.documents = documents;
        this.requestCopy = requestCopy;
        this.recipients = recipients;
        this.drafts = drafts;
        this.office = office;
    }

    /** M1. */
    Letter interest(Story story) {
        var contact = recipients
                .contact(story)
                .map(CaseFacts::contact)
                .orElseGet(() -> CaseFacts.contact(story.hiring().openedByName(), "", ""));
        return new Letter(
                recipients.ofCase(story, Role.SHARED_CERTIFICATE_COORDINATOR),
                story.facts().and(contact),
                "check-pool-match");
    }

    /** M2. */
    Letter request(Story story) {
        var forms = requestCopy.of(story.hiring().number());
        return new Letter(
                recipients.opm(),
                story.facts().with(Placeholder.FORM_A, forms.formA()).with(Placeholder.FORM_B, forms.formB()),
                "decide-pool-access");
    }

    /** M3; there has to be a classified position description. */
    Letter classified(Story story) {
        var description = story.hiring().positionDescription().orElseThrow();
        var files = Stream.of(description.document(), description.coverSheet())
                .filter(Objects::nonNull)
                .toList();
        return new Letter(
                recipients.opm(),
                story.facts()
                        .with(Placeholder.PD_NUMBER, description.number())
                        .withLines(Placeholder.DOCUMENT_LINKS, documents.links(story.hiring(), files)),
                null);
    }

    /** M4. */
    Letter accessDecided(Story story) {
        var decision = story.hiring().accessDecision().orElseThrow();
        var returned = decision == AccessDecision.RETURNED;
        var mend = ToMend.of(story.hiring());
        return new Letter(
                recipients.ofCase(story, Role.SHARED_CERTIFICATE_COORDINATOR, Role.HR_SPECIALIST, Role.HIRING_MANAGER),
                story.facts()
                        .when(Placeholder.APPROVED, decision == AccessDecision.APPROVED)
                        .when(Placeholder.RETURNED, returned)
                        .with(Placeholder.TO_MEND, returned ? mend.sentence() : null)
                        .when(Placeholder.DENIED, decision == AccessDecision.DENIED),
                switch (decision) {
                    case APPROVED -> "review-and-interview-candidates";
                    case RETURNED ->
                        switch (mend) {
                            case FORM_A, BOTH -> "complete-talent-pool-request";
                            case FORM_B -> "verify-experience-and-competencies";
                            case NEITHER -> "submit-talent-pool-request";
                        };
                    case DENIED -> null;
                });
    }

    /** M17 before the certificate expires, to the agency. */
    Letter certificateExpires(Story story) {
        return new Letter(
                recipients.ofCase(story, Role.HIRING_MANAGER, Role.HR_SPECIALIST, Role.SHARED_CERTIFICATE_COORDINATOR),
                expiring(story),
                "review-and-interview-candidates");
    }

    /** M17 before the certificate expires, to OPM, whose pool it is and who has no task in it. */
    Letter certificateExpiresForOpm(Story story) {
        return new Letter(recipients.opm(), expiring(story), null);
    }

    private Facts expiring(Story story) {
        var lastDay = story.pool().window().lastDay();
        var days = Math.max(0, ChronoUnit.DAYS.between(office.today(), lastDay));
        return story.facts()
                .when(Placeholder.CERTIFICATE_EXPIRING, true)
                .with(Placeholder.LAST_DAY, office.dueDayInWords(lastDay))
                .with(Placeholder.DAYS_LEFT, Counted.of(days, "day"));
    }

    /** M17 once the certificate has closed and selections still run (L18). */
    Stream<NoticeDraft> certificateClosed(Story story) {
        var lastDay = story.pool().window().lastDay();
        var to = new ArrayList<>(
                recipients.ofCase(story, Role.HIRING_MANAGER, Role.HR_SPECIALIST, Role.SHARED_CERTIFICATE_COORDINATOR));
        to.addAll(recipients.opm());
        return drafts.of(
                NoticeType.M17,
                story,
                // The clock of reviewing and that of the whole case find the same end.
                "certificate-closed/" + lastDay,
                new Letter(
                        to,
                        story.facts()
                                .when(Placeholder.CERTIFICATE_CLOSED, true)
                                .with(Placeholder.LAST_DAY, office.dueDayInWords(lastDay)),
                        null));
    }

    /** M25 (L10). */
    Letter reservedDaysDecided(Story story) {
        var request = extensions.latestDecided(story.hiring().number());
        var granted = request.state() == PriorityExtension.State.GRANTED;
        return new Letter(
                recipients.ofCase(story, Role.SHARED_CERTIFICATE_COORDINATOR, Role.HR_SPECIALIST),
                story.facts()
                        .when(Placeholder.GRANTED, granted)
                        .when(Placeholder.REFUSED, !granted)
                        .with(
                                Placeholder.RESERVED_UNTIL,
                                story.pool()
                                        .priorityUntil()
                                        .map(office::dueDayInWords)
                                        .orElse(null))
                        .with(Placeholder.REASONS, request.decisionReason().orElse(null)),
                null);
    }

    /** M26 to an agency that has to wait until the day after {@code until} (L10). */
    Letter reservedLonger(Story story, LocalDate until) {
        return new Letter(
                recipients.ofCase(story, Role.SHARED_CERTIFICATE_COORDINATOR, Role.HR_SPECIALIST),
                story.facts()
                        .with(Placeholder.RESERVED_UNTIL, office.dueDayInWords(until))
                        .with(Placeholder.MAY_ASK_FROM, office.dueDayInWords(until.plusDays(1))),
                null);
    }
}
