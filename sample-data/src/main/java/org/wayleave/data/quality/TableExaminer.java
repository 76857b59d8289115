package org.wayleave.data.quality;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.disclosure.DisclosureCheck;
import org.wayleave.data.disclosure.DisclosureReport;
import org.wayleave.data.quality.drift.DriftCheck;
import org.wayleave.data.quality.drift.DriftReport;
import org.wayleave.data.quality.profile.TableProfile;
import org.wayleave.data.quality.profile.TableProfiler;
import org.wayleave.data.table.Table;
import org.wayleave.data.utility.UtilityCheck;
import org.wayleave.data.utility.UtilityReport;

/** Examines a table: its profile, and beside another table drift, utility and disclosure. */
public final class TableExaminer {
    private final long seed;

    /** Makes an examiner; the seed draws samples, resamples and attacks. */
    public TableExaminer(long seed) {
        this.seed = seed;
    }

    /**
     * Examines.
     *
     * @param table the table
     * @param against the table it stands for, or an earlier one of its kind; null for the profile alone
     * @param held rows of the same population that were held out when the table was made; null for none, or without {@code against}
     * @param stage told what begins
     * @param cancelled asked now and then
     * @throws CancellationException once cancelled
     * @throws IllegalArgumentException if somebody was held out and the three tables share no column
     */
    public TableExamination examine(
            Table table,
            @Nullable Table against,
            @Nullable Table held,
            Consumer<String> stage,
            BooleanSupplier cancelled) {
        stage.accept("Profile of " + table.columns().size() + " columns");
        TableProfile profile = TableProfiler.profile(table, cancelled);
        if (against == null) {
            return new TableExamination(profile, null, null, null);
        }
        stage.accept("Drift");
        DriftReport drift = DriftCheck.compare(against, table, cancelled);
        stage.accept("Utility");
        UtilityReport utility = new UtilityCheck(seed).compare(table, against, cancelled);
        DisclosureReport disclosure = null;
        if (held != null) {
            stage.accept("Attacks");
            disclosure = new DisclosureCheck(seed).attack(table, against, held, cancelled);
        }
        return new TableExamination(profile, drift, utility, disclosure);
    }
}
