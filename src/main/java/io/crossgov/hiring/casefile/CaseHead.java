package io.crossgov.hiring.casefile;

import io.crossgov.hiring.agency.Agency;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.law.HiringAuthority;
import io.crossgov.hiring.law.PoolType;
import io.crossgov.hiring.pool.TalentPool;
import java.time.LocalDate;
import java.util.List;

/**
 * What stands at the top of each form: whose case it is, for which position, from which pool. Every form's view holds it, and
 * {@code forms/notes.js} draws it.
 */
public record CaseHead(CaseNumber caseNumber, String agency, String agencyName, String positionTitle, PoolHead pool) {

    static CaseHead of(HiringCase hiring, Agency agency, TalentPool pool, OfficeClock office) {
        return new CaseHead(
                hiring.number(), hiring.agency(), agency.name(), hiring.positionTitle(), PoolHead.of(pool, office));
    }

    /**
     * A pool as forms show it.
     *
     * @param lastDay on which selections may be made
     */
    public record PoolHead(
            AnnouncementNumber announcement,
            String label,
            PoolType type,
            String series,
            String grade,
            String fullPerformanceLevel,
            String appointmentType,
            List<String> dutyLocations,
            String dutyLocationList,
            LocalDate lastDay,
            String lastDayInWords,
            boolean directHire) {

        static PoolHead of(TalentPool pool, OfficeClock office) {
            return new PoolHead(
                    pool.announcement(),
                    pool.label(),
                    pool.poolType(),
                    pool.series(),
                    pool.grade(),
                    pool.fullPerformanceLevel(),
                    pool.appointmentType().word(),
                    pool.dutyLocations(),
                    String.join("; ", pool.dutyLocations()),
                    pool.window().lastDay(),
                    office.dueDayInWords(pool.window().lastDay()),
                    pool.hiringAuthority() == HiringAuthority.DIRECT_HIRE);
        }
    }
}
