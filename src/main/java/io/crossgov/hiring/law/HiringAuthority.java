package io.crossgov.hiring.law;

/** The authority under which the certificate was issued. */
public enum HiringAuthority {
    DELEGATED_EXAMINING("Delegated examining", Service.COMPETITIVE),
    DIRECT_HIRE("Direct hire", Service.COMPETITIVE),
    EXCEPTED_SERVICE("Excepted service", Service.EXCEPTED);

    private final String title;
    private final Service service;

    HiringAuthority(String title, Service service) {
        this.title = title;
        this.service = service;
    }

    /** In which service it appoints. */
    public Service service() {
        return service;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
