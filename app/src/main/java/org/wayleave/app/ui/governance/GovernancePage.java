package org.wayleave.app.ui.governance;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.app.cli.Failures;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.app.ui.find.DocumentPlaces;
import org.wayleave.app.ui.session.WindowServices;
import org.wayleave.app.ui.words.Times;
import org.wayleave.data.privacy.PrivacyBudget;
import org.wayleave.data.privacy.WorkspacePrivacyBudget;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.PageHeader;
import org.wayleave.ui.page.Place;
import org.wayleave.workspace.AuditEntry;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.PrivacySpend;
import org.wayleave.workspace.User;
import org.wayleave.workspace.Workspace;

/** Governance: documents and their states, the audit ledger, users and roles, privacy budgets, the workspace as a whole. */
public final class GovernancePage implements Page {
    private static final String ID = "governance";
    private static final String DOCUMENTS = "documents";
    private static final String AUDIT = "audit";
    private static final String USERS = "users";
    private static final String BUDGETS = "budgets";
    private static final String WORKSPACE = "workspace";
    private static final int ROWS_SHOWN = 10_000;

    private final Workspace workspace;
    private final WindowServices services;
    private final Navigator navigator;
    private final DocumentPlaces places;
    private final Times times;
    private final PageHeader header = new PageHeader("Governance");
    private final DocumentsPane documents;
    private final AuditPane audit;
    private final UsersPane users;
    private final WorkspacePane whole;
    private final BudgetsPane budgets;
    private final TabPane tabs = new TabPane();
    private final ReadOnlyObjectWrapper<@Nullable Node> inspector = new ReadOnlyObjectWrapper<>();
    /** The document that is to be selected as soon as it is listed. */
    private @Nullable String wanted;

    private record Everything(
            List<DocumentSummary> documents,
            List<AuditEntry> audit,
            long rows,
            List<User> users,
            WorkspaceSize size,
            List<PrivacyBudget.Balance> balances,
            List<PrivacySpend> spends) {}

