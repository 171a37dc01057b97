package io.crossgov.hiring.document;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;

/**
 * Which cases a person may put files into and list files of. Package {@code casefile} implements it: files know nothing of
 * cases, so that cases can hold files.
 */
public interface CaseAccess {

    /**
     * The agency a case belongs to.
     *
     * @throws io.crossgov.hiring.common.Refusal 404 when there is no such case or the person may not know of it
     */
    String agencyOf(CaseNumber number, Actor actor);
}
