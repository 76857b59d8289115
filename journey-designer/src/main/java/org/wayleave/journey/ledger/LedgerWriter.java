package org.wayleave.journey.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.wayleave.data.Person;

/**
 * Writes the ledger of one run. Used by one thread, in the order of people. Until {@link #finish} the file says INCOMPLETE, so a
 * crash leaves a file that nobody takes for a whole run.
 */
public final class LedgerWriter implements AutoCloseable {

    private static final String[] SCHEMA = {
        "CREATE TABLE run (name VARCHAR PRIMARY KEY, value VARCHAR NOT NULL)",
        "CREATE TABLE decisions (person INTEGER NOT NULL, id VARCHAR NOT NULL, sequence INTEGER NOT NULL,"
                + " time TIMESTAMP NOT NULL, step VARCHAR NOT NULL, visit INTEGER NOT NULL, rung VARCHAR NOT NULL,"
                + " action VARCHAR NOT NULL, channel VARCHAR NOT NULL, purpose VARCHAR NOT NULL,"
                + " topic VARCHAR NOT NULL, outlet VARCHAR NOT NULL, arm VARCHAR NOT NULL, propensity DOUBLE NOT NULL,"
                + " rules VARCHAR NOT NULL, denials VARCHAR NOT NULL, model VARCHAR NOT NULL)",
        "CREATE TABLE people (person INTEGER NOT NULL, id VARCHAR NOT NULL, age_band VARCHAR NOT NULL,"
                + " entered TIMESTAMP NOT NULL, outcome VARCHAR NOT NULL, consent VARCHAR NOT NULL,"
                + " decisions INTEGER NOT NULL, spend DOUBLE NOT NULL, spend_without DOUBLE NOT NULL,"
                + " unsubscribed BOOLEAN NOT NULL)"
    };

    private final Path file;
    private final DuckDBConnection connection;
    private final DuckDBAppender decisions;
    private final DuckDBAppender people;

    /**
     * Makes the file.
     *
     * @param file must not exist yet
     * @param facts what identifies the run, by name
     * @throws LedgerException when the file exists or cannot be made
     */
    public LedgerWriter(Path file, Map<String, String> facts) {
        this.file = file;
        if (Files.exists(file)) {
            throw new LedgerException(
                    "The ledger " + file + " exists already; a run never writes over another, choose another file");
        }
        try {
            connection = LedgerFile.open(file, false);
            try (Statement statement = connection.createStatement()) {
                for (String table : SCHEMA) {
                    statement.execute(table);
                }
            }
            try (var insert = connection.prepareStatement("INSERT INTO run VALUES (?, ?)")) {
                for (Map.Entry<String, String> fact : facts.entrySet()) {
                    insert.setString(1, fact.getKey());
                    insert.setString(2, fact.getValue());
                    insert.execute();
                }
                insert.setString(1, RunLedger.STATE);
                insert.setString(2, RunLedger.INCOMPLETE);
                insert.execute();
            }
            decisions = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "decisions");
            people = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "people");
        } catch (SQLException failed) {
            throw LedgerFile.failure("Cannot make the ledger", file, failed);
        }
    }

    /** Adds rows behind those already there. */
    public void append(List<DecisionRow> rows, List<PersonRow> persons) {
        try {
            for (DecisionRow row : rows) {
                decisions.beginRow();
                decisions.append(row.person());
                decisions.append(Person.idOf(row.person()));
                decisions.append(row.sequence());
                decisions.appendEpochMicros(row.time() * 1000);
                decisions.append(row.step());
                decisions.append(row.visit());
                decisions.append(row.rung().wire());
                decisions.append(row.action());
                decisions.append(row.channel());
                decisions.append(row.purpose());
                decisions.append(row.topic());
                decisions.append(row.outlet().wire());
                decisions.append(row.arm());
                decisions.append(row.propensity());
                decisions.append(row.rules());
                decisions.append(row.denials());
                decisions.append(row.model());
                decisions.endRow();
            }
            for (PersonRow row : persons) {
                people.beginRow();
                people.append(row.person());
                people.append(Person.idOf(row.person()));
                people.append(row.ageBand());
                people.appendEpochMicros(row.entered() * 1000);
                people.append(row.outcome().wire());
                people.append(row.consent() == null ? "" : row.consent().wire());
                people.append(row.decisions());
                people.append(row.spend());
                people.append(row.spendWithout());
                people.append(row.unsubscribed());
                people.endRow();
            }
        } catch (SQLException failed) {
            throw LedgerFile.failure("Cannot write the ledger", file, failed);
        }
    }

    /**
     * Writes out what was appended and marks the run.
     *
     * @param state {@link RunLedger#COMPLETE} or {@link RunLedger#CANCELLED}
     * @param hash the ledger's hash
     */
    public void finish(String state, String hash) {
        try {
            decisions.close();
            people.close();
            try (var update = connection.prepareStatement("UPDATE run SET value = ? WHERE name = ?");
                    var insert = connection.prepareStatement("INSERT INTO run VALUES (?, ?)");
                    Statement checkpoint = connection.createStatement()) {
                insert.setString(1, RunLedger.HASH);
                insert.setString(2, hash);
                insert.execute();
                update.setString(1, state);
                update.setString(2, RunLedger.STATE);
                update.execute();
                checkpoint.execute("CHECKPOINT");
            }
        } catch (SQLException failed) {
            throw LedgerFile.failure("Cannot finish the ledger", file, failed);
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
