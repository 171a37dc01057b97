package io.crossgov.hiring.casefile;

import io.crossgov.hiring.common.AtHand;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.Optional;

/** By a query and not by an entity graph, which Hibernate translates into SQL each time anew. */
class CaseReadingImpl implements CaseReading {

    private final EntityManager database;

    CaseReadingImpl(EntityManager database) {
        this.database = database;
    }

    @Override
    public Optional<HiringCase> read(String number) {
        return AtHand.find(database, HiringCase.class, number)
                // What is not at hand has not been changed here.
                .or(() -> database.createQuery(
                                """
                                select c, p, a from HiringCase c left join fetch c.dutyLocations
                                join TalentPool p on p.announcement = c.announcement
                                join Agency a on a.code = c.agency
                                where c.number = :number""",
                                Object[].class)
                        .setParameter("number", number)
                        .setFlushMode(FlushModeType.COMMIT)
                        .getResultStream()
                        .findFirst()
                        .map(row -> (HiringCase) row[0]));
    }
}
