package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.selection.SelectionVerification.Decision;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Messages about a candidate's election, the certificate and OPM's verification (steps 5 to 7). */
@Component
class SelectionLetters {

    private final Recipients recipients;
    private final OfficeClock office;

    SelectionLetters(Recipients recipients, OfficeClock office) {
        this.recipients = recipients;
        this.office = office;
    }

    /** M6. */
    Letter elected(Story story) {
        return new Letter(recipients.ofCase(story, Role.HR_SPECIALIST), story.facts(), "notify-opm-of-selection");
    }

    /** M7. */
    Letter wishToSelect(Story story) {
        var selection = story.itsSelection();
        return new Letter(
                recipients.opm(),
                story.facts()
                        .with(
                                Placeholder.PD_NUMBER,
                                story.hiring()
                                        .positionDescription()
                                        .map(description -> description.numberForOpm(selection.pdNumber()))
                                        .orElse(""))
                        .with(Placeholder.SF52_NUMBER, selection.sf52Number().orElse("")),
                null);
    }

    /** M8. */
    Letter certificateRecipients(Story story) {
        return new Letter(
                recipients.opm(),
                story.facts()
                        .withLines(
                                Placeholder.CERTIFICATE_RECIPIENTS,
                                story.itsSelection().recipients().stream()
                                        .map(named -> named.name() + ", " + named.email())
                                        .toList()),
                "release-application-material");
    }

    /** M9, to the people named in M8, too. */
    Letter released(Story story) {
        var selection = story.itsSelection();
        return new Letter(
                withNamed(story),
                story.facts()
                        .with(
                                Placeholder.RELEASED_ON,
                                CaseFacts.words(selection.releasedOn().orElseGet(office::today))),
                "return-certificate-review");
    }

    private List<Recipient> withNamed(Story story) {
        var to = new ArrayList<>(recipients.ofCase(story, Role.HR_SPECIALIST, Role.HIRING_MANAGER));
        story.itsSelection().recipients().stream()
                .map(named -> new Recipient(named.name(), named.email()))
                .filter(named -> to.stream().noneMatch(known -> known.email().equals(named.email())))
                .forEach(to::add);
        return to;
    }

    /** M10. */
    Letter reviewReturned(Story story) {
        return new Letter(recipients.opm(), story.facts(), "verify-selection");
    }

    /** M11. */
    Letter verification(Story story) {
        var verification = story.itsSelection().verification().orElseThrow();
        var decision = verification.decision();
        return new Letter(
                recipients.ofCase(story, Role.HR_SPECIALIST, Role.SHARED_CERTIFICATE_COORDINATOR),
                story.facts()
                        .when(Placeholder.VERIFIED, decision == Decision.VERIFIED)
                        .when(Placeholder.PAPER_MISSING, decision == Decision.PAPER_MISSING)
                        .when(Placeholder.CANDIDATE_GONE, decision == Decision.CANDIDATE_GONE)
                        .when(Placeholder.CANNOT_BE_SELECTED, decision == Decision.CANNOT_BE_SELECTED)
                        .withLines(Placeholder.MISSING, verification.missing()),
                switch (decision) {
                    case VERIFIED -> "extend-tentative-offer";
                    case PAPER_MISSING -> "correct-selection";
                    case CANDIDATE_GONE, CANNOT_BE_SELECTED -> null;
                });
    }
}
