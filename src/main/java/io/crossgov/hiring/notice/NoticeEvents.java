package io.crossgov.hiring.notice;

import io.crossgov.hiring.casefile.PortalAccountRequested;
import io.crossgov.hiring.casefile.SamplePositionDescriptionsRequested;
import io.crossgov.hiring.pool.CandidateReleased;
import io.crossgov.hiring.pool.CandidateWithdrawnFromAll;
import io.crossgov.hiring.pool.CategoryReferred;
import io.crossgov.hiring.selection.CandidateContacted;
import io.crossgov.hiring.selection.CandidateWithdrew;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Messages that people send from a form or a page and not a process by reaching an event. */
@Component
class NoticeEvents {

    private final Notices notices;

    NoticeEvents(Notices notices) {
        this.notices = notices;
    }

    @EventListener
    void on(CandidateContacted contacted) {
        notices.contacted(contacted);
    }

    @EventListener
    void on(CandidateWithdrew withdrew) {
        notices.withdrew(withdrew);
    }

    @EventListener
    void on(CandidateWithdrawnFromAll withdrawn) {
        notices.withdrawnFromAll(withdrawn.candidateId());
    }

    @EventListener
    void on(CandidateReleased released) {
        notices.availableAgain(released.candidateId(), released.selectionId());
    }

    @EventListener
    void on(CategoryReferred referred) {
        notices.categoryReferred(referred.announcement(), referred.downTo());
    }

    @EventListener
    void on(PortalAccountRequested requested) {
        notices.portalAccountRequested(requested.caseNumber(), requested.userId());
    }

    @EventListener
    void on(SamplePositionDescriptionsRequested requested) {
        notices.samplesRequested(requested.caseNumber(), requested.userId());
    }
}
