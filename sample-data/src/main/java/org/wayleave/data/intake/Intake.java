package org.wayleave.data.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.Table;
import org.wayleave.data.token.Tokeniser;

/** Reads a CSV or Parquet file of a user: first a look at it, then the whole, checked value by value. */
public final class Intake {
    private static final int LOOKED_AT = 5_000;
    private static final int SHOWN = 20;
    private static final int STRIDE = 1024;
    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final Path file;
    private final @Nullable Charset charset;
    private final IntakeLimits limits;

    /**
     * Makes an intake.
     *
     * @param charset encoding of a CSV file; null for UTF-8 or what its byte order mark says
     */
    public Intake(Path file, @Nullable Charset charset, IntakeLimits limits) {
        this.file = file;
        this.charset = charset;
        this.limits = limits;
    }

    /**
     * Looks at the first rows.
     *
     * @param catalogue whose data elements the columns may hold
     * @throws IntakeException if the file is no table
     */
    public IntakePreview preview(Catalogue catalogue) throws IOException {
        return preview(catalogue.dataElements());
    }

    /**
     * Looks at the first rows of a table that is not taken in, so that its columns hold no data elements of a catalogue.
     *
     * @throws IntakeException if the file is no table
     */
    public IntakePreview preview() throws IOException {
        return preview(Map.of());
    }

    private IntakePreview preview(Map<String, DataElement> elements) throws IOException {
        try (RecordSource source = open()) {
            List<ColumnGuess> guesses =
                    source.header().stream().map(ColumnGuess::new).toList();
            List<List<String>> shown = new ArrayList<>();
            int looked = 0;
            boolean more = source.next();
            while (more && looked < LOOKED_AT) {
                List<String> fields = source.fields();
                for (int i = 0; i < guesses.size(); i++) {
                    guesses.get(i).add(fields.get(i));
                }
                if (shown.size() < SHOWN) {
                    shown.add(List.copyOf(fields));
                }
                looked++;
                more = source.next();
            }
            if (looked == 0) {
                throw new IntakeException(2, 1, "there is a header but no row.");
            }
            return new IntakePreview(
                    guesses.stream().map(guess -> guess.plan(elements)).toList(), shown, looked, !more);
        }
    }

    /**
     * Reads the table.
     *
     * @param plans what to do with each column, in the order of the file
     * @param tokeniser makes the tokens; null where no column is replaced by tokens
     * @param read told now and then how many rows are read
     * @param cancelled asked now and then
     * @return the columns that are kept, and those of tokens
     * @throws IntakeException at the first value that does not fit; nothing is kept then
     * @throws CancellationException once cancelled
     */
    public Table read(
            List<ColumnPlan> plans, @Nullable Tokeniser tokeniser, LongConsumer read, BooleanSupplier cancelled)
            throws IOException {
        decided(plans);
        try (RecordSource source = open()) {
            if (!source.header().equals(plans.stream().map(ColumnPlan::name).toList())) {
                throw new IntakeException("The columns of the file changed since it was looked at; look at it again.");
            }
            @Nullable ColumnValues[] values = new ColumnValues[plans.size()];
            int kept = 0;
            for (int i = 0; i < values.length; i++) {
                if (plans.get(i).treatment() != Treatment.LEAVE_OUT) {
                    values[i] = new ColumnValues(plans.get(i), i + 1, tokeniser);
                    kept++;
                }
            }
            if (kept == 0) {
                throw new IntakeException("No column is left: all are left out.");
            }
            long rows = 0;
            while (source.next()) {
                rows++;
                if (rows > limits.rows() || rows * kept > limits.cells()) {
                    throw new IntakeException("There are more than " + (rows - 1) + " rows of " + kept
                            + " columns, more than fits. Take a sample of the rows, or leave columns out.");
                }
                List<String> fields = source.fields();
                for (int i = 0; i < values.length; i++) {
                    ColumnValues column = values[i];
                    if (column != null) {
                        column.add(fields.get(i), source.line());
                    }
                }
                if (rows % STRIDE == 0) {
                    read.accept(rows);
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException("reading " + file.getFileName() + " was cancelled");
                    }
                }
            }
            if (rows == 0) {
                throw new IntakeException(2, 1, "there is a header but no row.");
            }
            read.accept(rows);
            List<Column> columns = new ArrayList<>();
            for (ColumnValues column : values) {
                if (column != null) {
                    columns.add(column.column());
                }
            }
            return new Table(columns);
        } catch (OutOfMemoryError full) {
            throw new IntakeException("The table does not fit into memory. Take a sample of the rows.", full);
        }
    }

    private static void decided(List<ColumnPlan> plans) {
        List<String> open = plans.stream()
                .filter(plan -> plan.treatment() == Treatment.UNDECIDED)
                .map(plan -> plan.name() + " (" + plan.reason() + ")")
                .toList();
        if (!open.isEmpty()) {
            throw new IntakeException("Direct identifiers are not taken in as they are: " + String.join("; ", open)
                    + ". Leave these columns out, or replace their values by tokens.");
        }
        for (ColumnPlan plan : plans) {
            if (plan.treatment() == Treatment.TOKENISE && plan.identifier() == null) {
                throw new IntakeException("No tokens can be made of column " + plan.name()
                        + ", whose values are no e-mail address, phone number, login, customer number, installation"
                        + " or loyalty card. Leave it out.");
            }
        }
    }

    private RecordSource open() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IntakeException("There is no file " + file + ".");
        }
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(PARQUET.length);
        }
        return Arrays.equals(start, PARQUET) ? new ParquetSource(file, limits) : new CsvSource(file, charset, limits);
    }
}
