package org.wayleave.data.identity;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wayleave.data.token.IdentifierKind;

class ResolverTest {
    static final long DAY = Duration.ofDays(1).toMillis();
    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private final IdentityRules rules = IdentityRules.bundled();
    private final Resolver resolver = new Resolver(rules);
    private final IdentityEvents events = new IdentityEvents();

    private int identifier(IdentifierKind kind) {
        return events.identifier(kind);
    }

    private void together(int days, int... carried) {
        for (int day = 1; day <= days; day++) {
            events.add(NOW.toEpochMilli() - day * DAY, carried);
        }
    }

    @Test
    void severalDaysAreNeededAndManyEventsOfOneDayAreOne() {
        int login = identifier(IdentifierKind.LOGIN);
        int install = identifier(IdentifierKind.INSTALL_ID);
        for (int i = 0; i < 50; i++) {
            events.add(NOW.toEpochMilli() - 3_600_000L - i, login, install);
        }
        Resolution once = resolver.resolve(events, NOW.toEpochMilli());
        assertEquals(Verdict.TOO_FEW_DAYS, once.verdict(0));
        assertNotEquals(once.cluster(login), once.cluster(install));
        assertEquals(50, once.evidence().events(0));
        assertEquals(1, once.evidence().days(0));
        together(3, login, install);
        Resolution often = resolver.resolve(events, NOW.toEpochMilli());
        assertEquals(Verdict.MERGED, often.verdict(0));
        assertEquals(often.cluster(login), often.cluster(install));
    }

    @Test
    void aSharedTabletStaysAClusterOfItsOwn() {
        int ann = identifier(IdentifierKind.LOGIN);
        int bob = identifier(IdentifierKind.LOGIN);
        int tablet = identifier(IdentifierKind.INSTALL_ID);
        int card = identifier(IdentifierKind.LOYALTY_CARD);
        together(9, ann, tablet);
        together(6, bob, tablet);
        together(9, card, tablet);
        Resolution resolution = resolver.resolve(events, NOW.toEpochMilli());
        assertTrue(resolution.shared(tablet));
        assertEquals(4, resolution.clusterCount());
        assertEquals(Verdict.SHARED, resolution.verdict(resolution.evidence().pair(tablet, card)));
    }

    @Test
    void aMistypedCardDoesNotMergeTwoPeople() {
        int ann = identifier(IdentifierKind.LOGIN);
        int bob = identifier(IdentifierKind.LOGIN);
        int cardOfBob = identifier(IdentifierKind.LOYALTY_CARD);
        together(8, bob, cardOfBob);
        together(1, ann, cardOfBob);
        Resolution resolution = resolver.resolve(events, NOW.toEpochMilli());
        assertEquals(resolution.cluster(bob), resolution.cluster(cardOfBob));
        assertNotEquals(resolution.cluster(ann), resolution.cluster(cardOfBob));
    }

    @Test
    void evidenceDecaysUntilItNoLongerCarriesAMerge() {
        int login = identifier(IdentifierKind.LOGIN);
        int install = identifier(IdentifierKind.INSTALL_ID);
        together(4, login, install);
        double before = 1;
        int halfLife = rules.rules().get(1).halfLifeDays();
        for (int halfLives = 0; halfLives < 5; halfLives++) {
            long asOf = NOW.plus(Duration.ofDays((long) halfLives * halfLife)).toEpochMilli();
            Resolution resolution = resolver.resolve(events, asOf);
            double confidence = resolution.evidence().confidence(0);
            assertTrue(confidence < before, "it falls");
            assertEquals(
                    resolver.resolve(events, NOW.toEpochMilli()).evidence().weight(0) * Math.pow(0.5, halfLives),
                    resolution.evidence().weight(0),
                    1e-12);
            before = confidence;
        }
        assertEquals(
                Verdict.TOO_WEAK,
                resolver.resolve(events, NOW.plus(Duration.ofDays(halfLife)).toEpochMilli())
                        .verdict(0));
        assertEquals(
                Verdict.MERGED, resolver.resolve(events, NOW.toEpochMilli()).verdict(0));
    }

    @Test
    void whatHappensLaterIsNotSeen() {
        int login = identifier(IdentifierKind.LOGIN);
        int install = identifier(IdentifierKind.INSTALL_ID);
        together(5, login, install);
        assertEquals(
                0,
                resolver.resolve(events, NOW.toEpochMilli() - 6 * DAY)
                        .evidence()
                        .size());
    }

