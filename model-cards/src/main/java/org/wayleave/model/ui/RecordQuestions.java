package org.wayleave.model.ui;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wayleave.ui.form.FormOption;
import org.wayleave.ui.form.Question;
import org.wayleave.workspace.json.JsonRecord;

/**
 * Makes questions over documents that are kept as {@link JsonRecord}, by path.
 *
 * @param <D> the document's immutable content
 */
public final class RecordQuestions<D> {
    private final Function<D, JsonRecord> record;
    private final Function<JsonRecord, D> document;

    public RecordQuestions(Function<D, JsonRecord> record, Function<JsonRecord, D> document) {
        this.record = record;
        this.document = document;
    }

    /** A text that may be left out. */
    public Question<D> text(String path, String label, String guidance, int lines) {
        return text(path, label, guidance, lines, text -> "", null);
    }

    /** A text that is needed; {@code missing} says what to do when it is not there. */
    public Question<D> needed(String path, String label, String guidance, int lines, String missing) {
        return text(path, label, guidance, lines, text -> text.isBlank() ? missing : "", null);
    }

    /** A text with a check and, perhaps, how settled the answer is. */
    public Question<D> text(
            String path,
            String label,
            String guidance,
            int lines,
            Function<String, String> check,
            Question.@Nullable Settled<D> settled) {
        return new Question.Text<>(
                path,
                label,
                guidance,
                lines,
                now -> record.apply(now).text(path),
                (now, value) -> document.apply(record.apply(now).withText(path, value)),
                check,
                settled);
    }

    /** How settled an answer is, kept at a path. */
    public Question.Settled<D> settled(String path, List<FormOption> options, List<String> enough) {
        return new Question.Settled<>(
                now -> record.apply(now).text(path),
                (now, value) -> document.apply(record.apply(now).withText(path, value)),
                options,
                enough);
    }

    /** One of a few values; {@code missing} says what to do when none is chosen, empty when it may be left out. */
    public Question<D> choice(String path, String label, String guidance, List<FormOption> options, String missing) {
        return new Question.Choice<>(
                path,
                label,
                guidance,
                options,
                now -> record.apply(now).text(path),
                (now, value) -> document.apply(record.apply(now).withText(path, value)),
                value -> value.isEmpty() ? missing : "");
    }

    /** Any of some values; {@code missing} says what to do when none is chosen. */
    public Question<D> several(String path, String label, String guidance, Question.Options options, String missing) {
        return new Question.Several<>(
                path,
                label,
                guidance,
                options,
                now -> record.apply(now).texts(path),
                (now, values) -> document.apply(record.apply(now).withTexts(path, values)),
                values -> values.isEmpty() ? missing : "");
    }

    /** Rows of objects. */
    public Question<D> rows(
            String path,
            String label,
            String guidance,
            String noun,
            List<Question.Column<JsonRecord>> columns,
            Function<List<JsonRecord>, String> check) {
        return new Question.Rows<>(
                path,
                label,
                guidance,
                noun,
                columns,
                JsonRecord.empty(),
                now -> record.apply(now).rows(path),
                (now, rows) -> document.apply(record.apply(now).withRows(path, rows)),
                check);
    }

    /** A text of a row. */
    public static Question.Column<JsonRecord> column(String path, String label, boolean wide) {
        return new Question.Column<>(
                path, label, wide, List.of(), row -> row.text(path), (row, value) -> row.withText(path, value));
    }

    /** A number of a row. */
    public static Question.Column<JsonRecord> number(String path, String label) {
        return new Question.Column<>(
                path, label, false, List.of(), row -> row.text(path), (row, value) -> row.withNumber(path, value));
    }

    /** A choice of a row. */
    public static Question.Column<JsonRecord> choice(String path, String label, List<FormOption> options) {
        return new Question.Column<>(
                path, label, false, options, row -> row.text(path), (row, value) -> row.withText(path, value));
    }

    /** A choice of a row among numbers. */
    public static Question.Column<JsonRecord> level(String path, String label, List<FormOption> options) {
        return new Question.Column<>(
                path, label, false, options, row -> row.text(path), (row, value) -> row.withNumber(path, value));
    }

    /** Options whose values and labels are given in turn. */
    public static List<FormOption> options(String... valuesAndLabels) {
        List<FormOption> options = new java.util.ArrayList<>();
        for (int i = 0; i + 1 < valuesAndLabels.length; i += 2) {
            options.add(new FormOption(valuesAndLabels[i], valuesAndLabels[i + 1]));
        }
        return List.copyOf(options);
    }
}
