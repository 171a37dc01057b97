package io.crossgov.hiring.casefile;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.document.CaseAccess;
import io.crossgov.hiring.document.PaperCase;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.TalentPool;
import org.springframework.stereotype.Component;

/** A case as its papers see it. */
@Component
public class CaseDocumentAccess implements CaseAccess {

    private final Cases cases;
    private final Pools pools;
    private final OfficeClock office;

    CaseDocumentAccess(Cases cases, Pools pools, OfficeClock office) {
        this.cases = cases;
        this.pools = pools;
        this.office = office;
    }

    @Override
    public PaperCase visible(CaseNumber number, Actor actor) {
        var hiring = cases.visible(number, actor);
        return of(hiring, pools.byAnnouncement(hiring.announcement()));
    }

    @Override
    public PaperCase held(CaseNumber number, Actor actor) {
        cases.hold(number);
        return visible(number, actor);
    }

    public PaperCase of(HiringCase hiring, TalentPool pool) {
        return new PaperCase(
                hiring.number(),
                hiring.agency(),
                hiring.isOpen(),
                hiring.accessApproved(),
                pool.window().isOpenOn(office.today()));
    }
}
