package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.AtHand;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One by one only when it is one: Hibernate translates a list of values into SQL each time anew, but not an id. */
class CandidateReadingImpl implements CandidateReading {

    private final EntityManager database;

    CandidateReadingImpl(EntityManager database) {
        this.database = database;
    }

    @Override
    public List<Candidate> read(Collection<UUID> ids) {
        var found = new ArrayList<Candidate>();
        var missing = new ArrayList<UUID>();
        for (var id : new LinkedHashSet<>(ids)) {
            AtHand.find(database, Candidate.class, id).ifPresentOrElse(found::add, () -> missing.add(id));
        }
        if (missing.size() == 1) {
            Optional.ofNullable(database.find(Candidate.class, missing.get(0))).ifPresent(found::add);
        } else if (!missing.isEmpty()) {
            found.addAll(database.createQuery(
                            "select c from Candidate c left join fetch c.dutyLocations where c.id in :ids",
                            Candidate.class)
                    .setParameter("ids", missing)
                    .getResultList());
        }
        return found;
    }
}
