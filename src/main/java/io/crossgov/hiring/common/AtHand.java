package io.crossgov.hiring.common;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** What a transaction has read already, without asking the database for what it has not. */
public final class AtHand {

    private AtHand() {}

    /** The entity with that id, when this transaction has read it whole. */
    public static <T> Optional<T> find(EntityManager database, Class<T> type, Object id) {
        var session = database.unwrap(SharedSessionContractImplementor.class);
        var entities = session.getFactory().getMappingMetamodel().getEntityDescriptor(type);
        return Optional.ofNullable(
                type.cast(session.getPersistenceContextInternal().getEntity(session.generateEntityKey(id, entities))));
    }
}
