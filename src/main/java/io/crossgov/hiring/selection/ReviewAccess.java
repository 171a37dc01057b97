package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import org.springframework.stereotype.Component;

/** Who may see and review the candidates of a case (L1). */
@Component
class ReviewAccess {

    private final Cases cases;

    ReviewAccess(Cases cases) {
        this.cases = cases;
    }

    /**
     * The case, for somebody who wants to look at its candidates: hiring managers and HR of its agency, and OPM staff. It may be closed:
     * then the agency has no candidates in it left but those it hired.
     *
     * @throws Refusal 404 for an unknown case or another agency's, 403 for another role or before OPM approved access
     */
    HiringCase toSee(CaseNumber number, Actor actor) {
        var hiring = cases.visible(number, actor);
        if (actor.isOpmStaff()) {
            return hiring;
        }
        return hiring.isOpen() ? reviewed(number, actor, REVIEWERS) : hired(hiring, actor);
    }

    private static HiringCase hired(HiringCase closed, Actor actor) {
        actor.mustWorkFor(closed.agency(), "hiring");
        actor.mustHave(REVIEWERS);
        if (closed.accessDecision().filter(AccessDecision.APPROVED::equals).isEmpty()) {
            throw Refusal.notYours(
                    closed.closedInWords() + " OPM never approved access to the pool in it: it has no candidates.");
        }
        return closed;
    }

    /** The case, for somebody who records something about a candidate. @throws Refusal as {@link #toSee}, 403 for OPM staff, 409 when closed */
    HiringCase toReview(CaseNumber number, Actor actor) {
        return reviewed(number, actor, REVIEWERS);
    }

    /** The case, for the selecting official. @throws Refusal as {@link #toReview} */
    HiringCase toElect(CaseNumber number, Actor actor) {
        return reviewed(number, actor, Role.HIRING_MANAGER);
    }

    /**
     * The case, for the selecting official who decides about the order of selection; held, so that two decisions never cross.
     *
     * @throws Refusal as {@link #toReview}
     */
    HiringCase toDecide(CaseNumber number, Actor actor) {
        var hiring = toElect(number, actor);
        hold(number);
        return hiring;
    }

    /** Holds the case until the transaction ends: whoever decides in it at the same moment waits. */
    void hold(CaseNumber number) {
        cases.hold(number);
    }

    static boolean mayReview(HiringCase hiring, Actor actor) {
        return hiring.isOpen()
                && actor.worksFor(hiring.agency())
                && (actor.has(Role.HIRING_MANAGER) || actor.has(Role.HR_SPECIALIST));
    }

    static boolean mayElect(HiringCase hiring, Actor actor) {
        return hiring.isOpen() && actor.worksFor(hiring.agency()) && actor.has(Role.HIRING_MANAGER);
    }

    private static final Role[] REVIEWERS = {Role.HIRING_MANAGER, Role.HR_SPECIALIST};

    private HiringCase reviewed(CaseNumber number, Actor actor, Role... oneOf) {
        var hiring = cases.workedOn(number, actor, oneOf);
        if (!hiring.accessApproved()) {
            throw Refusal.notYours(
                    "OPM has not approved your agency's access to this pool yet. Its candidates are shown when it has.");
        }
        return hiring;
    }
}
