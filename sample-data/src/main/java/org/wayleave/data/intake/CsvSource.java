package org.wayleave.data.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values by RFC 4180, strictly: a quote opens a field only at its beginning, what follows a closing quote
 * ends the field, and every record has as many fields as the header. Separators are commas, semicolons, tabs or bars, whichever the
 * header has most of. Empty lines are skipped.
 */
final class CsvSource implements RecordSource {
    private static final String SEPARATORS = ",;\t|";
    private static final int NOTHING = -2;

    private final TextInput in;
    private final IntakeLimits limits;
    private final List<String> header;
    private final StringBuilder field = new StringBuilder();
    private char separator = ',';
    private int ahead = NOTHING;
    private long line = 1;
    private long begun = 1;
    private List<String> record = List.of();

    CsvSource(Path file, @Nullable Charset charset, IntakeLimits limits) throws IOException {
        in = TextInput.open(file, charset, limits);
        this.limits = limits;
        try {
            header = Header.checked(readHeader(), limits);
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }

    private List<String> readHeader() throws IOException {
        // The separator is not known yet: the first line is read as characters and cut afterwards.
        StringBuilder first = new StringBuilder();
        boolean quoted = false;
        int c = read(1);
        while (c >= 0 && (quoted || (c != '\n' && c != '\r'))) {
            quoted ^= c == '"';
            first.append((char) c);
            if (first.length() > (long) limits.columns() * 200) {
                throw new IntakeException(
                        1,
                        1,
                        "the header has more than " + first.length() + " characters. A table may have "
                                + limits.columns() + " columns; is this a CSV file?");
            }
            c = read(1);
        }
        if (first.toString().isBlank()) {
            throw new IntakeException(1, 1, "there is no header; the first line names the columns.");
        }
        endOfLine(c);
        separator = mostFrequent(first);
        List<String> names = cut(first.toString());
        line += first.chars().filter(character -> character == '\n').count();
        return names;
    }

    private List<String> cut(String text) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        boolean closed = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int column = names.size() + 1;
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    name.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                    closed = true;
                } else {
                    name.append(c);
                }
            } else if (c == separator) {
                names.add(name.toString());
                name.setLength(0);
                closed = false;
            } else if (closed) {
                throw new IntakeException(1, column, AFTER_QUOTE);
            } else if (c == '"') {
                if (!name.isEmpty()) {
                    throw new IntakeException(1, column, INNER_QUOTE);
                }
                quoted = true;
            } else {
                name.append(c);
            }
        }
        if (quoted) {
            throw new IntakeException(
                    1, names.size() + 1, "a quote opens here and is not closed before the file ends.");
        }
        names.add(name.toString());
        return names;
    }

    private static final String AFTER_QUOTE =
            "something follows the closing quote. A quote inside a quoted value is written twice (\"\").";
    private static final String INNER_QUOTE =
            "a quote stands inside a value that is not quoted. Put the whole value in quotes, and write the inner"
                    + " quote twice (\"\").";

    private static char mostFrequent(CharSequence text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            int which = quoted ? -1 : SEPARATORS.indexOf(c);
            if (which >= 0) {
                counts[which]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public List<String> fields() {
        return record;
    }

    @Override
    public long line() {
        return begun;
    }

    @Override
    public boolean next() throws IOException {
        int c = read(1);
        while (header.size() > 1 && (c == '\n' || c == '\r')) {
            endOfLine(c);
            c = read(1);
        }
        if (c < 0) {
            return false;
        }
        begun = line;
        List<String> fields = new ArrayList<>(header.size());
        while (true) {
            c = field(c, fields.size() + 1);
            fields.add(field.toString());
            if (c != separator) {
                break;
            }
            if (fields.size() == header.size()) {
                throw new IntakeException(
                        begun,
                        fields.size() + 1,
                        "there are more values than the " + header.size()
                                + " columns of the header. Put values that hold the separator in quotes.");
            }
            c = read(fields.size() + 1);
        }
        if (fields.size() < header.size()) {
            throw new IntakeException(
                    begun,
                    fields.size(),
                    "the line ends after " + fields.size() + " of " + header.size()
                            + " columns. Is a line break inside a value, without quotes around it?");
        }
        endOfLine(c);
        record = fields;
        return true;
    }

    /** Reads one field from its first character; returns what ended it: the separator, a line end or -1. */
    private int field(int first, int column) throws IOException {
        field.setLength(0);
        int c = first;
        if (c == '"') {
            long opened = line;
            while (true) {
                c = read(column);
                if (c < 0) {
                    throw new IntakeException(
                            opened, column, "a quote opens here and is not closed before the file ends.");
                }
                if (c == '"') {
                    c = read(column);
                    if (c != '"') {
                        break;
                    }
                } else if (c == '\n') {
                    line++;
                }
                append(c, column, opened);
            }
            if (c >= 0 && c != separator && c != '\n' && c != '\r') {
                throw new IntakeException(line, column, AFTER_QUOTE);
            }
            return c;
        }
        while (c >= 0 && c != separator && c != '\n' && c != '\r') {
            if (c == '"') {
                throw new IntakeException(line, column, INNER_QUOTE);
            }
            append(c, column, line);
            c = read(column);
        }
        return c;
    }

    private void append(int c, int column, long opened) {
        if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
            throw new IntakeException(
                    line,
                    column,
                    "the value holds the control character " + c + "; remove it, or leave the column out.");
        }
        if (field.length() == limits.fieldLength()) {
            throw new IntakeException(
                    opened,
                    column,
                    "the value has more than " + limits.fieldLength()
                            + " characters. Is a quote not closed? Otherwise leave such a column out of the file.");
        }
        field.append((char) c);
    }

    private void endOfLine(int c) throws IOException {
        if (c == '\r') {
            int after = read(1);
            if (after != '\n') {
                ahead = after;
            }
        }
        if (c >= 0) {
            line++;
        }
    }

    private int read(int column) throws IOException {
        if (ahead != NOTHING) {
            int c = ahead;
            ahead = NOTHING;
            return c;
        }
        try {
            return in.read();
        } catch (TextInput.Malformed malformed) {
            throw new IntakeException(line, column, String.valueOf(malformed.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
