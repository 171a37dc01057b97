package io.crossgov.hiring.law;

/** The authority under which the certificate was issued. */
public enum HiringAuthority {
    DELEGATED_EXAMINING("Delegated examining"),
    DIRECT_HIRE("Direct hire");

    private final String title;

    HiringAuthority(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
