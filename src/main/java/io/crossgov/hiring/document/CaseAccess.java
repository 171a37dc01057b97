package io.crossgov.hiring.document;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;

/**
 * The cases whose papers a person asks about. Package {@code casefile} implements it: files know nothing of cases, so that cases can
 * hold files.
 */
public interface CaseAccess {

    /**
     * The case as its papers see it.
     *
     * @throws io.crossgov.hiring.common.Refusal 404 when there is no such case or the person may not know of it
     */
    PaperCase visible(CaseNumber number, Actor actor);

    /**
     * The same, held until the transaction ends, so that no case closes while a paper is put into it.
     *
     * @throws io.crossgov.hiring.common.Refusal as {@link #visible}
     */
    PaperCase held(CaseNumber number, Actor actor);
}
