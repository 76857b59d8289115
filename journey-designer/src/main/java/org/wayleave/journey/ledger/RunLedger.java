package org.wayleave.journey.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.RungKind;

/** The ledger of a run, for reading. Close it when done; used by one thread at a time. */
public final class RunLedger implements AutoCloseable {

    /** The fact that holds the state of the run. */
    public static final String STATE = "state";

    /** The fact that holds the hash of the decisions. */
    public static final String HASH = "ledgerHash";

    /** The state of a run that has not ended, or whose end nobody saw. */
    public static final String INCOMPLETE = "INCOMPLETE";

    /** The state of a run that walked everyone. */
    public static final String COMPLETE = "COMPLETE";

    /** The state of a run that was stopped; what it had done is there. */
    public static final String CANCELLED = "CANCELLED";

    /** The most rows a page holds. */
    public static final int MOST_ROWS = 10_000;

    private static final String COLUMNS =
            "person, sequence, epoch_ms(time), step, visit, rung, action, channel, purpose,"
                    + " topic, outlet, arm, propensity, rules, denials, model";

    private final Path file;
    private final DuckDBConnection connection;

    private RunLedger(Path file, DuckDBConnection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens a ledger for reading.
     *
     * @throws LedgerException when it is missing, in use by a run, or no ledger
     */
    public static RunLedger open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new LedgerException("There is no ledger " + file + "; the run kept none, or it was removed");
        }
        try {
            DuckDBConnection connection = LedgerFile.open(file, true);
            return new RunLedger(file, connection);
        } catch (SQLException failed) {
            throw LedgerFile.failure("Cannot open the ledger", file, failed);
        }
    }

    /** What identifies the run, by name, sorted; with {@link #STATE} and, once finished, {@link #HASH}. */
    public Map<String, String> facts() {
        return query("SELECT name, value FROM run", List.of(), rows -> {
            Map<String, String> facts = new TreeMap<>();
            while (rows.next()) {
                facts.put(rows.getString(1), rows.getString(2));
            }
            return facts;
        });
    }

    /** The hash of the decisions, computed anew from the rows. */
    public String hash() {
        LedgerHash hash = new LedgerHash();
        each("SELECT " + COLUMNS + " FROM decisions ORDER BY person, sequence", List.of(), hash::add);
        return hash.value();
    }

    /** The number of decisions. */
    public long size() {
        return query("SELECT count(*) FROM decisions", List.of(), rows -> rows.next() ? rows.getLong(1) : 0L);
    }

    /** The decisions about one person, in order. */
    public List<DecisionRow> decisions(int person) {
        List<DecisionRow> found = new ArrayList<>();
        each("SELECT " + COLUMNS + " FROM decisions WHERE person = ? ORDER BY sequence", List.of(person), found::add);
        return found;
    }

    /**
     * People at a step where a rule denied a rung, in the order of people.
     *
     * @param step id of the step
     * @param rule id of the rule; null for any rule
     * @param offset rows to skip, not negative
     * @param limit rows to give, 1 to {@link #MOST_ROWS}
     */
    public List<BlockedPerson> blocked(String step, @Nullable String rule, int offset, int limit) {
        List<Object> values = new ArrayList<>(List.of(step));
        String condition = "rules <> ''";
        if (rule != null) {
            condition = "list_contains(string_split(rules, ','), ?)";
            values.add(rule);
        }
        page(values, offset, limit);
        return query(
                "SELECT person, id, sequence, epoch_ms(time), rung, rules, denials FROM decisions WHERE step = ? AND "
                        + condition + " ORDER BY person, sequence LIMIT ? OFFSET ?",
                values,
                rows -> {
                    List<BlockedPerson> people = new ArrayList<>();
                    while (rows.next()) {
                        people.add(new BlockedPerson(
                                rows.getInt(1),
                                rows.getString(2),
                                rows.getInt(3),
                                rows.getLong(4),
                                rows.getString(5),
                                rows.getString(6),
                                rows.getString(7)));
                    }
                    return people;
                });
    }

    /** How many decisions at a step each rule had a part in, the most frequent first. */
    public Map<String, Long> blockedByRule(String step) {
        return query(
                "SELECT rule, count(*) FROM (SELECT unnest(string_split(rules, ',')) AS rule FROM decisions"
                        + " WHERE step = ? AND rules <> '') GROUP BY rule ORDER BY 2 DESC, 1",
                List.of(step),
                rows -> {
                    Map<String, Long> counts = new LinkedHashMap<>();
                    while (rows.next()) {
                        counts.put(rows.getString(1), rows.getLong(2));
                    }
                    return counts;
                });
    }

    /** The first people of each outcome, by outcome, in the order of people. */
    public Map<Outcome, List<Integer>> sample(int perOutcome) {
        Map<Outcome, List<Integer>> sample = new TreeMap<>();
        for (Outcome outcome : Outcome.values()) {
            List<Object> values = new ArrayList<>(List.of(outcome.wire()));
            page(values, 0, perOutcome);
            List<Integer> people = query(
                    "SELECT person FROM people WHERE outcome = ? ORDER BY person LIMIT ? OFFSET ?", values, rows -> {
                        List<Integer> found = new ArrayList<>();
                        while (rows.next()) {
                            found.add(rows.getInt(1));
                        }
                        return found;
                    });
            if (!people.isEmpty()) {
                sample.put(outcome, people);
            }
        }
        return sample;
    }

    /**
     * Writes the decisions as CSV with a header line. A text that a spreadsheet would take for a formula gets an apostrophe in
     * front.
     */
    public void exportCsv(Path target) {
        String safe = "CASE WHEN regexp_matches(%1$s, '^[=+@\\t\\r-]') THEN '''' || %1$s ELSE %1$s END AS %1$s";
        StringBuilder columns = new StringBuilder("id, sequence, time");
        for (String text : List.of("step", "rung", "action", "channel", "purpose", "topic", "outlet", "arm")) {
            columns.append(", ").append(safe.formatted(text));
        }
        columns.append(", visit, propensity");
        for (String text : List.of("rules", "denials", "model")) {
            columns.append(", ").append(safe.formatted(text));
        }
        export(columns.toString(), target, "FORMAT csv, HEADER, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S.%gZ'");
    }

    /** Writes the decisions as Parquet. */
    public void exportParquet(Path target) {
        export("*", target, "FORMAT parquet, COMPRESSION zstd");
    }

    private void export(String columns, Path target, String options) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT " + columns + " FROM decisions ORDER BY person, sequence) TO '"
                    + target.toAbsolutePath().toString().replace("'", "''") + "' (" + options + ")");
        } catch (SQLException failed) {
            throw LedgerFile.failure("Cannot export the ledger to", target, failed);
        }
    }

    private static void page(List<Object> values, int offset, int limit) {
        if (offset < 0 || limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException(
                    "a page begins at 0 or later and has 1 to " + MOST_ROWS + " rows: " + offset + ", " + limit);
        }
        values.add(limit);
        values.add(offset);
    }

    private void each(String sql, List<?> values, Consumer<DecisionRow> consumer) {
        query(sql, values, rows -> {
            while (rows.next()) {
                consumer.accept(new DecisionRow(
                        rows.getInt(1),
                        rows.getInt(2),
                        rows.getLong(3),
                        rows.getString(4),
                        rows.getInt(5),
                        RungKind.of(rows.getString(6)).orElseThrow(),
                        rows.getString(7),
                        rows.getString(8),
                        rows.getString(9),
                        rows.getString(10),
                        Outlet.of(rows.getString(11)).orElseThrow(),
                        rows.getString(12),
                        rows.getDouble(13),
                        rows.getString(14),
                        rows.getString(15),
                        rows.getString(16)));
            }
            return true;
        });
    }

    /** Reads the rows of a query. */
    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> T query(String sql, List<?> values, Reading<T> reading) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        } catch (SQLException failed) {
            throw LedgerFile.failure("Cannot read the ledger", file, failed);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw LedgerFile.failure("Cannot close the ledger", file, failed);
        }
    }
}
