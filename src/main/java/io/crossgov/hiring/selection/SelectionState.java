package io.crossgov.hiring.selection;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Where one selection stands in steps 5 to 8, in the usual order; {@link #LOST} and {@link #DECLINED} end it before its time. */
public enum SelectionState {
    ELECTED("Elected"),
    NOTIFIED("OPM told"),
    RECIPIENTS_NAMED("Certificate recipients named"),
    RELEASED("Application material released"),
    REVIEW_RETURNED("Certificate review returned"),
    VERIFIED("Verified by OPM"),
    TENTATIVE_OFFERED("Tentative offer made"),
    TENTATIVE_ACCEPTED("Tentative offer accepted"),
    FINAL_OFFERED("Final offer made"),
    FINAL_ACCEPTED("Final offer accepted"),
    ONBOARDED("Entered on duty"),
    /** The candidate is no longer available, or the case ended. */
    LOST("Lost"),
    /** The candidate declined the offer, or did not enter on duty. */
    DECLINED("Offer declined");

    /** Those that still go on. */
    static final Set<SelectionState> RUNNING =
            Arrays.stream(values()).filter(SelectionState::isRunning).collect(Collectors.toUnmodifiableSet());

    /** Those of an appointment that OPM verified and that was not given up. */
    static final Set<SelectionState> APPOINTING =
            Arrays.stream(values()).filter(SelectionState::isVerified).collect(Collectors.toUnmodifiableSet());

    private final String title;

    SelectionState(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }

    /** Whether the selection still goes on: it holds one vacancy without having filled it. */
    public boolean isRunning() {
        return this != ONBOARDED && this != LOST && this != DECLINED;
    }

    /** Whether OPM has verified the selection and it was not given up since. */
    public boolean isVerified() {
        return compareTo(VERIFIED) >= 0 && compareTo(ONBOARDED) <= 0;
    }
}
