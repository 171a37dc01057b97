package io.crossgov.hiring.notice;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.document.Documents;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Links to documents of a case, as they stand in messages. */
@Component
class CaseDocuments {

    private final Documents documents;
    private final Links links;

    CaseDocuments(Documents documents, Links links) {
        this.documents = documents;
        this.links = links;
    }

    /** One a document, with what it is on file as; ids of other cases are left out. */
    List<String> links(HiringCase hiring, Collection<UUID> ids) {
        return documents.ofCase(hiring.number()).stream()
                .filter(document -> ids.contains(document.id()))
                .map(links::toDocument)
                .toList();
    }
}
