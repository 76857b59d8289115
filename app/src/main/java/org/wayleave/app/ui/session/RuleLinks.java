package org.wayleave.app.ui.session;

import java.util.Comparator;
import java.util.Optional;
import org.wayleave.journey.ui.inspect.StoryView;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.policy.pack.RuleInfo;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.Workspace;

/** Goes from the line that an explanation names to the rule on the page of policies. */
final class RuleLinks implements StoryView.RuleLink {
    private final Workspace workspace;
    private final BackgroundTasks tasks;
    private final Navigator navigator;

    RuleLinks(Workspace workspace, BackgroundTasks tasks, Navigator navigator) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.navigator = navigator;
    }

    @Override
    public void open(String file, int line) {
        tasks.lookUp("rule-link", "Find the rule", progress -> find(file, line)).onDone(navigator::go);
    }

    /** The rule that stands at the line or last before it; the file when it has no rules; else the page. */
    private Place find(String file, int line) {
        for (DocumentSummary summary : workspace.documents().list(DocumentKind.POLICY)) {
            Optional<DocumentVersion> version = workspace.documents().latest(DocumentKind.POLICY, summary.id());
            if (version.isPresent()) {
                PolicyPack pack = PolicyPack.fromDocument(version.get().json());
                if (pack.file(file).isPresent()) {
                    String detail = pack.rules().stream()
                            .filter(rule -> rule.file().equals(file) && rule.line() <= line)
                            .max(Comparator.comparingInt(RuleInfo::line))
                            .map(RuleInfo::id)
                            .orElse(file);
                    return new Place("policies", summary.id(), detail);
                }
            }
        }
        return Place.of("policies");
    }
}
