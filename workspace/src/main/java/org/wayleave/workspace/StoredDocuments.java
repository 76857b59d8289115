package org.wayleave.workspace;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.wayleave.workspace.schema.Tables.DOCUMENT_STATE;
import static org.wayleave.workspace.schema.Tables.DOCUMENT_VERSION;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.WorkspaceException.Reason;
import org.wayleave.workspace.json.CanonicalJson;
import org.wayleave.workspace.json.JsonMappers;
import org.wayleave.workspace.json.JsonProblem;
import org.wayleave.workspace.schema.tables.DocumentStateTable;
import org.wayleave.workspace.schema.tables.DocumentVersionTable;

/** Documents in the database. A version and its states are rows that are only ever added. */
final class StoredDocuments implements Documents {

    private static final DocumentVersionTable VERSION = DOCUMENT_VERSION;
    private static final DocumentStateTable STATE = DOCUMENT_STATE;
    private static final Field<String> PRESENT_STATE = presentState();
    private static final Field<String> STATE_COLUMN = PRESENT_STATE.as("present_state");
    private static final Comparator<DocumentSummary> BY_KIND_AND_TITLE = Comparator.comparing(DocumentSummary::kind)
            .thenComparing(DocumentSummary::title, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(DocumentSummary::id);

    private final Store store;
    private final Session session;
    private final ChainedLedger ledger;

    StoredDocuments(Store store, Session session, ChainedLedger ledger) {
        this.store = store;
        this.session = session;
        this.ledger = ledger;
    }

    private static Field<String> presentState() {
        DocumentStateTable newest = STATE.as("newest");
        return DSL.field(select(STATE.STATE)
                .from(STATE)
                .where(STATE.KIND
                        .eq(VERSION.KIND)
                        .and(STATE.ID.eq(VERSION.ID))
                        .and(STATE.VERSION.eq(VERSION.VERSION))
                        .and(STATE.ORDINAL.eq(select(max(newest.ORDINAL))
                                .from(newest)
                                .where(newest.KIND
                                        .eq(VERSION.KIND)
                                        .and(newest.ID.eq(VERSION.ID))
                                        .and(newest.VERSION.eq(VERSION.VERSION)))))));
    }

    /** How a version is named in the ledger and in messages. */
    static String subject(DocumentKind kind, String id, int version) {
        return kind.wireName() + "/" + id + "@" + version;
    }

    @Override
    public DocumentVersion save(DocumentDraft draft) {
        return save(draft, context -> {});
    }

    @Override
    public DocumentVersion save(DocumentDraft draft, AuditNote note) {
        return save(draft, ledger.noting(note));
    }

    private DocumentVersion save(DocumentDraft draft, Consumer<DSLContext> afterwards) {
        String what = "Cannot save " + draft.kind().wireName() + "/" + Names.shortened(draft.id());
        session.requireWriter(what);
        Names.requireDocumentId(draft.id());
        Names.requireTitle("title of " + draft.kind().wireName() + "/" + draft.id(), draft.title());
        byte[] content = canonical(what, draft.json());
        String json = new String(content, StandardCharsets.UTF_8);
        String hash = CanonicalJson.hash(content);
        return ledger.change(what, context -> {
            int latest = latestNumber(context, draft.kind(), draft.id());
            Integer basedOn = draft.basedOnVersion();
            if (basedOn != null && basedOn != latest) {
                throw conflict(what, basedOn, latest);
            }
            int version = latest + 1;
            Instant now = session.now();
            String author = session.author().id();
            context.insertInto(VERSION)
                    .set(VERSION.KIND, draft.kind().wireName())
                    .set(VERSION.ID, draft.id())
                    .set(VERSION.VERSION, version)
                    .set(VERSION.TITLE, draft.title())
                    .set(VERSION.AUTHOR, author)
                    .set(VERSION.SAVED, now)
                    .set(VERSION.CONTENT_HASH, hash)
                    .set(VERSION.CONTENT, json)
                    .execute();
            addState(context, draft.kind(), draft.id(), version, 1, DocumentState.DRAFT, now);
            ObjectNode detail = ChainedLedger.detail();
            detail.put("title", draft.title());
            detail.put("contentHash", hash);
            detail.put("saved", now.toString());
            ledger.append(context, "document.saved", subject(draft.kind(), draft.id(), version), detail);
            afterwards.accept(context);
            return new DocumentVersion(
                    draft.kind(), draft.id(), draft.title(), version, DocumentState.DRAFT, author, now, hash, json);
        });
    }

    private static byte[] canonical(String what, String json) {
        if (json.length() > JsonMappers.LONGEST_DOCUMENT) {
            throw new WorkspaceException(
                    Reason.INVALID_DOCUMENT,
                    what + ": the content has " + json.length() + " characters; the most is "
                            + JsonMappers.LONGEST_DOCUMENT + ".");
        }
        try {
            byte[] bytes = CanonicalJson.bytes(json);
            if (bytes[0] != '{') {
                throw new WorkspaceException(
                        Reason.INVALID_DOCUMENT, what + ": the content must be a JSON object, not an array.");
            }
            return bytes;
        } catch (JsonProblem e) {
            throw new WorkspaceException(Reason.INVALID_DOCUMENT, what + ": " + e.getMessage(), e);
        }
    }

    private static WorkspaceException conflict(String what, int basedOn, int latest) {
        String message = switch (basedOn) {
            case 0 -> what + ": a document with this id exists already, as version " + latest + ".";
            default ->
                latest == 0
                        ? what + ": it is based on version " + basedOn + ", but there is no such document."
                        : what + ": it is based on version " + basedOn + ", but version " + latest
                                + " is the latest. Take up its changes and save again.";
        };
        return new WorkspaceException(Reason.CONFLICT, message);
    }

    private void addState(
            DSLContext context,
            DocumentKind kind,
            String id,
            int version,
            int ordinal,
            DocumentState state,
            Instant now) {
        context.insertInto(STATE)
                .set(STATE.KIND, kind.wireName())
                .set(STATE.ID, id)
                .set(STATE.VERSION, version)
                .set(STATE.ORDINAL, ordinal)
                .set(STATE.STATE, state.wireName())
                .set(STATE.AUTHOR, session.author().id())
                .set(STATE.CHANGED, now)
                .execute();
    }

    private static int latestNumber(DSLContext context, DocumentKind kind, String id) {
        Integer latest = context.select(max(VERSION.VERSION))
                .from(VERSION)
                .where(is(kind, id))
                .fetchOne(max(VERSION.VERSION));
        return latest == null ? 0 : latest;
    }

    private static Condition is(DocumentKind kind, String id) {
        return VERSION.KIND.eq(kind.wireName()).and(VERSION.ID.eq(id));
    }

    private static SelectConditionStep<? extends Record> versions(DSLContext context, Condition condition) {
        return context.select(
                        VERSION.KIND,
                        VERSION.ID,
                        VERSION.VERSION,
                        VERSION.TITLE,
                        VERSION.AUTHOR,
                        VERSION.SAVED,
                        VERSION.CONTENT_HASH,
                        VERSION.CONTENT,
                        STATE_COLUMN)
                .from(VERSION)
                .where(condition);
    }

    private static DocumentVersion full(Record row) {
        DocumentSummary summary = summary(row);
        return new DocumentVersion(
                summary.kind(),
                summary.id(),
                summary.title(),
                summary.version(),
                summary.state(),
                summary.author(),
                summary.time(),
                summary.contentHash(),
                row.get(VERSION.CONTENT));
    }

    private static DocumentSummary summary(Record row) {
        try {
            return new DocumentSummary(
                    DocumentKind.ofWireName(row.get(VERSION.KIND)),
                    row.get(VERSION.ID),
                    row.get(VERSION.TITLE),
                    row.get(VERSION.VERSION),
                    DocumentState.ofWireName(Objects.toString(row.get(STATE_COLUMN))),
                    row.get(VERSION.AUTHOR),
                    row.get(VERSION.SAVED),
                    row.get(VERSION.CONTENT_HASH));
        } catch (IllegalArgumentException e) {
            throw new WorkspaceException(
                    Reason.DAMAGED,
                    "The stored kind or state of " + Names.shortened(row.get(VERSION.ID))
                            + " is unknown. Verify the audit ledger.",
                    e);
        }
    }

    @Override
    public Optional<DocumentVersion> latest(DocumentKind kind, String id) {
        return latestIn(kind, id, EnumSet.allOf(DocumentState.class));
    }

    @Override
    public Optional<DocumentVersion> latestIn(DocumentKind kind, String id, Set<DocumentState> states) {
        List<String> names =
                states.stream().map(DocumentState::wireName).sorted().toList();
        return store.read(
                "Cannot read " + kind.wireName() + "/" + Names.shortened(id),
                context -> Optional.<Record>ofNullable(
                                versions(context, is(kind, id).and(PRESENT_STATE.in(names)))
                                        .orderBy(VERSION.VERSION.desc())
                                        .limit(1)
                                        .fetchOne())
                        .map(StoredDocuments::full));
    }

    @Override
    public Optional<DocumentVersion> version(DocumentKind kind, String id, int version) {
        return store.read(
                "Cannot read " + kind.wireName() + "/" + Names.shortened(id),
                context -> find(context, kind, id, version));
    }

    private static Optional<DocumentVersion> find(DSLContext context, DocumentKind kind, String id, int version) {
        return Optional.<Record>ofNullable(versions(context, is(kind, id).and(VERSION.VERSION.eq(version)))
                        .fetchOne())
                .map(StoredDocuments::full);
    }

    @Override
    public List<DocumentVersion> history(DocumentKind kind, String id) {
        return store.read(
                "Cannot read " + kind.wireName() + "/" + Names.shortened(id),
                context -> versions(context, is(kind, id))
                        .orderBy(VERSION.VERSION.desc())
                        .fetch(StoredDocuments::full));
    }

    @Override
    public List<DocumentSummary> list() {
        return summaries("Cannot list the documents", null);
    }

    @Override
    public List<DocumentSummary> list(DocumentKind kind) {
        return summaries("Cannot list the " + kind.plural(), kind);
    }

    private List<DocumentSummary> summaries(String what, @Nullable DocumentKind kind) {
        return store.read(what, context -> {
            DocumentVersionTable newest = VERSION.as("newest");
            Condition condition = VERSION.VERSION.eq(select(max(newest.VERSION))
                    .from(newest)
                    .where(newest.KIND.eq(VERSION.KIND).and(newest.ID.eq(VERSION.ID))));
            return context
                    .select(
                            VERSION.KIND,
                            VERSION.ID,
                            VERSION.VERSION,
                            VERSION.TITLE,
                            VERSION.AUTHOR,
                            VERSION.SAVED,
                            VERSION.CONTENT_HASH,
                            STATE_COLUMN)
                    .from(VERSION)
                    .where(kind == null ? condition : condition.and(VERSION.KIND.eq(kind.wireName())))
                    .fetch(StoredDocuments::summary)
                    .stream()
                    .sorted(BY_KIND_AND_TITLE)
                    .toList();
        });
    }

    @Override
    public DocumentVersion changeState(DocumentKind kind, String id, int version, DocumentState state) {
        String what = "Cannot set " + subject(kind, Names.shortened(id), version) + " to "
                + state.title().toLowerCase(Locale.ROOT);
        session.requireWriter(what);
        if (state == DocumentState.APPROVED) {
            session.requireApprover(what);
        }
        return ledger.change(what, context -> {
            DocumentVersion found = find(context, kind, id, version)
                    .orElseThrow(() -> new WorkspaceException(Reason.MISSING, what + ": there is no such version."));
            if (!found.state().next().contains(state)) {
                throw new WorkspaceException(
                        Reason.CONFLICT,
                        what + ": it is " + found.state().title().toLowerCase(Locale.ROOT)
                                + ", and that state cannot follow.");
            }
            Integer ordinal = context.select(max(STATE.ORDINAL))
                    .from(STATE)
                    .where(STATE.KIND.eq(kind.wireName()).and(STATE.ID.eq(id)).and(STATE.VERSION.eq(version)))
                    .fetchOne(max(STATE.ORDINAL));
            Instant now = session.now();
            addState(context, kind, id, version, (ordinal == null ? 0 : ordinal) + 1, state, now);
            ObjectNode detail = ChainedLedger.detail();
            detail.put("from", found.state().wireName());
            detail.put("to", state.wireName());
            detail.put("contentHash", found.contentHash());
            detail.put("changed", now.toString());
            ledger.append(context, "document.state-changed", subject(kind, id, version), detail);
            return find(context, kind, id, version).orElseThrow();
        });
    }

    @Override
    public List<StateChange> states(DocumentKind kind, String id, int version) {
        return store.read(
                "Cannot read " + kind.wireName() + "/" + Names.shortened(id),
                context -> context.select(STATE.STATE, STATE.AUTHOR, STATE.CHANGED)
                        .from(STATE)
                        .where(STATE.KIND
                                .eq(kind.wireName())
                                .and(STATE.ID.eq(id))
                                .and(STATE.VERSION.eq(version)))
                        .orderBy(STATE.ORDINAL)
                        .fetch(row ->
                                new StateChange(DocumentState.ofWireName(row.value1()), row.value2(), row.value3())));
    }
}
