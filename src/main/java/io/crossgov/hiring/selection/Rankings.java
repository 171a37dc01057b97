package io.crossgov.hiring.selection;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crossgov.hiring.law.ProfessionalSeries;
import io.crossgov.hiring.law.Ranking;
import io.crossgov.hiring.pool.TalentPool;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * How pools rank their candidates, by the law's data. Another list of professional series can be named with
 * {@code crossgov.law.professional-series}.
 */
@Component
class Rankings {

    private final ProfessionalSeries professional;

    Rankings(@Value("${crossgov.law.professional-series:classpath:law/professional-series.yaml}") Resource series) {
        var yaml = new YamlMapFactoryBean();
        yaml.setResources(series);
        professional = new JsonMapper().convertValue(yaml.getObject(), ProfessionalSeries.class);
    }

    Ranking of(TalentPool pool) {
        return new Ranking(
                pool.rankingMethod(),
                pool.hiringAuthority(),
                professional.includes(pool.series(), pool.grade()),
                pool.cutOff());
    }
}
