package io.crossgov.hiring.law;

/** Who issued the certificate; decides how long it may be used (D1). */
public enum PoolType {
    /** OPM runs a cross-government action itself. */
    CGA("OPM's cross-government action (CGA)"),
    /** One agency shares its own certificate under the Competitive Service Act (5 U.S.C. 3318(b)). */
    CSA("An agency's shared certificate (CSA)");

    private final String title;

    PoolType(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
