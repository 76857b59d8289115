package org.wayleave.app.quality;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.quality.NamedTable.LeftOut;
import org.wayleave.data.intake.ColumnKind;
import org.wayleave.data.intake.ColumnPlan;
import org.wayleave.data.intake.Intake;
import org.wayleave.data.intake.IntakeException;
import org.wayleave.data.intake.IntakeLimits;
import org.wayleave.data.intake.IntakePreview;
import org.wayleave.data.intake.Treatment;

/**
 * Reads a CSV or Parquet file to be examined. Direct identifiers and keys are left out, and said to be.
 *
 * @param charset encoding of a CSV file; null for UTF-8 or what its byte order mark says
 * @param leftOut columns that are not read, in whichever file they are
 * @param categories columns that are read as texts, in whichever file they are
 */
public record TableFile(@Nullable Charset charset, List<String> leftOut, List<String> categories) {
    /** Copies the lists. */
    public TableFile {
        leftOut = List.copyOf(leftOut);
        categories = List.copyOf(categories);
    }

    /**
     * Reads a file.
     *
     * @throws IntakeException if it is no table, or a value does not fit its column
     */
    public NamedTable read(Path file, LongConsumer read, BooleanSupplier cancelled) throws IOException {
        Intake intake = new Intake(file, charset, IntakeLimits.USUAL);
        IntakePreview looked = intake.preview();
        List<ColumnPlan> plans = new ArrayList<>();
        List<LeftOut> without = new ArrayList<>();
        for (ColumnPlan guessed : looked.columns()) {
            ColumnPlan plan = plan(guessed, looked.whole());
            plans.add(plan);
            if (plan.treatment() == Treatment.LEAVE_OUT) {
                without.add(new LeftOut(
                        plan.name(), leftOut.contains(plan.name()) ? "as the command says" : plan.reason()));
            }
        }
        Path name = file.getFileName();
        return new NamedTable(
                name == null ? file.toString() : name.toString(), intake.read(plans, null, read, cancelled), without);
    }

    private ColumnPlan plan(ColumnPlan guessed, boolean whole) {
        if (leftOut.contains(guessed.name())) {
            return guessed.treated(Treatment.LEAVE_OUT);
        }
        if (categories.contains(guessed.name())) {
            return guessed.of(ColumnKind.CATEGORY).treated(Treatment.KEEP);
        }
        if (guessed.treatment() == Treatment.UNDECIDED) {
            return guessed.treated(Treatment.LEAVE_OUT);
        }
        // A later row may have the first fraction.
        return !whole && guessed.kind() == ColumnKind.WHOLE ? guessed.of(ColumnKind.NUMBER) : guessed;
    }
}
