package org.wayleave.policy.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.policy.opa.Compilation;
import org.wayleave.policy.opa.OpaCompiler;
import org.wayleave.policy.opa.RegoFault;
import org.wayleave.policy.pack.PackFile;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.WorkspaceException;

/** Saves what compiles. Blocks, and is used off the FX thread. */
final class PolicySaving {

    private final OpaCompiler compiler;
    private final PolicyStore store;

    PolicySaving(OpaCompiler compiler, PolicyStore store) {
        this.compiler = compiler;
        this.store = store;
    }

    /**
     * What a save came to.
     *
     * @param policy policy and settings as the workspace holds them now; null when nothing was saved
     * @param saved the documents of which there is a new version
     * @param faults what stood in the way
     */
    record Outcome(@Nullable StoredPolicy policy, List<DocumentVersion> saved, List<RegoFault> faults) {}

    /**
     * Saves.
     *
     * @param base what was edited
     * @param files all Rego files as they stand
     * @param rules whether a Rego file was edited
     * @param settings the settings as they stand; null when they were not edited
     */
    Outcome save(StoredPolicy base, List<PackFile> files, boolean rules, @Nullable String settings) {
        StoredPolicy policy = base;
        List<DocumentVersion> saved = new ArrayList<>();
        if (rules) {
            List<RegoFault> faults = new ArrayList<>();
            PolicyPack pack = compile(base.pack(), files, faults);
            if (pack == null) {
                return new Outcome(null, List.of(), faults);
            }
            policy = store.save(base, pack);
            saved.add(policy.version());
        }
        DocumentVersion before = base.settings();
        if (settings != null && before != null) {
            try {
                DocumentVersion after = store.saveSettings(before, settings);
                policy = new StoredPolicy(policy.version(), policy.pack(), after);
                saved.add(after);
            } catch (WorkspaceException e) {
                // The policy may have been saved already, so this is told beside it and not instead of it.
                String why = String.valueOf(e.getMessage());
                return new Outcome(policy, saved, List.of(new RegoFault(SettingsText.FILE, 0, 0, "workspace", why)));
            }
        }
        return new Outcome(policy, saved, List.of());
    }

    /** The pack with its plan; null when there are faults. */
    private @Nullable PolicyPack compile(PolicyPack pack, List<PackFile> files, List<RegoFault> faults) {
        Map<String, String> all = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        for (PackFile file : files) {
            all.put(file.name(), file.text());
            if (!file.isTest()) {
                sources.put(file.name(), file.text());
            }
        }
        faults.addAll(compiler.check(all));
        if (!faults.isEmpty()) {
            return null;
        }
        return switch (compiler.compile(sources, pack.entrypoints())) {
            case Compilation.Faulty faulty -> {
                faults.addAll(faulty.faults());
                yield null;
            }
            case Compilation.Plan plan ->
                new PolicyPack(
                        pack.id(),
                        pack.title(),
                        pack.vertical(),
                        files,
                        plan.json(),
                        plan.opaVersion(),
                        pack.entrypoints());
        };
    }
}
