package io.crossgov.hiring.common;

import org.springframework.ui.Model;

/** Words by which a page's list is narrowed, as typed into its field. */
public final class TypedWords {

    /** Name of the model's sentence about them, null when there is nothing wrong. */
    private static final String REFUSED = "wordsRefused";

    private TypedWords() {}

    /** Puts them back into the field; words that nobody can look for narrow nothing, and the page says why. */
    public static SearchWords of(String words, Model model) {
        model.addAttribute("words", words);
        try {
            return new SearchWords(words);
        } catch (Refusal refusal) {
            model.addAttribute(REFUSED, refusal.sentence());
            return new SearchWords("");
        }
    }
}
