package io.crossgov.hiring.casefile;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.document.CaseAccess;
import org.springframework.stereotype.Component;

/** A case's files are open to who may know of the case. */
@Component
class CaseDocumentAccess implements CaseAccess {

    private final Cases cases;

    CaseDocumentAccess(Cases cases) {
        this.cases = cases;
    }

    @Override
    public String agencyOf(CaseNumber number, Actor actor) {
        return cases.visible(number, actor).agency();
    }
}
