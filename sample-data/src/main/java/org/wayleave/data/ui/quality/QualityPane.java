package org.wayleave.data.ui.quality;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.quality.ConsentRate;
import org.wayleave.data.quality.Distribution;
import org.wayleave.data.quality.FeatureProfile;
import org.wayleave.data.quality.QualityReport;
import org.wayleave.data.ui.model.ObservedPopulation;
import org.wayleave.data.ui.model.PeopleModel;
import org.wayleave.data.ui.model.QualityModel;
import org.wayleave.data.ui.model.Words;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.theme.Theme;

/** Consent rates with alerts, and a profile of each feature, over the population that is shown. */
public final class QualityPane extends BorderPane {
    private final PeopleModel people;
    private final QualityModel model;
    private final Marks marks;
    private final FilterTable<ConsentRate> rates = new FilterTable<>("consent", "consents");
    private final FilterTable<FeatureProfile> features = new FilterTable<>("feature", "features");

    /** Makes the pane. */
    public QualityPane(PeopleModel people, QualityModel model, Theme theme) {
        this.people = people;
        this.model = model;
        marks = new Marks(theme);
        getStyleClass().add("quality");
        rateColumns();
        featureColumns();
        for (FilterTable<?> table : List.of(rates, features)) {
            table.setPlaceholder(new EmptyState(
                    Feather.ACTIVITY,
                    "Not measured yet",
                    "The figures come as soon as the people are looked at.",
                    null));
        }
        SplitPane split = new SplitPane(
                section(
                        "Consent rates",
                        "Shares of the customers by state of each consent, month by month; the newest change is compared with the months before.",
                        rates),
                section(
                        "Features",
                        "How complete each feature is, how it is spread, and how many values lie far from the others.",
                        features));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.52);
        setTop(bar());
        setCenter(split);
        model.reportProperty().subscribe(report -> {
            if (report != null) {
                fill(report);
            }
        });
        theme.tokensProperty().subscribe((before, now) -> {
            rates.table().refresh();
            features.table().refresh();
        });
    }

    private void fill(QualityReport report) {
        ObservedPopulation population = people.population();
        if (population != null) {
            List<Integer> asked = population.consents();
            rates.setRows(report.consents().stream()
                    .filter(rate -> asked.contains(rate.position()))
                    .toList());
            features.setRows(report.features());
        }
    }

    private HBox bar() {
        Label status = new Label();
        status.getStyleClass().add("text-secondary");
        status.textProperty().bind(model.statusProperty());
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(model.fractionProperty());
        progress.setPrefWidth(160);
        progress.setAccessibleText("Progress of the measurement");
        Button cancel = new Button("Cancel");
        cancel.getStyleClass().add("flat");
        cancel.setOnAction(event -> model.cancel());
        for (Region part : List.of(progress, cancel)) {
            part.visibleProperty().bind(model.fractionProperty().lessThan(1));
            part.managedProperty().bind(part.visibleProperty());
        }
        Button again = new Button("Measure all");
        again.getStyleClass().add("flat");
        again.setOnAction(event -> model.measureAgain());
        again.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.fractionProperty().get() == 1
                                && incomplete(model.reportProperty().get()),
                        model.fractionProperty(),
                        model.reportProperty()));
        again.managedProperty().bind(again.visibleProperty());
        HBox bar = new HBox(10, status, progress, cancel, again);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("quality-bar");
        return bar;
    }

    private static boolean incomplete(@org.jspecify.annotations.Nullable QualityReport report) {
        return report != null && report.measured() < Math.min(QualityModel.MOST, report.people());
    }

    private void rateColumns() {
        rates.text("Consent", 17, this::title).explained("Channel, purpose or topic.");
        rates.text("States", 13, this::states)
                .showing(marks::states)
                .explained("The four states side by side: granted, expired, unknown, denied.");
        for (ConsentState.State state : List.of(
                ConsentState.State.GRANTED,
                ConsentState.State.DENIED,
                ConsentState.State.UNKNOWN,
                ConsentState.State.EXPIRED)) {
            rates.number(Words.title(state.wire()) + " %", 7, 1, rate -> 100 * rate.share(state))
                    .explained("Share of the customers with that state at the moment of observation.");
        }
        rates.text("Granted, 12 months", 12, rate -> percent(rate.share(ConsentState.State.GRANTED)))
                .showing(marks::course)
                .explained("The granted share at monthly observations, drawn from its least to its greatest.");
        rates.number("Change, points", 8, 2, rate -> 100 * rate.change())
                .explained("By how many percentage points the granted share changed over the last month.");
        rates.number("Running out", 7, 0, ConsentRate::runningOut)
                .explained("People whose consent is granted now and runs out within 30 days.");
        rates.text("Finding", 9, rate -> finding(rate.alert()))
                .showing(QualityPane::alert)
                .explained(
                        "An alert when the granted share moved by at least a point, and further than the months before let expect.");
    }

    private void featureColumns() {
        features.text("Feature", 17, profile -> profile.spec().title()).explained("What is known, in words.");
        features.number("Missing %", 7, 1, profile -> 100 * profile.missingShare())
                .explained("Share of the people who have no value.");
        features.text("Spread", 13, QualityPane::frequent)
                .showing(marks::spread)
                .explained("How many people have each value, from the least to the greatest.");
        number("Least", "The least value.", Distribution::least);
        number("5 %", "A twentieth of the people with a value lies at or below it.", Distribution::low);
        number("Median", "Half of the people with a value lie at or below it.", Distribution::median);
        number("95 %", "A twentieth of the people with a value lies at or above it.", Distribution::high);
        number("Most", "The greatest value.", Distribution::most);
        features.number(
                        "Far out",
                        6,
                        0,
                        profile -> profile.distribution() == null
                                ? Double.NaN
                                : profile.distribution().outliers())
                .explained("People beyond three interquartile ranges from the quartiles.");
        features.text("Most frequent", 21, QualityPane::frequent)
                .explained("The three values that most people have, with their shares.");
    }

    private void number(String title, String sentence, java.util.function.ToDoubleFunction<Distribution> value) {
        features.number(
                        title,
                        6,
                        1,
                        profile -> profile.distribution() == null
                                ? Double.NaN
                                : value.applyAsDouble(profile.distribution()))
                .explained(sentence);
    }

    private String title(ConsentRate rate) {
        ObservedPopulation population = people.population();
        String title = population == null
                ? rate.key().id()
                : Words.consent(
                        population.catalogue(),
                        rate.key().dimension(),
                        rate.key().id());
        return Words.dimension(rate.key().dimension()) + ": " + title;
    }

    private String states(ConsentRate rate) {
        return "granted " + percent(rate.share(ConsentState.State.GRANTED)) + ", expired "
                + percent(rate.share(ConsentState.State.EXPIRED)) + ", unknown "
                + percent(rate.share(ConsentState.State.UNKNOWN)) + ", denied "
                + percent(rate.share(ConsentState.State.DENIED));
    }

    private static String frequent(FeatureProfile profile) {
        int present = Math.max(1, profile.people() - profile.missing());
        StringBuilder text = new StringBuilder();
        profile.values().stream()
                .limit(3)
                .forEach(value -> text.append(text.isEmpty() ? "" : ", ")
                        .append(value.value())
                        .append(" (")
                        .append(percent((double) value.people() / present))
                        .append(')'));
        return text.toString();
    }

    private static Node alert(ConsentRate rate) {
        return switch (rate.alert()) {
            case NONE -> Texts.secondary(finding(rate.alert()));
            case FALL -> new StateChip(finding(rate.alert()), Tone.BAD);
            case RISE -> new StateChip(finding(rate.alert()), Tone.WARNING);
        };
    }

    private static String finding(ConsentRate.Alert alert) {
        return switch (alert) {
            case NONE -> "as expected";
            case FALL -> "unusual fall";
            case RISE -> "unusual rise";
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static BorderPane section(String title, String sentence, Node table) {
        VBox head = new VBox(2, Texts.heading(title), Texts.secondary(sentence));
        head.getStyleClass().add("section-head");
        BorderPane pane = new BorderPane(table);
        pane.setTop(head);
        return pane;
    }
}
