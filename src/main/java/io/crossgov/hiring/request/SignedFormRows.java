package io.crossgov.hiring.request;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SignedFormRows extends JpaRepository<SignedForm, UUID> {

    @Query("select f from SignedForm f where f.caseNumber = :caseNumber order by f.form, f.version desc")
    List<SignedForm> ofCase(String caseNumber);

    @Query(
            """
            select f from SignedForm f where f.caseNumber = :caseNumber and f.form = :form
            order by f.version desc limit 1""")
    List<SignedForm> latest(String caseNumber, SignedFormVersion.Form form);
}