    @Test
    void aMergeSaysByWhichEventsAndRuleAndWithWhatWeight() {
        int login = identifier(IdentifierKind.LOGIN);
        int install = identifier(IdentifierKind.INSTALL_ID);
        together(3, login, install);
        PairExplanation why = PairExplanation.of(resolver.resolve(events, NOW.toEpochMilli()), 0);
        assertEquals("install-login", why.rule().id());
        assertEquals(3, why.events().size());
        assertEquals(
                NOW.toEpochMilli() - 3 * DAY, why.events().getFirst().time().toEpochMilli());
        assertEquals(1 - Math.pow(0.7, 3), why.fresh(), 1e-12);
        assertTrue(why.confidence() < why.fresh() && why.confidence() > 0.64, why.toString());
        assertTrue(
                why.sentences().get(1).startsWith("Together in 3 events on 3 days, last on 2026-03-01"),
                why.sentences().toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfEventsDoesNotMatter(long seed) {
        IdentityScene scene = IdentityScene.of(SceneSettings.bundled(), seed, NOW, 400);
        Resolution straight = resolver.resolve(scene.events(), scene.asOf());
        IdentityEvents shuffled = new IdentityEvents();
        for (int i = 0; i < scene.events().identifiers(); i++) {
            shuffled.identifier(scene.events().kind(i));
        }
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, scene.events().size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        for (int e : order) {
            int[] carried = new int[IdentityEvents.KINDS];
            for (int k = 0; k < carried.length; k++) {
                carried[k] = scene.events().slot(e, k);
            }
            shuffled.add(scene.events().time(e), carried);
        }
        Resolution other = resolver.resolve(shuffled, scene.asOf());
        assertArrayEquals(straight.clusters(), other.clusters());
        for (int p = 0; p < straight.evidence().size(); p++) {
            assertEquals(straight.verdict(p), other.verdict(p));
            assertEquals(straight.evidence().weight(p), other.evidence().weight(p));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void noClusterHoldsTwoLoginsOrTwoCustomerNumbers(long seed) {
        Random random = new Random(seed);
        IdentityEvents noise = new IdentityEvents();
        for (int i = 0; i < 80; i++) {
            noise.identifier(requireNonNull(IdentifierKind.ofCode(random.nextInt(4))));
        }
        for (int e = 0; e < 4000; e++) {
            int a = random.nextInt(80);
            int b = random.nextInt(80);
            if (noise.kind(a) != noise.kind(b)) {
                noise.add(
                        NOW.toEpochMilli() - random.nextInt(40) * DAY,
                        a,
                        random.nextInt(4) == 0 ? b : near(noise, a, b));
            }
        }
        exclusive(resolver.resolve(noise, NOW.toEpochMilli()));
        IdentityScene scene = IdentityScene.of(SceneSettings.bundled(), seed, NOW, 2000);
        exclusive(resolver.resolve(scene.events(), scene.asOf()));
    }

    /** Prefers a partner, so that some pairs are strong. */
    private static int near(IdentityEvents noise, int a, int otherwise) {
        int partner = (a + 1 + a % 3) % 80;
        return noise.kind(partner) == noise.kind(a) ? otherwise : partner;
    }

    private static void exclusive(Resolution resolution) {
        IdentityEvents events = resolution.events();
        Map<String, Integer> held = new HashMap<>();
        for (int i = 0; i < events.identifiers(); i++) {
            if (resolution.rules().exclusive().contains(events.kind(i))) {
                Integer other = held.put(events.kind(i) + " of " + resolution.cluster(i), i);
                assertEquals(null, other, "cluster " + resolution.cluster(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void peopleAreFoundAgainAndHardlyEverMixed(long seed) {
        IdentityScene scene = IdentityScene.of(SceneSettings.bundled(), seed, NOW, 5000);
        IdentityEvaluation evaluation = IdentityEvaluation.of(scene, resolver.resolve(scene.events(), scene.asOf()));
        assertTrue(evaluation.precision().low() > 0.98, evaluation.toString());
        assertTrue(evaluation.bCubedPrecision().low() > 0.99, evaluation.toString());
        assertTrue(evaluation.recall().value() > 0.4, evaluation.toString());
        assertTrue(evaluation.sharedKept() > 0.9 * evaluation.shared(), evaluation.toString());
    }

    @Test
    void theSameSettingsSeedAndSizeGiveTheSameScene() {
        IdentityScene one = IdentityScene.of(SceneSettings.bundled(), 5, NOW, 300);
        IdentityScene two = IdentityScene.of(SceneSettings.bundled(), 5, NOW, 300);
        assertEquals(one.events().size(), two.events().size());
        for (int e = 0; e < one.events().size(); e++) {
            assertEquals(one.events().time(e), two.events().time(e));
            assertEquals(one.events().slot(e, 2), two.events().slot(e, 2));
        }
    }
}