    /**
     * The page, over a workspace that may be read-only.
     *
     * @param upkeep what can be done with the workspace as a whole
     */
    public GovernancePage(
            Workspace workspace,
            WindowServices services,
            Navigator navigator,
            DocumentPlaces places,
            List<Command> upkeep) {
        this.workspace = workspace;
        this.services = services;
        this.navigator = navigator;
        this.places = places;
        this.times = new Times(services.zone());
        boolean mayAdminister =
                !workspace.readOnly() && workspace.author().role().mayAdminister();
        documents = new DocumentsPane(times);
        audit = new AuditPane(times);
        users = new UsersPane(services.overlays(), mayAdminister, this::add);
        whole = new WorkspacePane(workspace, upkeep);
        boolean mayLimit = !workspace.readOnly() && workspace.author().role().mayApprove();
        budgets = new BudgetsPane(services.overlays(), times, mayLimit, this::limit);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .setAll(
                        tab(DOCUMENTS, "Documents", documents),
                        tab(AUDIT, "Audit ledger", audit),
                        tab(USERS, "People and roles", users),
                        tab(BUDGETS, "Privacy budgets", budgets),
                        tab(WORKSPACE, "Workspace", whole));
        header.primaryProperty()
                .set(Command.of("governance.verify", "Verify the ledger", this::verify)
                        .withIcon(Feather.CHECK_CIRCLE)
                        .explained("Walks all rows and compares them with each other and with the stored documents"));
        header.secondary()
                .setAll(Command.of("governance.export", "Export the ledger as CSV…", this::export)
                        .withIcon(Feather.DOWNLOAD));
        documents.selectedProperty().subscribe(document -> inspectTab());
        users.table().selectedProperty().subscribe(user -> inspectTab());
        documents
                .table()
                .onOpen(document -> places.of(document.kind(), document.id()).ifPresent(navigator::go));
        tabs.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            inspectTab();
            navigator.arrived(Place.of(ID, now.getId()));
        });
    }

    private static Tab tab(String id, String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setId(id);
        return tab;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Governance";
    }

    @Override
    public Ikon icon() {
        return Feather.AWARD;
    }

    @Override
    public Node content() {
        return tabs;
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public ObservableValue<@Nullable Node> inspector() {
        return inspector.getReadOnlyProperty();
    }

    @Override
    public void shown() {
        refresh();
    }

    @Override
    public void open(Place place) {
        tabs.getTabs().stream()
                .filter(tab -> tab.getId().equals(place.document()))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
        wanted = place.detail();
        selectWanted();
    }

    private void selectWanted() {
        if (wanted != null && documents.select(wanted)) {
            wanted = null;
        }
    }

    private void refresh() {
        services.tasks()
                .lookUp("governance", "Read documents and ledger", progress -> {
                    long rows = workspace.audit().size();
                    long from = Math.max(1, rows - ROWS_SHOWN + 1);
                    return new Everything(
                            workspace.documents().list(),
                            workspace.audit().entries(from, ROWS_SHOWN),
                            rows,
                            workspace.users().list(),
                            WorkspaceSize.of(workspace.folder()),
                            new WorkspacePrivacyBudget(workspace.privacy()).balances(),
                            workspace.privacy().spends());
                })
                .onDone(all -> {
                    documents.show(all.documents());
                    selectWanted();
                    audit.show(all.audit());
                    users.show(all.users());
                    whole.show(all.size());
                    budgets.show(all.balances(), all.spends());
                    String shown =
                            all.rows() > ROWS_SHOWN ? ", the newest " + Figures.count(ROWS_SHOWN) + " listed" : "";
                    header.noteProperty()
                            .set(Figures.count(all.documents().size()) + " documents, " + Figures.count(all.rows())
                                    + " rows in the audit ledger" + shown);
                    if (documents.selectedProperty().get() == null
                            && !documents.table().shownRows().isEmpty()) {
                        documents.table().select(documents.table().shownRows().getFirst());
                    }
                    if (users.table().selectedProperty().get() == null
                            && !users.table().shownRows().isEmpty()) {
                        users.table().select(users.table().shownRows().getFirst());
                    }
                    inspectTab();
                });
    }

    private void inspectTab() {
        Tab shown = tabs.getSelectionModel().getSelectedItem();
        DocumentSummary document = documents.selectedProperty().get();
        User user = users.table().selectedProperty().get();
        if (shown.getId().equals(DOCUMENTS) && document != null) {
            inspect(document);
        } else if (shown.getId().equals(USERS) && user != null) {
            inspector.set(users.detail(user, this::changeRole, this::setActive));
        } else {
            inspector.set(null);
        }
    }

    private void inspect(DocumentSummary document) {
        services.tasks()
                .lookUp(
                        "governance.document",
                        "Read the versions",
                        progress -> new DocumentDetail.Facts(
                                document,
                                workspace.documents().history(document.kind(), document.id()).stream()
                                        .map(DocumentVersion::summary)
                                        .toList(),
                                workspace.documents().states(document.kind(), document.id(), document.version())))
                .onDone(facts -> {
                    if (tabs.getSelectionModel().getSelectedItem().getId().equals(DOCUMENTS)) {
                        inspector.set(new DocumentDetail(
                                facts,
                                times,
                                workspace.author(),
                                workspace.readOnly(),
                                open(document),
                                state -> change(document, state)));
                    }
                });
    }

    private List<Command> open(DocumentSummary document) {
        Optional<Place> place = places.of(document.kind(), document.id());
        return place.map(there -> List.of(Command.of(
                                "governance.open", "Open the " + document.kind().title(), () -> navigator.go(there))
                        .withIcon(Feather.ARROW_RIGHT)))
                .orElse(List.of());
    }

    private void change(DocumentSummary document, DocumentState state) {
        write(
                "Change the state of " + document.title(),
                () -> workspace.documents().changeState(document.kind(), document.id(), document.version(), state));
    }

    private void add(Author user) {
        write("Add " + user.name(), () -> workspace.users().add(user));
    }

    private void changeRole(User user, org.wayleave.workspace.Role role) {
        write("Change the role of " + user.name(), () -> workspace.users().changeRole(user.id(), role));
    }

    private void setActive(User user, boolean active) {
        write("Change the access of " + user.name(), () -> workspace.users().setActive(user.id(), active));
    }

    private void limit(BudgetsPane.Limit wanted) {
        write(
                "Set the privacy budget of " + wanted.dataset(),
                () -> workspace
                        .privacy()
                        .setLimit(
                                wanted.dataset(),
                                wanted.purpose(),
                                wanted.limit().epsilon(),
                                wanted.limit().delta()));
    }

    private void write(String title, Runnable change) {
        services.tasks()
                .start(title, progress -> {
                    change.run();
                    return true;
                })
                .onDone(done -> refresh())
                .onFailed(failure -> {
                    services.toasts().bad(Failures.line(failure));
                    refresh();
                });
    }

    private void verify() {
        open(Place.of(ID, AUDIT));
        services.tasks()
                .start("Verify the audit ledger", progress -> workspace.audit().verify())
                .onDone(found -> audit.show(found, times.full(services.clock().instant())))
                .onFailed(failure -> services.toasts().bad("The ledger was not verified. " + Failures.line(failure)));
    }

    private void export() {
        services.surroundings()
                .chooseTarget("Export the audit ledger", "audit-ledger.csv")
                .ifPresent(this::export);
    }

    private void export(Path target) {
        services.tasks()
                .start("Export the audit ledger", progress -> LedgerCsv.write(workspace.audit(), target))
                .onDone(rows -> services.toasts()
                        .good(Figures.count(rows) + " rows of the audit ledger are in " + target + "."))
                .onFailed(failure -> services.toasts().bad("The ledger was not exported. " + Failures.line(failure)));
    }
}
