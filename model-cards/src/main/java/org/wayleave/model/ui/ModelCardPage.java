package org.wayleave.model.ui;

import java.time.InstantSource;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.model.ModelCard;
import org.wayleave.model.ModelCardDocuments;
import org.wayleave.ui.form.FormPage;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.task.BackgroundTasks;

/** The page "Models": the model cards of a workspace, each with a form to fill it in. */
public final class ModelCardPage extends FormPage<ModelCard> {
    /** Id of the page. */
    public static final String ID = "models";

    public ModelCardPage(ModelCardDocuments cards, BackgroundTasks tasks, Navigator navigator, InstantSource clock) {
        super(
                ID,
                "Models",
                Feather.CPU,
                ModelCardOutline.outline(),
                new RecordForms<>(cards.documents()),
                tasks,
                navigator,
                clock);
    }
}
