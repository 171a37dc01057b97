package io.crossgov.hiring.casefile;

import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.TalentPool;
import org.springframework.stereotype.Component;

/** The top of every form, the same in all steps. */
@Component
public class CaseHeads {

    private final Agencies agencies;
    private final Pools pools;
    private final OfficeClock office;

    CaseHeads(Agencies agencies, Pools pools, OfficeClock office) {
        this.agencies = agencies;
        this.pools = pools;
        this.office = office;
    }

    public CaseHead of(HiringCase hiring) {
        return of(hiring, pools.byAnnouncement(hiring.announcement()));
    }

    public CaseHead of(HiringCase hiring, TalentPool pool) {
        return CaseHead.of(hiring, agencies.byCode(hiring.agency()), pool, office);
    }
}
