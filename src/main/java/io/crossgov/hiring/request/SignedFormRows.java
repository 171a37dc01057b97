package io.crossgov.hiring.request;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface SignedFormRows extends JpaRepository<SignedForm, UUID> {

    List<SignedForm> findByCaseNumberOrderByFormAscVersionDesc(String caseNumber);

    List<SignedForm> findFirstByCaseNumberAndFormOrderByVersionDesc(String caseNumber, SignedFormVersion.Form form);
}
