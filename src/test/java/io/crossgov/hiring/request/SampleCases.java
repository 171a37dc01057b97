package io.crossgov.hiring.request;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PdSource;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.casefile.Vacancy;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Cases for tests of what follows steps 1 to 3. */
public final class SampleCases {

    private SampleCases() {}

    /** An open case of the manager's agency for one permanent, remote GS-13, with access to the pool approved; not saved. */
    public static HiringCase approved(
            CaseNumber number,
            AnnouncementNumber announcement,
            Actor manager,
            LocalDate needValidatedOn,
            Instant decidedAt) {
        var hiring = new HiringCase(number, announcement, "Strategist", manager, decidedAt);
        hiring.describe(new PositionDescription(
                "PD-1", "0301", "GS-13", "GS-13", PdSource.EXISTING, true, null, null, null, null));
        hiring.expressInterest(new Vacancy(
                "Strategist",
                "FTE-1",
                1,
                List.of("Remote"),
                AppointmentType.PERMANENT,
                Service.COMPETITIVE,
                null,
                needValidatedOn,
                null));
        hiring.startRequest(needValidatedOn);
        hiring.decideAccess(AccessDecision.APPROVED, null, null, decidedAt);
        return hiring;
    }
}
