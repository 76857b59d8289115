package org.wayleave.journey.decide;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.ModelRef;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.RungKind;

/**
 * The ladder of one message step, ready to be tried for many people. The rungs are tried top down and the first that policy
 * allows is taken. Immutable.
 */
public final class Ladder {

    private final List<Rung> rungs;
    private final RegoObject[] actions;
    private final boolean[] ownChannel;

    public Ladder(MessageStep step) {
        this.rungs = step.ladder();
        this.actions = new RegoObject[rungs.size()];
        this.ownChannel = new boolean[rungs.size()];
        for (int i = 0; i < actions.length; i++) {
            Action action = rungs.get(i).action();
            actions[i] = action == null
                    ? RegoObject.EMPTY
                    : document(step, rungs.get(i).kind(), action);
            ownChannel[i] = action != null && action.channel().equals(step.channel());
        }
    }

    /** The rungs, top down. */
    public List<Rung> rungs() {
        return rungs;
    }

    /** The id of the action of a rung, as policy sees it. */
    public static String actionId(MessageStep step, RungKind rung) {
        return step.id() + "/" + rung.wire();
    }

    private static RegoObject document(MessageStep step, RungKind kind, Action action) {
        RegoObject.Builder builder = RegoObject.builder()
                .put("id", RegoString.of(actionId(step, kind)))
                .put("channel", RegoString.of(action.channel()))
                .put("purpose", RegoString.of(action.purpose()))
                .put("topic", RegoString.of(action.topic()))
                .put(
                        "dataElements",
                        RegoArray.of(action.dataElements().stream()
                                .map(RegoString::of)
                                .toList()))
                .put("rung", RegoString.of(kind.wire()))
                .put(
                        "creative",
                        RegoObject.builder()
                                .put("id", RegoString.of(action.creative().id()))
                                .put(
                                        "sensitive",
                                        RegoBoolean.of(action.creative().sensitive()))
                                .put(
                                        "approved",
                                        RegoBoolean.of(action.creative().approved()))
                                .build());
        ModelRef model = action.model();
        if (model != null) {
            builder.put(
                    "model",
                    RegoObject.builder()
                            .put("id", RegoString.of(model.id()))
                            .put("version", RegoString.of(model.version()))
                            .build());
        }
        return builder.build();
    }

    /**
     * Tries the ladder for one person at one moment.
     *
     * <p>The outlet is the consent that policy reports for the rung taken when that uses the step's own channel, otherwise for
     * the last rung tried that uses it; {@link Outlet#UNKNOWN} when none was tried.
     *
     * @param person the person part of the decision document
     * @param context the context part
     */
    public LadderDecision decide(Decider decider, RegoObject person, RegoObject context) {
        List<LadderDecision.Tried> tried = new ArrayList<>(rungs.size());
        Outlet outlet = null;
        for (int i = 0; i < actions.length; i++) {
            RungKind kind = rungs.get(i).kind();
            if (kind == RungKind.SILENCE) {
                break;
            }
            RegoObject document = DecisionDocument.of(person, actions[i], context);
            Verdict verdict = decider.decide(document);
            tried.add(new LadderDecision.Tried(i, kind, document, verdict));
            if (ownChannel[i]) {
                outlet = verdict.consent();
            }
            if (verdict.allow()) {
                return new LadderDecision(i, kind, known(outlet), tried);
            }
        }
        return new LadderDecision(-1, RungKind.SILENCE, known(outlet), tried);
    }

    private static Outlet known(@Nullable Outlet outlet) {
        return outlet == null ? Outlet.UNKNOWN : outlet;
    }
}
