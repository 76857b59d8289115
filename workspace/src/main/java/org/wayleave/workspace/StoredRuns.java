package org.wayleave.workspace;

import static org.jooq.impl.DSL.max;
import static org.wayleave.workspace.schema.Tables.RUN;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.WorkspaceException.Reason;
import org.wayleave.workspace.json.CanonicalJson;
import org.wayleave.workspace.json.JsonMappers;
import org.wayleave.workspace.schema.tables.records.RunRecord;

/** Runs in the database. */
final class StoredRuns implements Runs {

    private static final int LONGEST_WHY = 2_000;

    private final Store store;
    private final Session session;
    private final ChainedLedger ledger;

    StoredRuns(Store store, Session session, ChainedLedger ledger) {
        this.store = store;
        this.session = session;
        this.ledger = ledger;
    }

    @Override
    public Run start(RunRequest request) {
        String what = "Cannot start a run";
        session.requireWriter(what);
        Names.requireDocumentId(request.journeyId());
        return ledger.change(what, context -> {
            Integer last = context.select(max(RUN.NUMBER)).from(RUN).fetchOne(max(RUN.NUMBER));
            int number = (last == null ? 0 : last) + 1;
            Instant now = session.now();
            RunRecord row = context.newRecord(RUN);
            row.setNumber(number);
            row.setId(String.format(Locale.ROOT, "run-%04d", number));
            row.setJourneyId(request.journeyId());
            row.setJourneyVersion(request.journeyVersion());
            row.setJourneyHash(request.journeyHash());
            row.setPolicyHash(request.policyHash());
            row.setRecipe(request.recipe());
            row.setPeople(request.people());
            row.setDays(request.days());
            row.setSeed(request.seed());
            row.setState(RunState.INCOMPLETE.wireName());
            row.setAuthor(session.author().id());
            row.setStarted(now);
            row.insert();
            Run run = run(row);
            ledger.append(context, "run.started", subject(run.id()), facts(run));
            return run;
        });
    }

    static String subject(String runId) {
        return "run/" + runId;
    }

    /** The facts of a run as the ledger states them; a 64-bit seed is text because canonical JSON keeps 53 bits. */
    static ObjectNode facts(Run run) {
        RunRequest request = run.request();
        ObjectNode facts = ChainedLedger.detail();
        facts.put(
                "journey",
                StoredDocuments.subject(DocumentKind.JOURNEY, request.journeyId(), request.journeyVersion()));
        facts.put("journeyHash", request.journeyHash());
        facts.put("policyHash", request.policyHash());
        facts.put("recipe", request.recipe());
        facts.put("people", request.people());
        facts.put("days", request.days());
        facts.put("seed", Long.toString(request.seed()));
        facts.put("started", run.started().toString());
        facts.put("state", run.state().wireName());
        if (run.finished() != null) {
            facts.put("finished", run.finished().toString());
        }
        if (run.ledgerHash() != null) {
            facts.put("ledgerHash", run.ledgerHash());
        }
        if (run.summaryJson() != null) {
            facts.put("summaryHash", CanonicalJson.hash(run.summaryJson().getBytes(StandardCharsets.UTF_8)));
        }
        if (run.why() != null) {
            facts.put("why", run.why());
        }
        return facts;
    }

    @Override
    public Run complete(String runId, String ledgerHash, String summaryJson) {
        return end(runId, RunState.COMPLETE, "run.completed", ledgerHash, summaryJson, null);
    }

    @Override
    public Run cancel(String runId, @Nullable String summaryJson) {
        return end(runId, RunState.CANCELLED, "run.cancelled", null, summaryJson, null);
    }

    @Override
    public Run fail(String runId, String why) {
        String kept = why.length() <= LONGEST_WHY ? why : why.substring(0, LONGEST_WHY - 1) + "…";
        return end(runId, RunState.FAILED, "run.failed", null, null, Names.wellFormed(kept));
    }

    private Run end(
            String runId,
            RunState state,
            String type,
            @Nullable String ledgerHash,
            @Nullable String summaryJson,
            @Nullable String why) {
        String what = "Cannot end the run " + Names.shortened(runId);
        session.requireWriter(what);
        if (summaryJson != null) {
            requireSummary(what, summaryJson);
        }
        return ledger.change(what, context -> {
            RunRecord row = record(context, runId);
            if (row == null) {
                throw new WorkspaceException(Reason.MISSING, what + ": there is no such run.");
            }
            if (!row.getState().equals(RunState.INCOMPLETE.wireName())) {
                throw new WorkspaceException(Reason.CONFLICT, what + ": it is " + row.getState() + " already.");
            }
            row.setState(state.wireName());
            row.setFinished(session.now());
            row.setLedgerHash(ledgerHash);
            row.setSummary(summaryJson);
            row.setWhy(why);
            row.update();
            Run run = run(row);
            ledger.append(context, type, subject(runId), facts(run));
            return run;
        });
    }

    private static void requireSummary(String what, String summaryJson) {
        try {
            if (!JsonMappers.hardened().readTree(summaryJson).isObject() || Names.hasLoneSurrogate(summaryJson)) {
                throw new WorkspaceException(Reason.INVALID_DOCUMENT, what + ": its figures must be a JSON object.");
            }
        } catch (JsonProcessingException e) {
            throw new WorkspaceException(
                    Reason.INVALID_DOCUMENT, what + ": its figures are not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static @Nullable RunRecord record(DSLContext context, String runId) {
        return context.selectFrom(RUN).where(RUN.ID.eq(runId)).fetchOne();
    }

    static Run run(RunRecord row) {
        return new Run(
                row.getId(),
                new RunRequest(
                        row.getJourneyId(),
                        row.getJourneyVersion(),
                        row.getJourneyHash(),
                        row.getPolicyHash(),
                        row.getRecipe(),
                        row.getPeople(),
                        row.getDays(),
                        row.getSeed()),
                RunState.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                row.getAuthor(),
                row.getStarted(),
                row.getFinished(),
                row.getLedgerHash(),
                row.getSummary(),
                row.getWhy());
    }

    @Override
    public List<Run> list() {
        return store.read(
                "Cannot list the runs",
                context -> context.selectFrom(RUN).orderBy(RUN.NUMBER.desc()).fetch(StoredRuns::run));
    }

    @Override
    public Optional<Run> find(String id) {
        return store.read(
                "Cannot read the run " + Names.shortened(id),
                context -> Optional.ofNullable(record(context, id)).map(StoredRuns::run));
    }
}
