package org.wayleave.workspace;

import static org.jooq.impl.DSL.max;
import static org.wayleave.workspace.schema.Tables.PRIVACY_LIMIT;
import static org.wayleave.workspace.schema.Tables.PRIVACY_SPEND;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.wayleave.workspace.WorkspaceException.Reason;
import org.wayleave.workspace.schema.tables.records.PrivacyLimitRecord;
import org.wayleave.workspace.schema.tables.records.PrivacySpendRecord;

/** Privacy budgets in the database. */
final class StoredPrivacy implements PrivacyLedger {
    private final Store store;
    private final Session session;
    private final ChainedLedger ledger;

    StoredPrivacy(Store store, Session session, ChainedLedger ledger) {
        this.store = store;
        this.session = session;
        this.ledger = ledger;
    }

    @Override
    public List<PrivacyLimit> limits() {
        return store.read("Cannot list the privacy budgets", context -> {
            Map<List<String>, PrivacyLimit> newest = new LinkedHashMap<>();
            context.selectFrom(PRIVACY_LIMIT)
                    .orderBy(PRIVACY_LIMIT.DATASET, PRIVACY_LIMIT.PURPOSE, PRIVACY_LIMIT.ORDINAL)
                    .fetch(StoredPrivacy::limit)
                    .forEach(limit -> newest.put(List.of(limit.dataset(), limit.purpose()), limit));
            return List.copyOf(newest.values());
        });
    }

    @Override
    public PrivacyLimit setLimit(String dataset, String purpose, double epsilon, double delta) {
        String what = "Cannot set a privacy budget";
        session.requireApprover(what);
        Names.requireDocumentId(dataset);
        Names.requireDocumentId(purpose);
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY && delta > 0 && delta < 1)) {
            throw new WorkspaceException(
                    Reason.INVALID_DOCUMENT, what + ": ε must be above 0, and δ above 0 and below 1.");
        }
        return ledger.change(what, context -> {
            Integer last = context.select(max(PRIVACY_LIMIT.ORDINAL))
                    .from(PRIVACY_LIMIT)
                    .where(PRIVACY_LIMIT.DATASET.eq(dataset), PRIVACY_LIMIT.PURPOSE.eq(purpose))
                    .fetchOne(max(PRIVACY_LIMIT.ORDINAL));
            PrivacyLimitRecord row = context.newRecord(PRIVACY_LIMIT);
            row.setDataset(dataset);
            row.setPurpose(purpose);
            row.setOrdinal((last == null ? 0 : last) + 1);
            row.setEpsilon(epsilon);
            row.setDelta(delta);
            row.setAuthor(session.author().id());
            row.setChanged(session.now());
            row.insert();
            ledger.append(context, "privacy.limit-set", subject(row), facts(row));
            return limit(row);
        });
    }

    @Override
    public List<PrivacySpend> spends() {
        return store.read(
                "Cannot list what was spent of the privacy budgets",
                context -> context.selectFrom(PRIVACY_SPEND)
                        .orderBy(PRIVACY_SPEND.NUMBER)
                        .fetch(StoredPrivacy::spend));
    }

    @Override
    public Optional<PrivacySpend> spend(PrivacyRequest request, Admission admission) {
        String what = "Cannot spend of the privacy budget";
        session.requireWriter(what);
        Names.requireDocumentId(request.dataset());
        Names.requireDocumentId(request.purpose());
        Names.requireTitle("query of a release", request.query());
        if (!(request.rho() >= 0
                && request.rho() < Double.POSITIVE_INFINITY
                && request.delta() >= 0
                && request.delta() < 1)) {
            throw new WorkspaceException(
                    Reason.INVALID_DOCUMENT, what + ": a loss must be 0 or more, and δ 0 or more and below 1.");
        }
        return ledger.change(what, context -> {
            PrivacySpendRecord row = context.newRecord(PRIVACY_SPEND);
            Integer last = context.select(max(PRIVACY_SPEND.NUMBER))
                    .from(PRIVACY_SPEND)
                    .fetchOne(max(PRIVACY_SPEND.NUMBER));
            row.setNumber((last == null ? 0 : last) + 1);
            row.setDataset(request.dataset());
            row.setPurpose(request.purpose());
            row.setQuery(request.query());
            row.setRho(request.rho());
            row.setDelta(request.delta());
            row.setAuthor(session.author().id());
            row.setSpent(session.now());
            if (!admitted(context, request, admission)) {
                ledger.append(context, "privacy.refused", request.dataset() + "/" + request.purpose(), facts(row));
                return Optional.empty();
            }
            row.insert();
            ledger.append(context, "privacy.spent", subject(row), facts(row));
            return Optional.of(spend(row));
        });
    }

    private static boolean admitted(DSLContext context, PrivacyRequest request, Admission admission) {
        PrivacyLimit limit = context.selectFrom(PRIVACY_LIMIT)
                .where(PRIVACY_LIMIT.DATASET.eq(request.dataset()), PRIVACY_LIMIT.PURPOSE.eq(request.purpose()))
                .orderBy(PRIVACY_LIMIT.ORDINAL.desc())
                .limit(1)
                .fetchOne(StoredPrivacy::limit);
        List<PrivacySpend> before = context.selectFrom(PRIVACY_SPEND)
                .where(PRIVACY_SPEND.DATASET.eq(request.dataset()), PRIVACY_SPEND.PURPOSE.eq(request.purpose()))
                .orderBy(PRIVACY_SPEND.NUMBER)
                .fetch(StoredPrivacy::spend);
        return admission.admits(limit, before);
    }

    static String subject(PrivacyLimitRecord row) {
        return "privacy-limit/" + row.getDataset() + "/" + row.getPurpose() + "@" + row.getOrdinal();
    }

    static String subject(PrivacySpendRecord row) {
        return "privacy-spend/" + row.getNumber();
    }

    static ObjectNode facts(PrivacyLimitRecord row) {
        ObjectNode facts = ChainedLedger.detail();
        facts.put("epsilon", row.getEpsilon());
        facts.put("delta", row.getDelta());
        facts.put("changed", row.getChanged().toString());
        return facts;
    }

    static ObjectNode facts(PrivacySpendRecord row) {
        ObjectNode facts = ChainedLedger.detail();
        facts.put("dataset", row.getDataset());
        facts.put("purpose", row.getPurpose());
        facts.put("query", row.getQuery());
        facts.put("rho", row.getRho());
        facts.put("delta", row.getDelta());
        facts.put("spent", row.getSpent().toString());
        return facts;
    }

    private static PrivacyLimit limit(PrivacyLimitRecord row) {
        return new PrivacyLimit(
                row.getDataset(),
                row.getPurpose(),
                row.getEpsilon(),
                row.getDelta(),
                row.getAuthor(),
                row.getChanged());
    }

    private static PrivacySpend spend(PrivacySpendRecord row) {
        return new PrivacySpend(
                row.getNumber(),
                new PrivacyRequest(row.getDataset(), row.getPurpose(), row.getQuery(), row.getRho(), row.getDelta()),
                row.getAuthor(),
                row.getSpent());
    }
}
