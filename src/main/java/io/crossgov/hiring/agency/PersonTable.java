package io.crossgov.hiring.agency;

import io.crossgov.hiring.access.Role;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface PersonTable extends JpaRepository<Person, String> {

    @Query("select p from Person p left join fetch p.roles where p.agency = :agency order by p.id")
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

    @Query("select p from Person p left join fetch p.roles order by p.id")
    List<Person> everybody();

    @Query("select p from Person p left join fetch p.roles where p.agency = :agency"
            + " and exists (select 1 from Person o join o.roles r where o = p and r in :roles) order by p.id")
    List<Person> ofAgencyWithRole(String agency, Collection<Role> roles);
}
