package org.wayleave.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wayleave.workspace.Refusals.assertRefused;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.workspace.AuditProblem.Kind;
import org.wayleave.workspace.WorkspaceException.Reason;

class PrivacyLedgerTest {
    private static final PrivacyLedger.Admission ALWAYS = (limit, before) -> true;

    @TempDir
    Path folder;

    private static PrivacyRequest request(String dataset, double rho) {
        return new PrivacyRequest(dataset, "analytics", "People by country", rho, 1e-9);
    }

    @Test
    void limitsAndSpendsOutliveTheSessionAndStandInTheAuditLedger() {
        Path root = folder.resolve("w");
        try (Workspace workspace = TestWorkspaces.create(root)) {
            workspace.privacy().setLimit("customers", "analytics", 1, 1e-6);
            workspace.privacy().setLimit("customers", "analytics", 2.5, 1e-6);
            workspace.privacy().setLimit("applicants", "analytics", 1, 1e-7);
            assertEquals(
                    1,
                    workspace
                            .privacy()
                            .spend(request("customers", 0.25), ALWAYS)
                            .orElseThrow()
                            .number());
        }
        try (Workspace workspace = TestWorkspaces.openReadOnly(root)) {
            assertEquals(
                    List.of("applicants 1.0", "customers 2.5"),
                    workspace.privacy().limits().stream()
                            .map(limit -> limit.dataset() + " " + limit.epsilon())
                            .toList());
            PrivacySpend spend = workspace.privacy().spends().getFirst();
            assertEquals(request("customers", 0.25), spend.request());
            assertEquals("anna", spend.author());
            assertEquals(
                    List.of("privacy.limit-set", "privacy.limit-set", "privacy.limit-set", "privacy.spent"),
                    workspace.audit().entries(1, 100).stream()
                            .map(AuditEntry::type)
                            .filter(type -> type.startsWith("privacy"))
                            .toList());
            assertTrue(workspace.audit().verify().intact());
        }
    }

    @Test
    void aSpendThatIsNotAdmittedLeavesOnlyTheRefusal() {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            workspace.privacy().setLimit("customers", "analytics", 1, 1e-6);
            workspace.privacy().spend(request("customers", 0.25), ALWAYS);
            workspace.privacy().spend(request("others", 0.5), ALWAYS);
            List<String> asked = new ArrayList<>();
            Optional<PrivacySpend> refused = workspace.privacy().spend(request("customers", 9), (limit, before) -> {
                asked.add(limit == null ? "none" : limit.epsilon() + " after " + before.size());
                return false;
            });
            assertTrue(refused.isEmpty());
            assertEquals(List.of("1.0 after 1"), asked);
            assertEquals(2, workspace.privacy().spends().size());
            AuditEntry last =
                    workspace.audit().entries(workspace.audit().size(), 1).getFirst();
            assertEquals("privacy.refused", last.type());
            assertEquals("customers/analytics", last.subject());
            assertTrue(last.detailJson().contains("\"rho\":9"), last.detailJson());
        }
    }

    @Test
    void spendsFromManyThreadsNeverPassTheLimit() throws Exception {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"));
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Optional<PrivacySpend>>> spends = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                spends.add(threads.submit(() -> workspace
                        .privacy()
                        .spend(
                                request("customers", 0.125),
                                (limit, before) -> before.stream()
                                                .mapToDouble(
                                                        spend -> spend.request().rho())
                                                .sum()
                                        < 1)));
            }
            int admitted = 0;
            for (Future<Optional<PrivacySpend>> spend : spends) {
                admitted += spend.get().isPresent() ? 1 : 0;
            }
            assertEquals(8, admitted);
            assertEquals(8, workspace.privacy().spends().size());
            assertTrue(workspace.audit().verify().intact());
        }
    }

    @Test
    void whoMayNotApproveSetsNoLimitAndAnAuditorSpendsNothing() {
        Path root = folder.resolve("w");
        TestWorkspaces.create(root).close();
        try (Workspace workspace = Workspace.open(root, OpenMode.READ_WRITE, TestWorkspaces.as(TestWorkspaces.MARK))) {
            assertRefused(Reason.FORBIDDEN, () -> workspace.privacy().setLimit("customers", "analytics", 1, 1e-6));
            workspace.privacy().spend(request("customers", 0.25), ALWAYS);
        }
        try (Workspace workspace =
                Workspace.open(root, OpenMode.READ_WRITE, TestWorkspaces.as(TestWorkspaces.AUDITOR))) {
            assertRefused(Reason.FORBIDDEN, () -> workspace.privacy().spend(request("customers", 0.25), ALWAYS));
            assertEquals(1, workspace.privacy().spends().size());
        }
    }

    @Test
    void numbersAndNamesOutOfRangeAreRefused() {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            PrivacyLedger privacy = workspace.privacy();
            assertRefused(Reason.INVALID_DOCUMENT, () -> privacy.setLimit("customers", "analytics", 0, 1e-6));
            assertRefused(Reason.INVALID_DOCUMENT, () -> privacy.setLimit("customers", "analytics", 1, 1));
            assertRefused(Reason.INVALID_DOCUMENT, () -> privacy.setLimit("", "analytics", 1, 1e-6));
            assertRefused(Reason.INVALID_DOCUMENT, () -> privacy.spend(request("customers", -1), ALWAYS));
            assertRefused(Reason.INVALID_DOCUMENT, () -> privacy.spend(request("customers", Double.NaN), ALWAYS));
            assertRefused(Reason.INVALID_DOCUMENT, () -> privacy.spend(request("a/b", 1), ALWAYS));
            assertEquals(List.of(), privacy.spends());
            assertEquals(List.of(), privacy.limits());
        }
    }

    @Test
    void aSpendThatWasLoweredOrTakenAwayIsFound() throws Exception {
        Path root = folder.resolve("w");
        try (Workspace workspace = TestWorkspaces.create(root)) {
            workspace.privacy().setLimit("customers", "analytics", 1, 1e-6);
            workspace.privacy().spend(request("customers", 0.25), ALWAYS);
            workspace.privacy().spend(request("customers", 0.5), ALWAYS);
        }
        RawDatabase.run(
                root,
                "UPDATE privacy_spend SET rho = 0.001 WHERE number = 1",
                "DELETE FROM privacy_spend WHERE number = 2",
                "UPDATE privacy_limit SET epsilon = 9");
        try (Workspace workspace = TestWorkspaces.openReadOnly(root)) {
            assertEquals(
                    List.of(
                            Kind.CONTENT_CHANGED + " privacy-limit/customers/analytics@1",
                            Kind.CONTENT_CHANGED + " privacy-spend/1",
                            Kind.CONTENT_REMOVED + " privacy-spend/2"),
                    workspace.audit().verify().problems().stream()
                            .map(problem -> problem.kind() + " " + problem.subject())
                            .toList());
        }
    }
}
