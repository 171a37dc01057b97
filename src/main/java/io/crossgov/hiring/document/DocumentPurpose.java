package io.crossgov.hiring.document;

import com.fasterxml.jackson.annotation.JsonValue;
import io.crossgov.hiring.common.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What files are on record as. The words are part of the upload address, of the forms and of the records; they do not change. */
public enum DocumentPurpose {
    /** Signed position description cover sheet. */
    OF_8("OF-8", "the signed cover sheet (OF-8)"),
    /** The classified position description itself. */
    CLASSIFIED_PD("CLASSIFIED-PD", "the classified position description"),
    /** One of OPM's sample position descriptions, put into a case by OPM (step 1). */
    SAMPLE_PD("SAMPLE-PD", "OPM's sample position description"),
    /** What proves an exemption from the hiring freeze (L6). */
    FREEZE_EVIDENCE("FREEZE-EVIDENCE", "the evidence for the hiring-freeze ground"),
    /** What the supervisor clarified about the hiring freeze, and signed (L6). */
    FREEZE_CLARIFICATION("FREEZE-CLARIFICATION", "the supervisor's signed clarification"),
    /** Request for Personnel Action. */
    SF_52("SF-52", "the SF-52"),
    /** What shows how, and when, a candidate was asked whom no message of ours asked (L14, L16). */
    CONTACT("CONTACT", "the paper that shows how the candidate was asked"),
    /** What a declining or withdrawing candidate sent (L9). */
    WITHDRAWAL("WITHDRAWAL", "the withdrawal document"),
    /** Ground of an exception from the reemployment priority list (L7). */
    RPL_EXCEPTION("RPL-EXCEPTION", "the evidence for the RPL exception"),
    /** A candidate's resume. */
    RESUME("RESUME", "the resume"),
    /** Request to pass over a preference eligible (L15). */
    SF_62("SF-62", "the SF-62"),
    /** Independent review whether a displaced employee is well-qualified (L16). */
    SECOND_REVIEW("SECOND-REVIEW", "the written second review"),
    OTHER("OTHER", "the document");

    private final String word;
    private final String title;

    DocumentPurpose(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** As it stands in addresses and records, for example "OF-8". */
    @JsonValue
    public String word() {
        return word;
    }

    /** The purpose in words, to stand in a sentence. */
    String title() {
        return title;
    }

    /** The purpose in words, to stand alone. */
    public String label() {
        var bare = title.startsWith("the ") ? title.substring(4) : title;
        return Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
    }

    /** The purpose of that word, if it is one. */
    public static Optional<DocumentPurpose> find(String word) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.word.equals(word))
                .findFirst();
    }

    /** @throws Refusal 400 for a word that is none, naming all there are */
    public static DocumentPurpose of(String word) {
        return find(word)
                .orElseThrow(() -> Refusal.invalid(
                        "purpose",
                        "Say what the file is: one of "
                                + Arrays.stream(values())
                                        .map(DocumentPurpose::word)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
