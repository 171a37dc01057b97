package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.selection.Selection;
import io.crossgov.hiring.selection.SelectionState;
import io.crossgov.hiring.selection.Selections;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Settles, once for all messages of a case, who reads what. */
@Component
class NoticeReaders {

    private final Pools pools;
    private final Selections selections;
    private final OfficeClock office;

    NoticeReaders(Pools pools, Selections selections, OfficeClock office) {
        this.pools = pools;
        this.selections = selections;
        this.office = office;
    }

    NoticeRights of(HiringCase hiring, Actor actor) {
        var poolOpen = pools.byAnnouncement(hiring.announcement()).window().isOpenOn(office.today());
        // In an open case nobody needs it, and OPM reads everything.
        var hired = hiring.isOpen() || actor.isOpmStaff()
                ? Set.<UUID>of()
                : selections.ofCase(hiring.number()).stream()
                        .filter(selection -> selection.state() == SelectionState.ONBOARDED)
                        .map(Selection::id)
                        .collect(Collectors.toUnmodifiableSet());
        return new NoticeRights(hiring, poolOpen, hired, actor);
    }
}
