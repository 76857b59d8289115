package org.wayleave.journey.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wayleave.journey.exchange.JourneyJson;

class EditHistoryTest {

    @Test
    void tenThousandRandomEditsKeepTheGraphSoundAndUndoOfAllGivesTheFirstBytes() {
        RandomJourneys draw = new RandomJourneys(7);
        Random random = new Random(8);
        Journey start = draw.journey(12);
        String first = JourneyJson.write(start);
        EditHistory history = new EditHistory(start);
        int made = 0;
        for (int i = 0; i < 10_000; i++) {
            int kind = random.nextInt(10);
            if (kind < 2) {
                history.undo();
            } else if (kind < 3) {
                history.redo();
            } else if (draw.tryEdit(history)) {
                made++;
            }
            assertSound(history.current());
        }
        assertTrue(made > 2_000, "edits made: " + made);
        String last = JourneyJson.write(history.current());
        int undone = 0;
        while (history.undo().isPresent()) {
            undone++;
        }
        assertEquals(first, JourneyJson.write(history.current()));
        assertSame(start, history.current());
        for (int i = 0; i < undone; i++) {
            history.redo();
        }
        assertEquals(last, JourneyJson.write(history.current()));
    }

    private static void assertSound(Journey journey) {
        Set<String> ids = new HashSet<>();
        for (Step step : journey.steps()) {
            assertTrue(ids.add(step.id()), () -> "id twice: " + step.id());
            assertSame(step, journey.step(step.id()).orElseThrow());
        }
        Set<String> ports = new HashSet<>();
        for (Edge edge : journey.edges()) {
            Step from = journey.step(edge.from()).orElseThrow();
            Step to = journey.step(edge.to()).orElseThrow();
            assertTrue(from.ports().stream().anyMatch(port -> port.name().equals(edge.port())));
            assertTrue(to.hasInput());
            assertTrue(ports.add(edge.from() + "/" + edge.port()), () -> "port twice: " + edge);
            assertTrue(journey.outgoing(edge.from()).contains(edge));
            assertTrue(journey.incoming(edge.to()).contains(edge));
        }
    }

    @Test
    void anEditAfterUndoForgetsWhatWasUndone() {
        EditHistory history = new EditHistory(RandomJourneys.empty());
        history.apply(new JourneyEdit.AddStep(new ExitStep("a", "A", Position.ORIGIN, "")));
        history.undo();
        assertTrue(history.canRedo());
        history.apply(new JourneyEdit.AddStep(new ExitStep("b", "B", Position.ORIGIN, "")));
        assertFalse(history.canRedo());
        assertEquals(List.of("Add step “B”"), history.undoDescriptions());
    }

    @Test
    void anEditThatChangesNothingLeavesNoTrace() {
        EditHistory history = new EditHistory(RandomJourneys.empty());
        history.apply(new JourneyEdit.ChangeTexts("Drawn", ""));
        assertFalse(history.canUndo());
    }

    @Test
    void aRefusedEditLeavesTheHistoryAsItWas() {
        EditHistory history = new EditHistory(chain());
        EditRefused refused =
                assertThrows(EditRefused.class, () -> history.apply(new JourneyEdit.Connect("out", Port.NEXT, "wait")));
        assertEquals("Step “out” has no way out “next”", refused.getMessage());
        assertEquals(chain(), history.current());
        assertFalse(history.canUndo());
    }

    @Test
    void removingAStepHealsTheEdge() {
        Journey healed = new JourneyEdit.RemoveStep("wait", true).apply(chain());
        assertEquals(List.of(new Edge("in", Port.NEXT, "out")), healed.edges());
        Journey cut = new JourneyEdit.RemoveStep("wait", false).apply(chain());
        assertEquals(List.of(), cut.edges());
    }

    @Test
    void changingAStepDropsEdgesOfPortsItNoLongerHas() {
        Journey changed =
                new JourneyEdit.ChangeStep(new HoldoutStep("wait", "Hold", Position.ORIGIN, 0.1)).apply(chain());
        assertEquals(List.of(new Edge("in", Port.NEXT, "wait")), changed.edges());
    }

    @Test
    void anEdgeIntoAnEntryIsRefusedWithTheReason() {
        assertEquals(
                "People come into an entry from outside; no step leads to “in”",
                chain().refusal("wait", Port.NEXT, "in").orElseThrow());
    }

    @Test
    void copiesGetFreeIdsAndKeepTheEdgesBetweenThem() {
        JourneyEdit.AddSteps paste = JourneyEdit.copyOf(chain(), Set.of("wait", "out"), chain(), 10, 20);
        Journey both = paste.apply(chain());
        assertEquals(5, both.steps().size());
        assertEquals(List.of(new Edge("wait-2", Port.NEXT, "out-2")), both.outgoing("wait-2"));
    }

    @Test
    void anInsertedStepStandsInTheMiddleOfTheEdge() {
        Journey journey = new JourneyEdit.InsertStep(
                        new HoldoutStep("hold", "Hold", Position.ORIGIN, 0.1), Port.TREATED, "in", Port.NEXT)
                .apply(chain());
        assertEquals("hold", journey.edge("in", Port.NEXT).orElseThrow().to());
        assertEquals("wait", journey.edge("hold", Port.TREATED).orElseThrow().to());
    }

    @Test
    void movingKeepsEverythingElse() {
        Journey moved = new JourneyEdit.MoveSteps(Map.of("wait", new Position(3, 4))).apply(chain());
        assertEquals(new Position(3, 4), moved.step("wait").orElseThrow().position());
        assertEquals(chain().edges(), moved.edges());
    }

    private static Journey chain() {
        return new Journey(
                "chain",
                "Chain",
                "retail",
                "",
                List.of(
                        new EntryStep("in", "In", Position.ORIGIN, new Trigger.OnAudience(List.of()), ReEntry.never()),
                        new WaitStep(
                                "wait",
                                "Wait",
                                Position.ORIGIN,
                                new WaitRule.ForDuration(java.time.Duration.ofDays(1))),
                        new ExitStep("out", "Out", Position.ORIGIN, "")),
                List.of(new Edge("wait", Port.NEXT, "out"), new Edge("in", Port.NEXT, "wait")));
    }
}
