package io.crossgov.hiring.document;

import io.crossgov.hiring.common.Refusal;
import java.util.Map;
import java.util.Set;

/** What files are on record as. The words are part of the upload address and of the forms; they do not change. */
public final class DocumentPurpose {

    /** Signed position description cover sheet. */
    public static final String OF_8 = "OF-8";
    /** The classified position description itself. */
    public static final String CLASSIFIED_PD = "CLASSIFIED-PD";
    /** One of OPM's sample position descriptions, put into a case by OPM (step 1). */
    public static final String SAMPLE_PD = "SAMPLE-PD";
    /** What proves an exemption from the hiring freeze (L6). */
    public static final String FREEZE_EVIDENCE = "FREEZE-EVIDENCE";
    /** Request for Personnel Action. */
    public static final String SF_52 = "SF-52";
    /** What a declining or withdrawing candidate sent (L9). */
    public static final String WITHDRAWAL = "WITHDRAWAL";
    /** Ground of an exception from the reemployment priority list (L7). */
    public static final String RPL_EXCEPTION = "RPL-EXCEPTION";
    /** A candidate's resume. */
    public static final String RESUME = "RESUME";

    /** Request to pass over a preference eligible (L15). */
    public static final String SF_62 = "SF-62";
    /** Independent review whether a displaced employee is well-qualified (L16). */
    public static final String SECOND_REVIEW = "SECOND-REVIEW";

    public static final String OTHER = "OTHER";

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry(OF_8, "the signed cover sheet (OF-8)"),
            Map.entry(CLASSIFIED_PD, "the classified position description"),
            Map.entry(SAMPLE_PD, "OPM's sample position description"),
            Map.entry(FREEZE_EVIDENCE, "the evidence for the hiring-freeze ground"),
            Map.entry(SF_52, "the SF-52"),
            Map.entry(WITHDRAWAL, "the withdrawal document"),
            Map.entry(RPL_EXCEPTION, "the evidence for the RPL exception"),
            Map.entry(RESUME, "the resume"),
            Map.entry(SF_62, "the SF-62"),
            Map.entry(SECOND_REVIEW, "the written second review"),
            Map.entry(OTHER, "the document"));

    private DocumentPurpose() {}

    static Set<String> all() {
        return TITLES.keySet();
    }

    /** The purpose in words, to stand in a sentence. */
    static String title(String purpose) {
        return TITLES.getOrDefault(purpose, "the document");
    }

    /** The purpose in words, to stand alone. */
    public static String label(String purpose) {
        var words = title(purpose);
        var bare = words.startsWith("the ") ? words.substring(4) : words;
        return Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
    }

    static String known(String purpose) {
        if (purpose == null || !TITLES.containsKey(purpose)) {
            throw Refusal.invalid(
                    "purpose",
                    "Say what the file is: one of "
                            + String.join(
                                    ", ", TITLES.keySet().stream().sorted().toList()) + ".");
        }
        return purpose;
    }
}
