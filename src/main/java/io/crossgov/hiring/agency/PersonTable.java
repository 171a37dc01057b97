package io.crossgov.hiring.agency;

import io.crossgov.hiring.access.Role;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface PersonTable extends JpaRepository<Person, String> {

    @Query("select p from Person p left join fetch p.roles where p.id = :id")
    Optional<Person> withRoles(String id);

    @Query("select distinct p from Person p left join fetch p.roles where p.agency = :agency order by p.id")
    List<Person> ofAgency(String agency);

    /** Everybody at an agency, kept as they are until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.agency = :agency order by p.id")
    List<Person> held(String agency);

    /** User name and full name. */
    interface Named {
        String getId();

        String getName();
    }

    @Query("select p.id as id, p.name as name from Person p where p.id in :ids")
    List<Named> named(Collection<String> ids);

    @Query("select distinct p from Person p left join fetch p.roles order by p.id")
    List<Person> everybody();

    @Query("select distinct p from Person p left join fetch p.roles where p.agency = :agency"
            + " and :role member of p.roles order by p.id")
    List<Person> ofAgencyWithRole(String agency, Role role);
}
