package org.wayleave.app.ui.governance;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.app.ui.words.Times;
import org.wayleave.data.privacy.BudgetLimit;
import org.wayleave.data.privacy.PrivacyBudget.Balance;
import org.wayleave.data.privacy.PrivacyCost;
import org.wayleave.data.privacy.WorkspacePrivacyBudget;
import org.wayleave.data.privacy.ZeroConcentrated;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.Forms;
import org.wayleave.ui.control.Overlays;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.theme.Icons;
import org.wayleave.workspace.PrivacySpend;

/** The privacy budgets: what may be learned of each data set for each purpose, what has been, and what is left. */
final class BudgetsPane extends BorderPane {
    private final FilterTable<Balance> balances = new FilterTable<>("budget", "budgets");
    private final FilterTable<PrivacySpend> spends = new FilterTable<>("release", "releases");
    private final Overlays overlays;
    private final Consumer<Limit> set;
    private List<PrivacySpend> all = List.of();

    /** A limit that is to be set. */
    record Limit(String dataset, String purpose, BudgetLimit limit) {}

    /**
     * The pane.
     *
     * @param mayChange whether limits may be set by this person here
     * @param set sets a limit
     */
    BudgetsPane(Overlays overlays, Times times, boolean mayChange, Consumer<Limit> set) {
        this.overlays = overlays;
        this.set = set;
        balances.identifiedBy(balance -> List.of(balance.dataset(), balance.purpose()));
        balances.text("Data set", 16, Balance::dataset);
        balances.text("Purpose", 12, Balance::purpose);
        balances.number("ε limit", 7, 2, balance -> balance.limit().epsilon())
                .explained("Epsilon of differential privacy for all releases together: the smaller, the less can be"
                        + " learned about any one person.");
        balances.text("δ", 6, balance -> delta(balance.limit().delta()))
                .explained("Probability with which the promise of ε may fail.");
        balances.number("ε spent", 7, 3, Balance::epsilonSpent)
                .explained("Of all releases so far, composed by zero-concentrated differential privacy.");
        balances.number("Spent %", 12, 0, BudgetsPane::share)
                .showing(BudgetsPane::bar)
                .explained("Share of the loss that the limit admits.");
        balances.number("ε left", 7, 3, Balance::epsilonLeft)
                .explained("Of one further release that would use up the rest.");
        balances.number("Releases", 7, 0, Balance::releases);
        balances.setPlaceholder(new EmptyState(
                Feather.PIE_CHART,
                "No privacy budget is in use",
                "Figures about people in an imported data set leave the team with noise, and each release is paid for"
                        + " here. Until a budget is set, each data set and purpose has ε = "
                        + number(WorkspacePrivacyBudget.USUAL.epsilon()) + " at δ = "
                        + delta(WorkspacePrivacyBudget.USUAL.delta())
                        + ". Synthetic people are nobody: they need none.",
                null));
        spends.identifiedBy(PrivacySpend::number);
        spends.number("No.", 4, 0, PrivacySpend::number);
        spends.text("Asked", 30, spend -> spend.request().query());
        spends.number("Loss ρ", 8, 5, spend -> spend.request().rho())
                .explained("Zero-concentrated loss; the losses of releases add.");
        spends.number("ε alone", 8, 3, BudgetsPane::alone)
                .explained("What this release alone comes to, at the δ of one in a million.");
        spends.text("By", 10, PrivacySpend::author);
        spends.value("When", 14, PrivacySpend::spent, times::full);
        spends.setPlaceholder(new EmptyState(
                Feather.LIST, "No release", "Choose a budget above to see what was paid for from it.", null));
        Button change = new Button("Set a budget…", Icons.of(Feather.EDIT_2));
        change.setId("set-budget");
        change.setDisable(!mayChange);
        change.setOnAction(event -> ask());
        balances.addTools(change);
        balances.selectedProperty().subscribe(balance -> showSpends());
        SplitPane split = new SplitPane(balances, spends);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.55);
        setCenter(split);
    }

    void show(List<Balance> now, List<PrivacySpend> paid) {
        all = paid;
        balances.setRows(now);
        if (balances.selectedProperty().get() == null && !now.isEmpty()) {
            balances.select(now.getFirst());
        }
        showSpends();
    }

    private void showSpends() {
        Balance chosen = balances.selectedProperty().get();
        spends.setRows(
                chosen == null
                        ? List.of()
                        : all.stream()
                                .filter(spend -> spend.request().dataset().equals(chosen.dataset())
                                        && spend.request().purpose().equals(chosen.purpose()))
                                .toList());
    }

    private static double share(Balance balance) {
        double whole = balance.limit().left(PrivacyCost.NONE).rho();
        return 100 * (1 - balance.left().rho() / whole);
    }

    private static ProgressBar bar(Balance balance) {
        ProgressBar bar = new ProgressBar(share(balance) / 100);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(String.format(Locale.ROOT, "%.0f %% spent", share(balance)));
        return bar;
    }

    private static double alone(PrivacySpend spend) {
        return new ZeroConcentrated(spend.request().rho()).epsilon(WorkspacePrivacyBudget.USUAL.delta());
    }

    private void ask() {
        Balance chosen = balances.selectedProperty().get();
        TextField dataset = new TextField(chosen == null ? "" : chosen.dataset());
        dataset.setId("budget-dataset");
        TextField purpose = new TextField(chosen == null ? "" : chosen.purpose());
        purpose.setId("budget-purpose");
        BudgetLimit now = chosen == null ? WorkspacePrivacyBudget.USUAL : chosen.limit();
        TextField epsilon = new TextField(number(now.epsilon()));
        epsilon.setId("budget-epsilon");
        TextField delta = new TextField(delta(now.delta()));
        delta.setId("budget-delta");
        Forms.Field epsilonField = Forms.field("ε (epsilon)", epsilon, "Above 0; 1 is usual, above 10 promises little.")
                .check(
                        epsilon.textProperty(),
                        text -> between(text, Double.POSITIVE_INFINITY, "Write a number above 0."));
        Forms.Field deltaField = Forms.field(
                        "δ (delta)", delta, "Far below one over the number of people, such as 1e-6.")
                .check(delta.textProperty(), text -> between(text, 1, "Write a number above 0 and below 1."));
        Button keep = new Button("Set the budget");
        keep.setId("budget-set");
        keep.getStyleClass().add("accent");
        keep.setDefaultButton(true);
        keep.disableProperty()
                .bind(dataset.textProperty()
                        .isEmpty()
                        .or(purpose.textProperty().isEmpty())
                        .or(epsilonField.errorProperty().isNotEmpty())
                        .or(deltaField.errorProperty().isNotEmpty()));
        Button back = new Button("Back");
        HBox buttons = new HBox(8, back, keep);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(
                18,
                Texts.heading("Set a privacy budget"),
                Texts.secondary("What was spent already stays spent. The change stands in the audit ledger."),
                Forms.column(
                        Forms.field("Data set", dataset, "Its id, as imports name it."),
                        Forms.field("Purpose", purpose, "Id of a purpose of the catalogue, such as analytics."),
                        epsilonField,
                        deltaField),
                buttons);
        card.getStyleClass().add("question");
        Runnable close = overlays.show("Set a privacy budget", card, epsilon);
        back.setOnAction(event -> close.run());
        keep.setOnAction(event -> {
            close.run();
            set.accept(new Limit(
                    dataset.getText().strip(),
                    purpose.getText().strip(),
                    new BudgetLimit(
                            Double.parseDouble(epsilon.getText().strip()),
                            Double.parseDouble(delta.getText().strip()))));
        });
    }

    private static String between(@Nullable String text, double most, String otherwise) {
        try {
            double value = text == null ? 0 : Double.parseDouble(text.strip());
            return value > 0 && value < most ? "" : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static String number(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String delta(double value) {
        return String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-");
    }
}
