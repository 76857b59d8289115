package org.wayleave.app.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wayleave.app.run.RunSources;
import org.wayleave.app.sample.SampleWorkspace;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.registry.ObservedUse.Read;
import org.wayleave.data.registry.ObservedUse.ReaderKind;
import org.wayleave.data.registry.ObservedUse.Subject;
import org.wayleave.data.registry.RegistryEdit;
import org.wayleave.data.registry.UseComparison;
import org.wayleave.data.registry.UseDifference;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.Role;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;

class WorkspaceUseTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

    @TempDir
    private Path place = Path.of("unset");

    /** Age bands are named in rules; goals and features only in the settings that the rules walk through. */
    @ParameterizedTest
    @CsvSource({"retail,age-band", "healthcare,told-goals", "banking,overdraft-history", "streaming,age-band"})
    void whatTheRulesOfAPolicyReadIsObserved(String vertical, String element) {
        try (Workspace workspace = workspace(vertical)) {
            Set<String> read = reads(workspace, vertical).stream()
                    .filter(one -> one.reader().kind() == ReaderKind.RULE)
                    .map(Read::id)
                    .collect(Collectors.toSet());
            assertTrue(read.contains(element), read.toString());
            assertTrue(
                    catalogue(workspace, vertical).dataElements().keySet().containsAll(read),
                    "nothing else is taken for data: " + read);
        }
    }

    @Test
    void aReadByARuleNamesTheRule() {
        try (Workspace workspace = workspace("retail")) {
            Read minors = reads(workspace, "retail").stream()
                    .filter(read -> read.reader().kind() == ReaderKind.RULE)
                    .filter(read -> read.id().equals("age-band"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("minors", minors.reader().place());
        }
    }

    @Test
    void everyFeatureThatLooksBackIsHeldAgainstTheRetention() {
        try (Workspace workspace = workspace("retail")) {
            Catalogue catalogue = catalogue(workspace, "retail");
            List<Read> reads = reads(workspace, "retail");
            Catalogue shorter = RegistryEdit.number("Shorter", "purchase-history", "retentionDays", 20)
                    .apply(catalogue);
            Set<String> readers = UseComparison.of(shorter, reads).stream()
                    .filter(difference -> difference.kind() == UseDifference.Kind.RETENTION_EXCEEDED)
                    .filter(difference -> difference.id().equals("purchase-history"))
                    .map(difference -> java.util.Objects.requireNonNull(difference.reader())
                            .document())
                    .collect(Collectors.toSet());
            assertTrue(
                    readers.containsAll(Set.of("frequency", "monetary", "recencyDays")),
                    "count, sum and recency look back: " + readers);
            assertTrue(
                    reads.stream()
                            .filter(read -> read.reader().kind() == ReaderKind.JOURNEY)
                            .anyMatch(read -> read.subject() == Subject.EVENT && read.days() > 0),
                    "conditions on features look back too");
        }
    }

    private static List<Read> reads(Workspace workspace, String vertical) {
        return new WorkspaceUse(workspace, catalogue(workspace, vertical)).reads();
    }

    private static Catalogue catalogue(Workspace workspace, String vertical) {
        return Catalogue.parse(RunSources.ofVertical(workspace, DocumentKind.CATALOGUE, vertical)
                .json());
    }

    private Workspace workspace(String vertical) {
        return new SampleWorkspace(vertical)
                .create(
                        place.resolve(vertical),
                        new WorkspaceOptions(CLOCK, null, new Author("ana", "Ana", Role.ADMINISTRATOR)));
    }
}
