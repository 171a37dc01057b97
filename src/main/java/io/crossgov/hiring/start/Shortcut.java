package io.crossgov.hiring.start;

import static io.crossgov.hiring.access.Role.HIRING_MANAGER;
import static io.crossgov.hiring.access.Role.HR_SPECIALIST;
import static io.crossgov.hiring.access.Role.OPM_CROSS_GOV;
import static io.crossgov.hiring.access.Role.OPM_DESIGNER;
import static io.crossgov.hiring.access.Role.SHARED_CERTIFICATE_COORDINATOR;
import static io.crossgov.hiring.access.Role.SUBJECT_MATTER_EXPERT;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import java.util.ArrayList;
import java.util.List;

/** One way into a person's work. */
record Shortcut(String title, String explanation, String address) {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    /** What this person most likely came for, in the order of how often. */
    static List<Shortcut> of(Actor actor) {
        var shortcuts = new ArrayList<Shortcut>();
        if (!actor.isDesignerOnly()) {
            shortcuts.add(new Shortcut("My tasks", whatWaits(actor), TASKLIST));
        }
        if (has(actor, HIRING_MANAGER, HR_SPECIALIST)) {
            shortcuts.add(new Shortcut(
                    "Open a case",
                    "Choose the talent pool and name the position. You go through the rest step by step.",
                    TASKLIST + "#/?processStart=cross-gov-hiring"));
        }
        if (!actor.isDesignerOnly()) {
            shortcuts.add(new Shortcut(
                    "Cases",
                    actor.isOpmStaff()
                            ? "Every agency's cases, open and closed."
                            : "The cases of " + actor.agency() + ", open and closed, with everything decided so far.",
                    "/cases"));
        }
        shortcuts.add(new Shortcut(
                "Talent pools",
                actor.isOpmStaff()
                        ? "Every talent pool: extend it, refer more candidates, record who withdrew."
                        : "Every talent pool, and how long you can select from it.",
                "/pools"));
        if (has(actor, OPM_CROSS_GOV)) {
            shortcuts.add(new Shortcut("Outbox", "Messages sent and waiting, by case.", "/outbox"));
        }
        if (has(actor, OPM_CROSS_GOV, OPM_DESIGNER)) {
            shortcuts.add(new Shortcut(
                    "Cockpit",
                    actor.isDesignerOnly()
                            ? "The models, and where every running case stands in them. No candidates."
                            : "Every running case on its diagram.",
                    COCKPIT));
        }
        return shortcuts;
    }

    private static String whatWaits(Actor actor) {
        if (has(actor, HIRING_MANAGER)) {
            return "Certify Form B, review and interview candidates, elect, return the certificate review.";
        }
        if (has(actor, HR_SPECIALIST)) {
            return "Position description, interest, Form A, selections, offers and onboarding.";
        }
        if (has(actor, SHARED_CERTIFICATE_COORDINATOR)) {
            return "Check vacancies against pools, submit requests to OPM, name certificate recipients.";
        }
        if (has(actor, SUBJECT_MATTER_EXPERT)) {
            return "Certify Form B in place of the hiring manager.";
        }
        if (has(actor, OPM_CROSS_GOV)) {
            return "Decide pool access, release application material, verify selections.";
        }
        return "What waits for you.";
    }

    private static boolean has(Actor actor, Role... oneOf) {
        return List.of(oneOf).stream().anyMatch(actor::has);
    }
}
