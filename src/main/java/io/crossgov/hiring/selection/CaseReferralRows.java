package io.crossgov.hiring.selection;

import org.springframework.data.jpa.repository.JpaRepository;

interface CaseReferralRows extends JpaRepository<CaseReferral, String> {}
