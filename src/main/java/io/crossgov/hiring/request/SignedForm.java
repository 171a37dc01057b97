package io.crossgov.hiring.request;

import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.HiringCase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A version of Form A or Form B as it was signed; every version stays on file. */
@Entity
@Immutable
class SignedForm {

    @Id
    private UUID id;

    /** Not a lock: it only tells Spring Data that a form without it is new. */
    @Version
    @Column(name = "row_version")
    private Long rowVersion;

    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private SignedFormVersion.Form form;

    private int version;

    @Enumerated(EnumType.STRING)
    private SignedFormVersion.Outcome outcome;

    private String answers;
    private String agency;
    private String signedBy;
    private String signedByName;
    private String signedByEmail;
    private String signedByPhone;
    private Instant signedAt;

    protected SignedForm() {}

    SignedForm(
            HiringCase hiring,
            SignedFormVersion.Form form,
            int version,
            SignedFormVersion.Outcome outcome,
            String answers,
            String signedBy,
            CaseDesk.Signer signer,
            Instant at) {
        this.id = UUID.randomUUID();
        this.caseNumber = hiring.number().value();
        this.form = form;
        this.version = version;
        this.outcome = outcome;
        this.answers = answers;
        this.agency = hiring.agency();
        this.signedBy = signedBy;
        this.signedByName = signer.name();
        this.signedByEmail = signer.email();
        this.signedByPhone = signer.phone();
        this.signedAt = at;
    }

    String answers() {
        return answers;
    }

    SignedFormVersion asVersion() {
        return new SignedFormVersion(
                form, version, outcome, answers, agency, signedByName, signedByEmail, signedByPhone, signedAt);
    }
}
