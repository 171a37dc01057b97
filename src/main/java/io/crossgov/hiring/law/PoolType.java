package io.crossgov.hiring.law;

import java.time.LocalDate;

/** Who issued the certificate, and all that follows from it (D1). Nothing else asks which type it is: a new one answers these questions. */
public enum PoolType {
    /** OPM runs a cross-government action itself. */
    CGA("OPM's cross-government action (CGA)", "A cross-government action (CGA)") {

        /**
         * 12 months. The sources leave open whether the anniversary itself still counts; here, as for {@link #CSA}, the issue date is day 1,
         * so the last day is the one before the anniversary (issued 1 March: last day of February; issued 29 February: 28 February of the
         * next year).
         */
        @Override
        public LocalDate latestDay(LocalDate issuedOn) {
            return PoolTerm.endedBefore(issuedOn.plusYears(1), issuedOn);
        }

        @Override
        public String limit() {
            return "A pool is never open for more than one year from issue";
        }

        @Override
        public boolean isExtendable() {
            return true;
        }

        @Override
        public boolean isIssuedByOpm() {
            return true;
        }

        @Override
        public boolean isSharedByAgency() {
            return false;
        }

        @Override
        public boolean ownEmployeesFirst() {
            return false;
        }
    },
    /** One agency shares its own certificate under the Competitive Service Act (5 U.S.C. 3318(b)). */
    CSA("An agency's shared certificate (CSA)", "A shared certificate") {

        /** 240 days beginning on the date of issue (5 U.S.C. 3318(b)), which is day 1. */
        @Override
        public LocalDate latestDay(LocalDate issuedOn) {
            return issuedOn.plusDays(240 - 1L);
        }

        @Override
        public String limit() {
            return "A shared certificate is open for 240 days from issue";
        }

        @Override
        public boolean isExtendable() {
            return false;
        }

        @Override
        public boolean isIssuedByOpm() {
            return false;
        }

        @Override
        public boolean isSharedByAgency() {
            return true;
        }

        @Override
        public boolean ownEmployeesFirst() {
            return true;
        }
    };

    private final String title;
    private final String noun;

    PoolType(String title, String noun) {
        this.title = title;
        this.noun = noun;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** The same at the beginning of a sentence about any of them. */
    public String noun() {
        return noun;
    }

    /** The last day on which selections may be made, whatever OPM decides; the issue date is the first. */
    public abstract LocalDate latestDay(LocalDate issuedOn);

    /** How long that is, as the beginning of a sentence. */
    public abstract String limit();

    /** Whether OPM decides on the last day, and may extend it later, never past {@link #latestDay}; else nobody does. */
    public abstract boolean isExtendable();

    /** Whether only OPM issues it. */
    public abstract boolean isIssuedByOpm();

    /**
     * Whether an agency shares it with others, so that its announcement must have given notice of that, and appointments last and follow
     * delegated examining (5 U.S.C. 3318(b)).
     */
    public abstract boolean isSharedByAgency();

    /** Whether an agency tells its own employees of the vacancy, and hears them, before it elects anybody (5 U.S.C. 3318(b)). */
    public abstract boolean ownEmployeesFirst();
}
