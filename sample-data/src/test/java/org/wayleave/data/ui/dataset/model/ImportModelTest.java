package org.wayleave.data.ui.dataset.model;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.intake.ColumnKind;
import org.wayleave.data.intake.Dataset;
import org.wayleave.data.intake.Treatment;
import org.wayleave.data.intake.WorkspaceDatasets;
import org.wayleave.data.table.Table;
import org.wayleave.workspace.AuditEntry;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.Role;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;

class ImportModelTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));
    private static final String PEOPLE = "email,age,city\nana@example.org,31,Bern\nbo@example.org,,Aix\n";

    @TempDir
    Path place = Path.of("unset");

    private final HeldBack background = new HeldBack();
    private final List<Dataset> taken = new ArrayList<>();
    private Workspace workspace;
    private WorkspaceDatasets datasets;
    private ImportModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.create(
                place.resolve("shop"),
                new WorkspaceOptions(CLOCK, null, new Author("robin", "Robin", Role.ADMINISTRATOR)));
        Catalogue retail = Recipe.bundled("retail").catalogue();
        workspace
                .documents()
                .save(new DocumentDraft(DocumentKind.CATALOGUE, "retail", retail.title(), retail.json(), 0));
        datasets = new WorkspaceDatasets(workspace, CLOCK);
        model = new ImportModel(datasets, background, taken::add);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void directIdentifiersHaveToBeDecidedOnBeforeAnythingIsTakenIn() throws IOException {
        look(PEOPLE);
        assertEquals(ImportModel.Stage.PLANNING, model.stageProperty().get());
        assertEquals(List.of("email"), model.undecided());
        assertTrue(model.obstacle().contains("email"), model.obstacle());
        model.start();
        background.run();
        assertEquals(List.of(), datasets.list());
        assertFalse(column("email").treatments().contains(Treatment.KEEP));
        model.protectIdentifiers();
        assertEquals(Treatment.TOKENISE, column("email").plan().treatment());
        assertEquals("", model.obstacle());
    }

    @Test
    void theFileBecomesADataSetWithItsTokensAndARowInTheAuditLedger() throws IOException {
        look(PEOPLE);
        model.protectIdentifiers();
        model.map(column("age"), "age-band");
        model.nameProperty().set("customers");
        model.start();
        assertEquals(ImportModel.Stage.TAKING, model.stageProperty().get());
        background.run();
        assertEquals("", model.problemProperty().get());
        assertEquals(List.of("customers"), taken.stream().map(Dataset::id).toList());
        assertEquals(ImportModel.Stage.NOTHING, model.stageProperty().get());
        Dataset dataset = datasets.get("customers");
        assertEquals(2, dataset.rows());
        assertEquals("age-band", dataset.columns().get(1).dataElement());
        Table table = datasets.table(dataset);
        assertEquals(2, table.columns().size());
        assertEquals(1, audited("dataset-imported"));
    }

    @Test
    void aCancelledImportLeavesNothing() throws IOException {
        look(PEOPLE);
        model.protectIdentifiers();
        model.start();
        model.cancel();
        background.run();
        assertEquals(ImportModel.Stage.PLANNING, model.stageProperty().get());
        assertTrue(model.statusProperty().get().contains("nothing was taken in"));
        assertEquals(List.of(), datasets.list());
        assertEquals(0, audited("dataset-imported"));
        assertEquals(List.of(), files("datasets"));
    }

    @Test
    void aValueThatDoesNotFitIsToldWithItsLineAndItsColumn() throws IOException {
        StringBuilder text = new StringBuilder("age,city\n");
        text.append("31,Bern\n".repeat(6_000)).append("old,Aix\n");
        look(text.toString());
        assertFalse(requireNonNull(model.previewProperty().get()).whole());
        model.start();
        background.run();
        assertTrue(
                model.problemProperty().get().startsWith("Line 6002, column 1: (age)"),
                model.problemProperty().get());
        assertEquals(1, model.problemColumnProperty().get());
        assertEquals(List.of(), datasets.list());
        model.take(column("age"), ColumnKind.CATEGORY);
        model.start();
        background.run();
        assertEquals(6_001, taken.getFirst().rows());
    }

    @Test
    void aFileThatIsNoTableSaysWhyAndNothingCanBeStarted() throws IOException {
        look("age,city\n31,\"Bern\n");
        assertEquals(ImportModel.Stage.UNREADABLE, model.stageProperty().get());
        assertTrue(
                model.problemProperty().get().contains("Line 2"),
                model.problemProperty().get());
        assertNull(model.previewProperty().get());
        model.start();
        background.run();
        assertEquals(List.of(), taken);
    }

    @Test
    void anotherEncodingLooksAgain() throws IOException {
        model.look(Files.write(place.resolve("towns.csv"), "town\nZürich\n".getBytes(StandardCharsets.ISO_8859_1)));
        background.run();
        assertEquals(ImportModel.Stage.UNREADABLE, model.stageProperty().get());
        model.encodingProperty().set("ISO-8859-1");
        background.run();
        assertEquals(
                "Zürich",
                requireNonNull(model.previewProperty().get()).rows().getFirst().getFirst());
    }

    @Test
    void aNameThatIsTakenIsRefusedBeforeTheRowsAreRead() throws IOException {
        look("age\n31\n");
        model.start();
        background.run();
        look("age\n32\n");
        model.start();
        background.run();
        assertEquals(1, taken.size());
        assertTrue(
                model.problemProperty().get().contains("already"),
                model.problemProperty().get());
        model.nameProperty().set("Not a name");
        model.start();
        background.run();
        assertTrue(model.problemProperty().get().contains("small letters"));
    }

    @Test
    void removingSaysWhatIsLostAndLeavesATrace() throws IOException {
        look(PEOPLE);
        model.protectIdentifiers();
        model.start();
        background.run();
        DatasetsModel list = new DatasetsModel(datasets, background);
        list.refresh();
        background.run();
        Dataset dataset = requireNonNull(list.chosenProperty().get());
        assertTrue(
                DatasetsModel.loss(dataset).startsWith("2 rows of 3 columns are deleted"), DatasetsModel.loss(dataset));
        assertTrue(DatasetsModel.loss(dataset).contains("tokens of email"));
        list.remove(dataset);
        background.run();
        assertEquals(List.of(), list.all());
        assertNull(list.chosenProperty().get());
        assertEquals(List.of(), files("datasets"));
        assertEquals(1, audited("dataset-removed"));
    }

    @Test
    void aDataSetIsProfiledWhenItIsLookedAtAndComparedWithAnother() throws IOException {
        Dataset old = imported("old", "age,city\n" + "31,Bern\n40,Aix\n".repeat(200));
        Dataset young = imported("young", "age,city\n" + "21,Bern\n22,Aix\n".repeat(200));
        ExaminationModel examination = new ExaminationModel(datasets, background);
        examination.show(young);
        background.run();
        assertEquals(
                400,
                requireNonNull(examination.profileProperty().get()).profile().rows());
        examination.compare(old, null);
        background.run();
        ExaminationModel.Comparison found =
                requireNonNull(examination.comparisonProperty().get());
        assertNotNull(found.examination().drift());
        assertTrue(found.examination().failed());
        examination.compare(old, null);
        examination.comparing().cancel();
        background.run();
        assertNull(examination.comparisonProperty().get());
        assertEquals(1, examination.comparing().fractionProperty().get());
        examination.show(old);
        assertNull(examination.profileProperty().get());
    }

    private Dataset imported(String name, String text) throws IOException {
        look(text);
        model.nameProperty().set(name);
        model.start();
        background.run();
        return taken.getLast();
    }

    private void look(String text) throws IOException {
        model.look(Files.writeString(place.resolve("people.csv"), text));
        background.run();
    }

    private PlannedColumn column(String name) {
        return model.columns().stream()
                .filter(column -> column.plan().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long audited(String type) {
        return workspace.audit().entries(1, 100).stream()
                .map(AuditEntry::type)
                .filter(type::equals)
                .count();
    }

    private List<String> files(String name) throws IOException {
        Path folder = workspace.folder().resolve(name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(Path::toString).toList();
        }
    }
}
