package io.crossgov.hiring.selection;

import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.Agency;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.pool.CandidateAvailability;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which verified selection holds a candidate. For OPM only: an agency is told that the candidate is not available, and no more (L8). */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class Holders {

    private final CandidateAvailability availability;
    private final SelectionRows selections;
    private final Agencies agencies;
    private final OfficeClock office;

    Holders(CandidateAvailability availability, SelectionRows selections, Agencies agencies, OfficeClock office) {
        this.availability = availability;
        this.selections = selections;
        this.agencies = agencies;
        this.office = office;
    }

    /** @param inWords who holds the candidate, in which case and since when, as a sentence */
    record Holder(UUID selectionId, CaseNumber caseNumber, String inWords) {}

    /** Who holds the candidate of that selection in its place; empty when nobody does, or the selection itself. */
    Optional<Holder> otherThan(Selection selection) {
        return Optional.ofNullable(othersThan(Set.of(selection)).get(selection.id()));
    }

    /** As {@link #otherThan}, by the selections' ids; in three queries, however many there are. */
    Map<UUID, Holder> othersThan(Collection<Selection> ofOneCase) {
        var candidates = new HashSet<UUID>();
        ofOneCase.forEach(selection -> candidates.add(selection.candidateId()));
        var holderOf = availability.holdersOf(candidates);
        var holders = new HashMap<UUID, Selection>();
        selections.findAllById(holderOf.values()).forEach(holder -> holders.put(holder.id(), holder));
        var others = new HashMap<UUID, Holder>();
        for (var selection : ofOneCase) {
            var holder = holders.get(holderOf.get(selection.candidateId()));
            if (holder != null && !holder.id().equals(selection.id())) {
                others.put(selection.id(), told(holder));
            }
        }
        return others;
    }

    private Holder told(Selection holder) {
        var agency = agencies.find(holder.agency()).map(Agency::name).orElse(holder.agency());
        var since = holder.verification()
                .map(SelectionVerification::decidedAt)
                .map(at -> " since " + Dates.inWords(office.dayOf(at)))
                .orElse("");
        return new Holder(
                holder.id(),
                holder.caseNumber(),
                holder.enteredOnDuty()
                        .map(on -> agency + " hired the candidate in case " + holder.caseNumber() + ", on duty since "
                                + Dates.inWords(on) + ".")
                        .orElseGet(() -> agency + " holds the candidate in case " + holder.caseNumber() + since + "."));
    }
}
