package io.crossgov.hiring.selection;

import jakarta.persistence.Embeddable;

/** Somebody at the agency who gets the certificate with the application material (step 5, M8). */
@Embeddable
public record CertificateRecipient(String name, String email) {}
