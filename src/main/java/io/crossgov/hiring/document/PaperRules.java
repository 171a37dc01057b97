package io.crossgov.hiring.document;

import static io.crossgov.hiring.access.Role.HIRING_MANAGER;
import static io.crossgov.hiring.access.Role.HR_SPECIALIST;
import static io.crossgov.hiring.access.Role.OPM_CROSS_GOV;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.common.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who reads and who files which paper of a case: purpose, role and state of the case, and nothing else. A paper about a candidate is
 * candidate data, its file's name included: it is for those who may see the candidates, as long as they may (L1, L18).
 */
final class PaperRules {

    /** Whom a paper may be about, which decides who reads it. */
    private enum About {
        /** The position and the request: everybody at the agency, for good. */
        POSITION,
        /** Somebody who is considered: managers and HR, while they see candidates and until the pool ends. */
        CONSIDERED,
        /** Somebody who is selected or gives up: as {@link #CONSIDERED}, and beyond the pool's end. */
        SELECTED,
        /** Nobody can tell: managers and HR while the case is open. */
        PERHAPS_SOMEBODY
    }

    private record PaperRule(About about, Set<Role> filedBy) {}

    private static final Set<Role> REVIEWERS = Set.of(HIRING_MANAGER, HR_SPECIALIST);
    private static final Set<Role> HR = Set.of(HR_SPECIALIST);

    /** What is not here cannot be put into a case. */
    private static final Map<DocumentPurpose, PaperRule> RULES = Map.ofEntries(
            Map.entry(DocumentPurpose.OF_8, new PaperRule(About.POSITION, REVIEWERS)),
            Map.entry(DocumentPurpose.CLASSIFIED_PD, new PaperRule(About.POSITION, REVIEWERS)),
            Map.entry(DocumentPurpose.SAMPLE_PD, new PaperRule(About.POSITION, Set.of(OPM_CROSS_GOV))),
            Map.entry(DocumentPurpose.FREEZE_EVIDENCE, new PaperRule(About.POSITION, HR)),
            Map.entry(DocumentPurpose.FREEZE_CLARIFICATION, new PaperRule(About.POSITION, REVIEWERS)),
            // The exception may rest on one person, for example a 10-point preference eligible.
            Map.entry(DocumentPurpose.RPL_EXCEPTION, new PaperRule(About.PERHAPS_SOMEBODY, HR)),
            Map.entry(DocumentPurpose.SF_52, new PaperRule(About.SELECTED, HR)),
            // OPM, too, reaches candidates whom a message of an agency did not reach.
            Map.entry(
                    DocumentPurpose.CONTACT,
                    new PaperRule(About.CONSIDERED, Set.of(HIRING_MANAGER, HR_SPECIALIST, OPM_CROSS_GOV))),
            Map.entry(DocumentPurpose.WITHDRAWAL, new PaperRule(About.SELECTED, REVIEWERS)),
            Map.entry(DocumentPurpose.SF_62, new PaperRule(About.CONSIDERED, REVIEWERS)),
            Map.entry(DocumentPurpose.SECOND_REVIEW, new PaperRule(About.CONSIDERED, REVIEWERS)),
            Map.entry(
                    DocumentPurpose.OTHER,
                    new PaperRule(About.PERHAPS_SOMEBODY, Set.of(HIRING_MANAGER, HR_SPECIALIST, OPM_CROSS_GOV))));

    /** What OPM puts on file with a candidate, for every agency that the candidate is referred to. */
    private static final Set<DocumentPurpose> OF_CANDIDATES = Set.of(DocumentPurpose.RESUME, DocumentPurpose.OTHER);

    private PaperRules() {}

    /** The purposes whose papers this person may read in this case now. */
    static Set<DocumentPurpose> readable(PaperCase hiring, Actor actor) {
        return Arrays.stream(DocumentPurpose.values())
                .filter(purpose -> mayRead(purpose, hiring, actor))
                .collect(Collectors.toSet());
    }

    static boolean mayRead(DocumentPurpose purpose, PaperCase hiring, Actor actor) {
        if (actor.isOpmStaff()) {
            return true;
        }
        if (!actor.worksFor(hiring.agency())) {
            return false;
        }
        var reviews = REVIEWERS.stream().anyMatch(actor::has);
        // A purpose without a rule is not for cases: whatever stands there by it is treated like the most sensitive.
        var about = RULES.containsKey(purpose) ? RULES.get(purpose).about() : About.CONSIDERED;
        return switch (about) {
            case POSITION -> true;
            case CONSIDERED -> reviews && hiring.candidatesShown() && hiring.poolOpen();
            case SELECTED -> reviews && hiring.candidatesShown();
            case PERHAPS_SOMEBODY -> reviews && hiring.open();
        };
    }

    /**
     * Whether this person may put such a paper into this case now.
     *
     * @throws Refusal 400 for a purpose that is not for cases, 403 for another side or role or before OPM approved access to the
     *     candidates (L1), 409 when the case is closed
     */
    static void mustFile(DocumentPurpose purpose, PaperCase hiring, Actor actor) {
        var rule = RULES.get(purpose);
        if (rule == null) {
            throw Refusal.invalid(
                    "purpose", purpose.label() + " papers belong to a candidate of the pool, not to a case.");
        }
        if (rule.filedBy().stream().noneMatch(role -> actor.has(role) && isOnTheirSide(role, hiring, actor))) {
            throw Refusal.notYours(purpose.label() + ": this is put on file by " + whoFiles(rule.filedBy()) + ".");
        }
        if (!hiring.open()) {
            throw Refusal.conflict(
                    "Case " + hiring.number() + " is closed. Nothing can be put on file in it any more.");
        }
        var aboutSomebody = rule.about() == About.CONSIDERED || rule.about() == About.SELECTED;
        if (aboutSomebody && !hiring.candidatesShown()) {
            throw Refusal.notYours("OPM has not approved your agency's access to this pool yet. Papers about its"
                    + " candidates can be put on file when it has.");
        }
    }

    /** @throws Refusal 400 for a paper that belongs to a case, not to a candidate of a pool */
    static void mustBeOfACandidate(DocumentPurpose purpose) {
        if (!OF_CANDIDATES.contains(purpose)) {
            throw Refusal.invalid(
                    "purpose", purpose.label() + " papers belong to a case, not to a candidate of the pool.");
        }
    }

    private static boolean isOnTheirSide(Role role, PaperCase hiring, Actor actor) {
        return role.isOpm() || actor.worksFor(hiring.agency());
    }

    private static String whoFiles(Set<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> role.isOpm() ? role.title() : "the agency's " + role.title())
                .collect(Collectors.joining(" or "));
    }
}
