package org.wayleave.data.ui.dataset;

import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.wayleave.data.ui.dataset.model.DatasetsModel;
import org.wayleave.data.ui.dataset.model.ExaminationModel;
import org.wayleave.ui.theme.Theme;

/** What was measured of the data set that is looked at. */
public final class DatasetDetail extends TabPane {
    /** Makes the detail; it follows the data set that is looked at. */
    public DatasetDetail(DatasetsModel datasets, ExaminationModel model, Theme theme) {
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        getTabs()
                .setAll(
                        new Tab("Profile", new ProfileView(datasets, model, theme)),
                        new Tab("Comparison", new ComparisonView(datasets, model)));
        datasets.chosenProperty().subscribe(model::show);
    }
}
