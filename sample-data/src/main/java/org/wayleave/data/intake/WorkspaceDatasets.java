package org.wayleave.data.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.table.Table;
import org.wayleave.data.token.CanonicalForm;
import org.wayleave.data.token.KeyEpochs;
import org.wayleave.data.token.KeyFolder;
import org.wayleave.data.token.Tokeniser;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Workspace;

/**
 * The data sets of a workspace: tables of people that were taken in from files. Taking one in and removing one leave a row in the
 * audit ledger; where that row cannot be written, nothing was taken in.
 */
public final class WorkspaceDatasets {
    private static final int EPOCH = 1;
    private static final Duration EPOCH_LENGTH = Duration.ofDays(365);
    private static final Duration OVERLAP = Duration.ofDays(30);

    private final Workspace workspace;
    private final InstantSource clock;
    private final DatasetFolder folder;

    /** Uses the data sets of a workspace. */
    public WorkspaceDatasets(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.clock = clock;
        folder = new DatasetFolder(workspace.folder().resolve("datasets"), clock);
    }

    /**
     * A file that is to be taken in.
     *
     * @param path where it lies
     * @param charset encoding of a CSV file; null for UTF-8 or what its byte order mark says
     */
    public record Source(Path path, @Nullable Charset charset) {
        private Intake intake() {
            return new Intake(path, charset, IntakeLimits.USUAL);
        }
    }

    /** Returns the data sets by id. */
    public List<Dataset> list() throws IOException {
        return folder.list();
    }

    /**
     * Returns a data set.
     *
     * @throws IntakeException if there is none of that id
     */
    public Dataset get(String id) throws IOException {
        return folder.get(id);
    }

    /** Reads the columns of a data set that can be measured and learned from. */
    public Table table(Dataset dataset) throws IOException {
        return folder.table(dataset);
    }

    /** Returns the catalogues whose data elements columns may hold, by id. */
    public List<DocumentSummary> catalogues() {
        return workspace.documents().list(DocumentKind.CATALOGUE);
    }

    /**
     * Returns the newest version of a catalogue.
     *
     * @param id its document; null for the only one there is
     * @throws IntakeException if there is none, or if there are several and none was named
     */
    public Catalogue catalogue(@Nullable String id) {
        List<String> ids = catalogues().stream().map(DocumentSummary::id).toList();
        String wanted = id;
        if (wanted == null) {
            if (ids.isEmpty()) {
                throw new IntakeException("The workspace has no catalogue to map the columns to; import one first.");
            }
            if (ids.size() > 1) {
                throw new IntakeException(
                        "The workspace has several catalogues; choose one of them (on the command line with"
                                + " --catalogue): "
                                + String.join(", ", ids) + ".");
            }
            wanted = ids.getFirst();
        }
        return Catalogue.parse(workspace
                .documents()
                .latest(DocumentKind.CATALOGUE, wanted)
                .orElseThrow(() -> new IntakeException(
                        "There is no catalogue " + id + "; there are " + String.join(", ", ids) + "."))
                .json());
    }

    /**
     * Looks at the first rows of a file.
     *
     * @throws IntakeException if it is no table
     */
    public IntakePreview preview(Source source, Catalogue catalogue) throws IOException {
        return source.intake().preview(catalogue);
    }

    /**
     * Says why data sets cannot be taken in at all.
     *
     * @return what is in the way and what to do; empty if nothing is
     */
    public String obstacle() {
        if (workspace.readOnly()) {
            return "This workspace is open for reading only. Open it for writing to import a file.";
        }
        if (workspace.encrypted()) {
            return "This workspace is encrypted, and rows of a data set would lie beside it in clear."
                    + " Use a workspace without a passphrase, on an encrypted disk.";
        }
        return "";
    }

    /**
     * Takes a file in as a data set.
     *
     * @param id of the data set that is made
     * @param plans what to do with each column, in the order of the file
     * @param read told now and then how many rows are read
     * @param cancelled asked now and then
     * @throws IntakeException at the first value that does not fit; nothing is taken in then
     * @throws CancellationException once cancelled; nothing is taken in then
     */
    public Dataset take(Source source, String id, List<ColumnPlan> plans, LongConsumer read, BooleanSupplier cancelled)
            throws IOException {
        String obstacle = obstacle();
        if (!obstacle.isEmpty()) {
            throw new IntakeException(obstacle);
        }
        folder.refuseTaken(id);
        Table table = source.intake().read(plans, tokeniser(plans), read, cancelled);
        List<ColumnPlan> kept = plans.stream()
                .filter(plan -> plan.treatment() != Treatment.LEAVE_OUT)
                .toList();
        Dataset dataset = folder.add(id, source.path(), kept, table, cancelled);
        ObjectNode recorded = JsonNodeFactory.instance.objectNode();
        recorded.put("rows", dataset.rows());
        recorded.put("columns", kept.size());
        recorded.put("sourceHash", dataset.sourceHash());
        boolean written = false;
        try {
            workspace.audit().record("dataset-imported", dataset.id(), recorded.toString());
            written = true;
        } finally {
            if (!written) {
                folder.remove(id);
            }
        }
        return dataset;
    }

    /** Removes a data set with its rows; what was measured and learned from it stays. */
    public void remove(Dataset dataset) throws IOException {
        if (workspace.readOnly()) {
            throw new IntakeException(
                    "This workspace is open for reading only. Open it for writing to remove " + dataset.id() + ".");
        }
        ObjectNode recorded = JsonNodeFactory.instance.objectNode();
        recorded.put("rows", dataset.rows());
        recorded.put("sourceHash", dataset.sourceHash());
        // Written first: rows that are gone without a trace would be worse than a trace of rows that are still there.
        workspace.audit().record("dataset-removed", dataset.id(), recorded.toString());
        folder.remove(dataset.id());
    }

    private @Nullable Tokeniser tokeniser(List<ColumnPlan> plans) {
        if (plans.stream().noneMatch(plan -> plan.treatment() == Treatment.TOKENISE)) {
            return null;
        }
        KeyFolder keys = new KeyFolder(workspace.folder().resolve("keys"), new SecureRandom());
        keys.make(EPOCH);
        return new Tokeniser(keys, new KeyEpochs(clock.instant(), EPOCH_LENGTH, OVERLAP), new CanonicalForm(null));
    }
}
