package org.wayleave.data.ui;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.RecipeException;
import org.wayleave.data.WorkspaceRecipes;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.ui.model.ObservedPopulation;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.Documents;
import org.wayleave.workspace.Run;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.json.JsonRecord;

/**
 * The people of a workspace: those of the vertical of its catalogue, in the size and with the seed of the newest run; before the
 * first run, those a run would have if nothing else is asked for. Without a catalogue, the vertical is that of a run or a journey.
 */
public final class WorkspacePopulation implements PopulationSource {
    private static final Set<DocumentState> IN_FORCE = EnumSet.of(DocumentState.ACTIVE);

    private final Workspace workspace;
    private final Instant start;
    private final Usual usual;

    /**
     * What a run has when nothing else is asked for.
     *
     * @param people number of people
     * @param days days simulated
     * @param seed seed of the population
     */
    public record Usual(int people, int days, long seed) {}

    /**
     * Makes a source.
     *
     * @param workspace the open workspace
     * @param start when runs start: the moment at which people are observed
     * @param usual size and seed before the first run
     */
    public WorkspacePopulation(Workspace workspace, Instant start, Usual usual) {
        this.workspace = workspace;
        this.start = start;
        this.usual = usual;
    }

    @Override
    public ObservedPopulation read() {
        Optional<DocumentVersion> document = catalogue();
        Optional<Catalogue> own = document.map(version -> Catalogue.parse(version.json()));
        Recipe recipe = new WorkspaceRecipes(workspace)
                .recipe(own.map(Catalogue::vertical).orElseGet(this::verticalWithoutCatalogue));
        Optional<Run> run = workspace.runs().list().stream()
                .filter(candidate -> candidate.request().recipe().equals(recipe.reference()))
                .findFirst();
        Usual size = run.map(found -> new Usual(
                        found.request().people(),
                        found.request().days(),
                        found.request().seed()))
                .orElse(usual);
        return new ObservedPopulation(
                new PersonGenerator(recipe, size.seed(), start, size.days()),
                size.people(),
                own.orElseGet(recipe::catalogue),
                document.map(WorkspacePopulation::words).orElse("comes with the program"),
                run.map(found -> "as in " + found.id()).orElse("as in a run with the usual settings"));
    }

    private String verticalWithoutCatalogue() {
        Optional<String> ofRun = workspace.runs().list().stream()
                .map(run -> run.request().recipe().replaceFirst("@.*", ""))
                .filter(Recipe.verticals()::contains)
                .findFirst();
        return ofRun.or(this::verticalOfAJourney)
                .orElseThrow(() -> new RecipeException("The workspace has no catalogue, no journey and no run, so it is"
                        + " not known whose people to show. Import a catalogue with 'wayleave import', or make a"
                        + " workspace with a sample."));
    }

    private Optional<String> verticalOfAJourney() {
        Documents documents = workspace.documents();
        return documents.list(DocumentKind.JOURNEY).stream()
                .flatMap(summary -> documents.latest(DocumentKind.JOURNEY, summary.id()).stream())
                .map(version -> JsonRecord.parse(version.json()).text("vertical"))
                .findFirst();
    }

    private Optional<DocumentVersion> catalogue() {
        Documents documents = workspace.documents();
        List<DocumentSummary> all = documents.list(DocumentKind.CATALOGUE);
        for (DocumentSummary summary : all) {
            Optional<DocumentVersion> active = documents.latestIn(DocumentKind.CATALOGUE, summary.id(), IN_FORCE);
            if (active.isPresent()) {
                return active;
            }
        }
        return all.stream().findFirst().flatMap(summary -> documents.latest(DocumentKind.CATALOGUE, summary.id()));
    }

    private static String words(DocumentVersion version) {
        return "version " + version.version() + ", "
                + version.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
