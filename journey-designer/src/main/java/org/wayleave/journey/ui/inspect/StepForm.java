package org.wayleave.journey.ui.inspect;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.JourneyEditor;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.graph.Step;
import org.wayleave.ui.control.Forms;

/** Makes typed controls for the properties of one step. */
final class StepForm extends EditForm {
    private final String step;

    /**
     * Creates a form.
     *
     * @param rebuild shows the form anew after a change of what there is to say
     */
    StepForm(JourneyEditor editor, String step, Texts texts, Runnable rebuild) {
        super(editor, texts, rebuild);
        this.step = step;
    }

    /** Changes the step as it now stands; the field says why when that is not possible. */
    void change(UnaryOperator<Step> change, Forms.@Nullable Field field) {
        Optional<Step> now = editor().current().step(step);
        now.ifPresent(old -> commit(() -> new JourneyEdit.ChangeStep(change.apply(old)), field));
    }

    /** Changes the step and shows the form anew. */
    void restructure(UnaryOperator<Step> change) {
        change(change, null);
        showAnew();
    }
}
