package io.crossgov.hiring.casefile;

import io.crossgov.hiring.common.CaseNumber;
import java.util.Map;
import java.util.UUID;

/** The offers of a case as its file shows them, told by the package that keeps them. Callers have settled who may know of them (L1). */
public interface CaseOffers {

    /** By selection; selections without an offer are missing. */
    Map<UUID, OfferOnFile> of(CaseNumber number);
}
