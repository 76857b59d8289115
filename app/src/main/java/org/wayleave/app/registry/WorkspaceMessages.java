package org.wayleave.app.registry;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wayleave.app.run.RunSources;
import org.wayleave.data.Person;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.preference.MessagePreview;
import org.wayleave.engine.Engine;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.journey.decide.ContactLog;
import org.wayleave.journey.decide.Decider;
import org.wayleave.journey.decide.DecisionDocument;
import org.wayleave.journey.decide.Denial;
import org.wayleave.journey.decide.Ladder;
import org.wayleave.journey.decide.LadderDecision;
import org.wayleave.journey.decide.PersonDocument;
import org.wayleave.journey.decide.PolicyDecider;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.Documents;
import org.wayleave.workspace.Workspace;

/**
 * Decides every message of a workspace's journeys for a person by the workspace's policy, at eleven in the morning of the person's day
 * and with no contact made before, so that only who they are and what they agreed to decides. Read once; make another one after a
 * document has changed.
 */
public final class WorkspaceMessages implements MessagePreview {
    private static final LocalTime ELEVEN = LocalTime.of(11, 0);

    private final List<Prepared> messages = new ArrayList<>();
    private final Decider decider;

    private record Prepared(Journey journey, int version, MessageStep step, Ladder ladder) {}

    /**
     * Prepares the journeys of a vertical.
     *
     * @param decider decides by the policy in force
     */
    public WorkspaceMessages(Documents documents, String vertical, Decider decider) {
        this.decider = decider;
        for (DocumentSummary summary : documents.list(DocumentKind.JOURNEY)) {
            DocumentVersion document =
                    documents.latest(DocumentKind.JOURNEY, summary.id()).orElseThrow();
            Journey journey = JourneyJson.read(document.json());
            if (journey.vertical().equals(vertical)) {
                for (Step step : journey.steps()) {
                    if (step instanceof MessageStep message) {
                        messages.add(new Prepared(journey, document.version(), message, new Ladder(message)));
                    }
                }
            }
        }
    }

    /**
     * Prepares the journeys of a vertical with the policy, settings and catalogue of the workspace.
     *
     * @throws org.wayleave.workspace.WorkspaceException MISSING when one of them is not there; the message says which
     */
    public static WorkspaceMessages of(Workspace workspace, String vertical) {
        Decider decider = PolicyDecider.of(
                PolicyPack.fromDocument(RunSources.ofVertical(workspace, DocumentKind.POLICY, vertical)
                        .json()),
                RunSources.ofVertical(workspace, DocumentKind.CATALOGUE, vertical)
                        .json(),
                RunSources.ofVertical(workspace, DocumentKind.SETTINGS, vertical)
                        .json(),
                SimulationPlan.DEFAULT_START,
                Engine.COMPILE);
        return new WorkspaceMessages(workspace.documents(), vertical, decider);
    }

    @Override
    public List<Message> messages(Person person, ConsentHistory consents) {
        // The consents are looked at a moment after the choice was made.
        long time = SimulationPlan.DEFAULT_START
                .atZone(person.zone())
                .toLocalDate()
                .plusDays(1)
                .atTime(ELEVEN)
                .atZone(person.zone())
                .toInstant()
                .toEpochMilli();
        RegoObject document =
                new PersonDocument(person).at(time, consents, new ContactLog().document(time), person.featuresAt(time));
        List<Message> decided = new ArrayList<>();
        for (Prepared prepared : messages) {
            LadderDecision decision = prepared.ladder()
                    .decide(
                            decider,
                            document,
                            DecisionDocument.context(
                                    time,
                                    person.zone(),
                                    DecisionDocument.journey(prepared.journey().id(), prepared.version()),
                                    RegoString.of(prepared.step().id()),
                                    RegoString.of("treated")));
            decided.add(message(prepared, decision));
        }
        return decided;
    }

    private static Message message(Prepared prepared, LadderDecision decision) {
        Set<String> reasons = new LinkedHashSet<>();
        for (LadderDecision.Tried tried : decision.tried()) {
            for (Denial denial : tried.verdict().denials()) {
                reasons.add(denial.reason());
            }
        }
        Action action = decision.taken() < 0
                ? null
                : prepared.ladder().rungs().get(decision.taken()).action();
        return new Message(
                prepared.journey().id(),
                prepared.journey().title(),
                prepared.step().id(),
                prepared.step().title(),
                Rung.ofWire(decision.rung().wire()),
                action == null ? prepared.step().channel() : action.channel(),
                List.copyOf(reasons));
    }
}
