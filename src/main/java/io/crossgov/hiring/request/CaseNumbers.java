package io.crossgov.hiring.request;

import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import jakarta.persistence.EntityManager;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.springframework.stereotype.Component;

/** Gives out case numbers. A database sequence counts on through the years, so that no two cases ever meet. */
@Component
class CaseNumbers {

    private static final String SEQUENCE = "case_number_sequence";

    private final EntityManager entityManager;
    private final OfficeClock clock;

    CaseNumbers(EntityManager entityManager, OfficeClock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    CaseNumber next() {
        var dialect = entityManager
                .getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getJdbcServices()
                .getDialect();
        var query = dialect.getSequenceSupport().getSequenceNextValString(SEQUENCE);
        var sequence = (Number) entityManager.createNativeQuery(query).getSingleResult();
        return CaseNumber.of(clock.today().getYear(), sequence.longValue());
    }
}
