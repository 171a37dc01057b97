package io.crossgov.hiring.workflow.form;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The field {@code form} of a task or start form. Its value is read from the domain when a browser asks for it, for the person
 * who asks: nothing a form shows is ever stored as a process variable.
 */
final class LiveFormField extends FormFieldImpl {

    private final transient Supplier<TypedValue> view;

    LiveFormField(Supplier<TypedValue> view) {
        this.view = view;
        setId(FormBinding.FORM);
    }

    @Override
    public TypedValue getValue() {
        return view.get();
    }
}
