package org.wayleave.app.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.Policy;
import org.wayleave.engine.batch.BatchPolicy;
import org.wayleave.engine.batch.BatchResult;
import org.wayleave.engine.batch.BatchRows;
import org.wayleave.engine.batch.BatchSchema;
import org.wayleave.engine.batch.LeftRule;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoValue;
import org.wayleave.policy.pack.DecisionDocument;

/** Decision documents sorted by action and step, each kind with the policy specialised to it. */
final class PolicyBatches {
    private final List<Batch> batches = new ArrayList<>();
    private final Map<RegoValue, Place> places = new HashMap<>();

    private record Place(Batch batch, int row) {}

    /** Documents that share what does not vary from person to person. */
    record Batch(BatchPolicy policy, List<RegoValue> documents, BatchRows rows, BatchResult result) {
        /** Fills the rows from the documents, again from the first one when they are fewer than the rows. */
        void fill() {
            for (int row = 0; row < rows.capacity(); row++) {
                rows.set(row, documents.get(row % documents.size()));
            }
        }

        void decide() {
            policy.decide(rows, 0, rows.capacity(), result);
        }
    }

    /**
     * Sorts documents and specialises the policy.
     *
     * @param least rows of a batch, at least; documents are repeated where there are fewer
     */
    PolicyBatches(Policy policy, String entrypoint, List<RegoValue> documents, int least) {
        BatchSchema schema = DecisionDocument.batches();
        Map<RegoObject, List<RegoValue>> kinds = new LinkedHashMap<>();
        for (RegoValue document : documents) {
            kinds.computeIfAbsent(schema.fixedParts(document), k -> new ArrayList<>())
                    .add(document);
        }
        kinds.forEach((known, mine) -> {
            BatchPolicy batch = policy.batch(entrypoint, schema, known);
            int rows = Math.max(least, mine.size());
            batches.add(new Batch(batch, mine, batch.rows(rows), batch.result(rows)));
        });
    }

    /** Fills and decides all batches. */
    void decide() {
        for (Batch batch : batches) {
            batch.fill();
            batch.decide();
            for (int row = 0; row < batch.documents().size(); row++) {
                places.put(batch.documents().get(row), new Place(batch, row));
            }
        }
    }

    /** Whether columns decided a document as the compiled policy did; null stands for an undefined answer. */
    boolean agree(RegoValue document, @Nullable RegoValue answer) {
        Place place = places.get(document);
        return place != null && place.batch().result().agrees(place.row(), answer);
    }

    List<Batch> all() {
        return batches;
    }

    int rows() {
        return batches.stream().mapToInt(batch -> batch.rows().capacity()).sum();
    }

    /** Rows of the last decision that columns could not tell. */
    int left() {
        return batches.stream().mapToInt(batch -> batch.result().left()).sum();
    }

    /** Why rows were left as a whole, sorted; empty when none were but those that do not fit the schema. */
    Set<String> reasons() {
        Set<String> reasons = new TreeSet<>();
        batches.forEach(batch -> reasons.addAll(batch.policy().whyRowsLeft()));
        return reasons;
    }

    /** The rules for which the compiled policy was asked in the last decision, with the number of rows. */
    Map<LeftRule, Integer> asked() {
        Map<LeftRule, Integer> asked = new LinkedHashMap<>();
        for (Batch batch : batches) {
            List<LeftRule> rules = batch.policy().leftRules();
            for (int i = 0; i < rules.size(); i++) {
                asked.merge(rules.get(i), batch.result().asked(i), Integer::sum);
            }
        }
        return asked;
    }
}
