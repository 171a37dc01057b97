package io.crossgov.hiring.agency;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface AgencyTable extends JpaRepository<Agency, String> {

    List<Agency> findAllByOrderByCode();
}
