package org.wayleave.app.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.workspace.Run;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceException;

/**
 * Two runs over the same people under the same chances, person by person. The interval is the usual one of the mean of paired
 * differences; with thousands of people the normal quantile 1.96 serves for that of Student.
 *
 * @param people people compared: those who entered the journey in either run
 * @param spendA mean spend per person in the first run; somebody who did not enter counts with what they spend without contact
 * @param spendB the same in the second run
 * @param difference mean of B less A, per person
 * @param low lower end of its 95 % interval
 * @param high upper end of its 95 % interval
 * @param decisionsA decisions of the first run
 * @param decisionsB decisions of the second run
 * @param otherOutcome people whose outcome differs
 * @param unsubscribedA people whom the first run made unsubscribe
 * @param unsubscribedB people whom the second run made unsubscribe
 */
public record PairedComparison(
        long people,
        double spendA,
        double spendB,
        double difference,
        double low,
        double high,
        long decisionsA,
        long decisionsB,
        long otherOutcome,
        long unsubscribedA,
        long unsubscribedB) {
    private static final double NORMAL_975 = 1.959963984540054;

    private static final String COMPARE = """
            WITH pairs AS (
              SELECT coalesce(a.spend, b.spend_without) AS spend_a,
                     coalesce(b.spend, a.spend_without) AS spend_b,
                     coalesce(a.outcome, '') <> coalesce(b.outcome, '') AS other,
                     coalesce(a.unsubscribed, false) AS gone_a,
                     coalesce(b.unsubscribed, false) AS gone_b
              FROM a.people a FULL JOIN b.people b USING (person))
            SELECT count(*), coalesce(avg(spend_a), 0), coalesce(avg(spend_b), 0),
                   coalesce(avg(spend_b - spend_a), 0), coalesce(stddev_samp(spend_b - spend_a), 0),
                   count(*) FILTER (other), count(*) FILTER (gone_a), count(*) FILTER (gone_b),
                   (SELECT count(*) FROM a.decisions), (SELECT count(*) FROM b.decisions)
            FROM pairs
            """;

    /**
     * Compares two completed runs by their ledgers.
     *
     * @throws WorkspaceException CONFLICT when the runs are not over the same people and days, MISSING when one has no ledger
     */
    public static PairedComparison of(Workspace workspace, Run a, Run b) {
        RunReplay replay = new RunReplay(workspace);
        RunResult.Identity first = replay.result(a).run();
        RunResult.Identity second = replay.result(b).run();
        if (!first.recipe().equals(second.recipe())
                || first.people() != second.people()
                || first.days() != second.days()
                || first.seed() != second.seed()
                || !first.start().equals(second.start())) {
            throw new WorkspaceException(
                    WorkspaceException.Reason.CONFLICT,
                    "The runs " + a.id() + " and " + b.id()
                            + " are not over the same people: recipe, people, days and seed must"
                            + " be the same. Run one again with those of the other.");
        }
        return compare(ledger(workspace, a), ledger(workspace, b));
    }

    private static Path ledger(Workspace workspace, Run run) {
        Path file = workspace.runLedger(run.id());
        if (!Files.isRegularFile(file)) {
            throw new WorkspaceException(
                    WorkspaceException.Reason.MISSING,
                    "The run " + run.id() + " kept no ledger; run it again without --no-ledger.");
        }
        return file;
    }

    private static PairedComparison compare(Path a, Path b) {
        Properties properties = new Properties();
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
                Statement statement = connection.createStatement()) {
            statement.execute("ATTACH '" + quoted(a) + "' AS a (READ_ONLY)");
            statement.execute("ATTACH '" + quoted(b) + "' AS b (READ_ONLY)");
            try (ResultSet row = statement.executeQuery(COMPARE)) {
                row.next();
                long people = row.getLong(1);
                double difference = row.getDouble(4);
                double half = people == 0 ? 0 : NORMAL_975 * row.getDouble(5) / Math.sqrt((double) people);
                return new PairedComparison(
                        people,
                        row.getDouble(2),
                        row.getDouble(3),
                        difference,
                        difference - half,
                        difference + half,
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8));
            }
        } catch (SQLException e) {
            String detail = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new WorkspaceException(
                    WorkspaceException.Reason.DAMAGED,
                    "The ledgers " + a + " and " + b + " cannot be read: " + detail,
                    e);
        }
    }

    private static String quoted(Path file) {
        return file.toString().replace("'", "''");
    }
}
