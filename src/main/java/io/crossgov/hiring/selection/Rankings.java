package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.LawFile;
import io.crossgov.hiring.law.ProfessionalSeries;
import io.crossgov.hiring.law.Ranking;
import io.crossgov.hiring.pool.TalentPool;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * How pools rank their candidates, by the law's data. Another list of professional series can be named with
 * {@code crossgov.law.professional-series}.
 */
@Component
class Rankings {

    private final ProfessionalSeries professional;

    /** @throws io.crossgov.hiring.common.StartRefused when the file is not there or not as it must be */
    Rankings(@Value("${crossgov.law.professional-series:classpath:law/professional-series.yaml}") Resource series) {
        professional = LawFile.read("crossgov.law.professional-series", series, ProfessionalSeries.class);
    }

    Ranking of(TalentPool pool) {
        return new Ranking(
                pool.assessment(),
                pool.hiringAuthority(),
                pool.authorityDays(),
                professional.includes(pool.series(), pool.grade()),
                pool.cutOff());
    }
}
