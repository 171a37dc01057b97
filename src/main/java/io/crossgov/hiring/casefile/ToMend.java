package io.crossgov.hiring.casefile;

/** What OPM wants mended of a request that it returns. Only that is opened again; what is signed and in order stays on file. */
public enum ToMend {
    FORM_A("Form A is to be signed again."),
    FORM_B("Form B is to be certified again."),
    BOTH("Form A and Form B are to be signed again."),
    /** The coordinator sends the request again as it is signed. */
    NEITHER("Both forms stay signed; the coordinator puts right the rest.");

    private final String sentence;

    ToMend(String sentence) {
        this.sentence = sentence;
    }

    /** What a returned request still has to be mended in: a form named by OPM lost its signature. */
    public static ToMend of(HiringCase returned) {
        var formA = returned.formASignedAt().isEmpty();
        var formB = returned.formBSignedAt().isEmpty();
        return formA && formB ? BOTH : formA ? FORM_A : formB ? FORM_B : NEITHER;
    }

    /** What people read beside OPM's comment. */
    public String sentence() {
        return sentence;
    }

    public boolean formA() {
        return this == FORM_A || this == BOTH;
    }

    public boolean formB() {
        return this == FORM_B || this == BOTH;
    }
}
