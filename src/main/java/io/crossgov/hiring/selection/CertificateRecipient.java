package io.crossgov.hiring.selection;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody at the agency who gets the certificate with the application material (step 5, M8). */
@Embeddable
public record CertificateRecipient(String name, String email) {

    /** As in "Maria Delgado (maria.delgado@gsa.example), Thomas Whitfield (thomas.whitfield@gsa.example)". */
    static String inWords(List<CertificateRecipient> several) {
        return several.stream()
                .map(each -> each.name() + " (" + each.email() + ")")
                .collect(Collectors.joining(", "));
    }
}
