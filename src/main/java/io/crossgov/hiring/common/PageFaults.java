package io.crossgov.hiring.common;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.function.UnaryOperator;
import org.springframework.ui.Model;

/**
 * What is wrong with what a person entered on a page: each sentence at its field, and all of them above, as links. The page's parts are
 * in {@code field.html}.
 */
public final class PageFaults {

    /** Name of the model's map of sentences by the id of the element they stand at. */
    public static final String WRONG = "wrong";

    private PageFaults() {}

    /**
     * For a form whose fields are read by name.
     *
     * @throws Refusal 400 naming each field that was sent and is none of the form's
     */
    public static void mustBeFieldsOf(Collection<String> form, Collection<String> sent) {
        var faults = new Faults();
        KnownParameters.unknown(sent, form, faults);
        faults.refuse();
    }

    /**
     * @param form which of the page's forms was sent, as the page calls it
     * @param idOf the id of the element at which a fault of that answer is said; the answer may be null, the id may not
     */
    public static void show(
            Refusal refusal, String form, UnaryOperator<String> idOf, Model model, HttpServletResponse response) {
        response.setStatus(refusal.kind().status());
        var wrong = new LinkedHashMap<String, String>();
        for (var fault : refusal.faults()) {
            wrong.merge(idOf.apply(fault.field()), fault.sentence(), (one, other) -> one + " " + other);
        }
        model.addAttribute("refusedForm", form);
        model.addAttribute("refusal", refusal.sentence());
        model.addAttribute(WRONG, wrong);
    }
}
