package org.wayleave.data.identity;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wayleave.data.token.IdentifierKind;

class ClusterBookTest {
    private final IdentityScene scene = IdentityScene.of(SceneSettings.bundled(), 4, ResolverTest.NOW, 300);
    private final Resolution resolution = new Resolver(IdentityRules.bundled()).resolve(scene.events(), scene.asOf());
    private final ClusterBook book = new ClusterBook(resolution, () -> ResolverTest.NOW);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void undoingEverythingReturnsTheSameClusters(long seed) {
        Random random = new Random(seed);
        Deque<int[]> states = new ArrayDeque<>();
        int operations = 0;
        for (int i = 0; i < 400; i++) {
            int a = random.nextInt(scene.events().identifiers());
            int[] before = book.clusters();
            try {
                if (random.nextBoolean() && !book.linked(a).isEmpty()) {
                    book.split(a, book.linked(a).getFirst(), "ana", "rehearsal");
                } else {
                    book.merge(a, random.nextInt(scene.events().identifiers()), "ana", "rehearsal");
                }
                states.push(before);
                operations++;
            } catch (IdentityRefused refused) {
                assertArrayEquals(before, book.clusters());
            }
            consistent();
        }
        assertTrue(operations > 50, "operations " + operations);
        int[] last = book.clusters();
        for (int[] state : states) {
            book.undo("ana");
            assertArrayEquals(state, book.clusters());
        }
        assertArrayEquals(resolution.clusters(), book.clusters());
        while (book.canRedo()) {
            book.redo("ana");
        }
        assertArrayEquals(last, book.clusters());
        assertEquals(3 * operations, book.log().size());
    }

    @Test
    void mergeThenSplitReturnsTheSameClusters() {
        int alone = alone(IdentifierKind.INSTALL_ID, -1);
        int other = alone(IdentifierKind.LOYALTY_CARD, alone);
        int[] before = book.clusters();
        book.merge(alone, other, "ana", "same name on both");
        assertEquals(book.cluster(alone), book.cluster(other));
        assertTrue(book.byHand(alone, other));
        book.split(alone, other, "ana", "no, two sisters");
        assertArrayEquals(before, book.clusters());
        assertEquals(
                List.of("same name on both", "no, two sisters"),
                book.log().stream().map(IdentityOperation::reason).toList());
    }

    @Test
    void aSplitThenMergeOfARulesLinkReturnsTheSameClusters() {
        int linked = 0;
        while (book.linked(linked).isEmpty()) {
            linked++;
        }
        int partner = book.linked(linked).getFirst();
        int[] before = book.clusters();
        book.split(linked, partner, "ana", "rehearsal");
        assertFalse(book.cluster(linked) == book.cluster(partner));
        book.merge(linked, partner, "ana", "rehearsal");
        assertArrayEquals(before, book.clusters());
    }

    @Test
    void contradictingLoginsAreNeverMergedByHandEither() {
        int ann = -1;
        int bob = -1;
        for (int i = 0; i < scene.events().identifiers(); i++) {
            if (scene.events().kind(i) == IdentifierKind.LOGIN) {
                bob = ann;
                ann = i;
            }
        }
        int first = ann;
        int second = bob;
        String message =
                requireNonNull(assertThrows(IdentityRefused.class, () -> book.merge(first, second, "ana", "same flat"))
                        .getMessage());
        assertTrue(message.contains("of its own, so that they are two people"), message);
        assertEquals(List.of(), book.log());
    }

    @Test
    void nothingHappensWithoutAReasonOrALink() {
        assertThrows(IdentityRefused.class, () -> book.merge(0, 1, "ana", " "));
        assertThrows(IdentityRefused.class, () -> book.split(0, alone(IdentifierKind.INSTALL_ID, -1), "ana", "why"));
        assertThrows(IdentityRefused.class, () -> book.undo("ana"));
        assertThrows(IdentityRefused.class, () -> book.redo("ana"));
    }

    private int alone(IdentifierKind kind, int but) {
        for (int i = 0; i < scene.events().identifiers(); i++) {
            if (i != but
                    && scene.events().kind(i) == kind
                    && book.members(book.cluster(i)).size() == 1) {
                return i;
            }
        }
        throw new IllegalStateException("no identifier of that kind is alone");
    }

    private void consistent() {
        int[] clusters = book.clusters();
        for (int i = 0; i < clusters.length; i += 17) {
            List<Integer> members = book.members(clusters[i]);
            assertTrue(members.contains(i));
            assertEquals(
                    clusters[i], members.stream().mapToInt(one -> one).min().orElseThrow());
        }
    }
}
