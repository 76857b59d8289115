package org.wayleave.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.samples.SampleJourneys;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.Role;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;

/** Workspaces with the retail catalogue, settings and journeys, made without the command line. */
final class TestWorkspace {
    private TestWorkspace() {}

    static Path create(Path folder, @Nullable String passphrase) {
        WorkspaceOptions options = new WorkspaceOptions(
                CommandRun.CLOCK,
                passphrase == null ? null : passphrase.toCharArray(),
                new Author("tester", "Tester", Role.ADMINISTRATOR));
        try (Workspace workspace = Workspace.create(folder, options)) {
            String catalogue = text("/org/wayleave/data/retail/catalogue.json");
            workspace
                    .documents()
                    .save(new DocumentDraft(DocumentKind.CATALOGUE, "retail", "Retail catalogue", catalogue, 0));
            workspace
                    .documents()
                    .save(new DocumentDraft(
                            DocumentKind.SETTINGS,
                            "retail-settings",
                            "Retail settings",
                            PolicyPack.bundledSettings("retail"),
                            0));
            for (Journey journey : SampleJourneys.retail()) {
                workspace
                        .documents()
                        .save(new DocumentDraft(
                                DocumentKind.JOURNEY, journey.id(), journey.title(), JourneyJson.write(journey), 0));
            }
        }
        return folder;
    }

    private static String text(String resource) {
        try (InputStream in = Catalogue.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
