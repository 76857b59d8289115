package org.wayleave.data.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TokeniserTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private final KeyEpochs epochs = new KeyEpochs(START, Duration.ofDays(90), Duration.ofDays(14));
    private final CanonicalForm forms = new CanonicalForm(PhoneRegion.of("DE"));
    private final Tokeniser tokeniser = new Tokeniser(new SimulatedKeys("retail|1"), epochs, forms);

    @Test
    void spellingsOfOneIdentifierHaveOneTokenAndKindsHaveTheirOwn() {
        assertEquals(
                tokeniser.tokens(IdentifierKind.EMAIL, "Ada@Example.org", START),
                tokeniser.tokens(IdentifierKind.EMAIL, " ada@example.ORG", START));
        assertNotEquals(
                tokeniser.token(IdentifierKind.LOGIN, "4711000", 1).code(),
                tokeniser.token(IdentifierKind.CUSTOMER_ID, "4711000", 1).code());
        assertTrue(tokeniser.token(IdentifierKind.LOGIN, "ada", 1).text().matches("login-1-[0-9a-f]{32}"));
    }

    @Test
    void twoEpochsAreMadeInTheOverlapOnly() {
        assertEquals(List.of(1), epochs.made(START));
        assertEquals(List.of(2, 1), epochs.made(START.plus(Duration.ofDays(90))));
        assertEquals(List.of(2, 1), epochs.made(START.plus(Duration.ofDays(104)).minusMillis(1)));
        assertEquals(List.of(2), epochs.made(START.plus(Duration.ofDays(104))));
        assertEquals(1, epochs.ended(START.plus(Duration.ofDays(104))));
        assertEquals(0, epochs.ended(START.plus(Duration.ofDays(100))));
        assertThrows(IllegalArgumentException.class, () -> epochs.at(START.minusMillis(1)));
    }

    @Test
    void theRotationDrillJoinsInTheOverlapAndNotAfterIt() {
        RotationDrill.Outcome outcome = new RotationDrill(7, epochs, Duration.ofDays(20)).run(2000, () -> false);
        assertTrue(outcome.passed(), outcome.toString());
        assertTrue(outcome.joined() > 500, outcome.toString());
        assertTrue(outcome.strangers() > 200, outcome.toString());
        assertEquals(outcome.strangers(), outcome.refusedAfterwards());
        assertEquals(outcome, new RotationDrill(7, epochs, Duration.ofDays(20)).run(2000, () -> false));
    }

    @Test
    void aCancelledDrillIsAboutWhatWasDone() {
        assertEquals(
                0,
                new RotationDrill(7, epochs, Duration.ofDays(20))
                        .run(2000, () -> true)
                        .identifiers());
    }

    @Test
    void aDictionaryRecoversPlainHashesAndNoToken() {
        DictionaryAttack attack = new DictionaryAttack(
                forms, IdentifierKind.PHONE, 20_000, i -> String.format(Locale.ROOT, "+49170%07d", i));
        List<String> phones = IntStream.range(0, 200)
                .mapToObj(i -> String.format(Locale.ROOT, "0170 %07d", i * 97))
                .toList();
        Set<Token> tokens = phones.stream()
                .map(phone -> tokeniser.token(IdentifierKind.PHONE, phone, 1))
                .collect(Collectors.toSet());
        assertEquals(new DictionaryAttack.Outcome(20_000, 200, 200), attack.onPlainHashes(phones));
        Tokeniser stranger = new Tokeniser(new SimulatedKeys("attacker"), epochs, forms);
        assertEquals(new DictionaryAttack.Outcome(20_000, 200, 0), attack.onTokens(tokens, stranger));
        assertEquals(new DictionaryAttack.Outcome(20_000, 200, 200), attack.onTokens(tokens, tokeniser));
    }

    @Test
    void linksAreFollowedAndForgotten() {
        TokenLinks links = new TokenLinks();
        Instant second = epochs.begin(2);
        links.learn(tokeniser.tokens(IdentifierKind.LOGIN, "ada", second));
        links.learn(tokeniser.tokens(IdentifierKind.LOGIN, "ada", epochs.begin(3)));
        Token first = tokeniser.token(IdentifierKind.LOGIN, "ada", 1);
        assertEquals(3, links.newest(first).epoch());
        assertEquals(2, links.size());
        links.forgetThrough(1);
        assertEquals(first, links.newest(first));
    }

    @Test
    void aKeyDoesNotTellItsBytes() {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) 0x5a);
        TokenKey key = TokenKey.of(3, secret);
        assertFalse(key.toString().contains("5a"), key.toString());
        assertEquals("key of epoch 3", key.toString());
        key.destroy();
        assertThrows(IllegalStateException.class, () -> key.code(new byte[1]));
        assertThrows(IllegalArgumentException.class, () -> TokenKey.of(1, new byte[16]));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keysInAFolderAreTheOwnersAndTheirDestructionIsFinal(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("keys");
        KeyFolder source = new KeyFolder(keys, new SecureRandom());
        assertThrows(KeyGoneException.class, () -> source.key(1));
        source.make(1);
        source.make(2);
        Path file = keys.resolve("epoch-000001.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
        byte[] code = source.key(1).code(new byte[] {1});
        source.make(1);
        assertEquals(
                HexFormat.of().formatHex(code),
                HexFormat.of().formatHex(source.key(1).code(new byte[] {1})));
        source.destroy(1);
        source.destroy(1);
        assertFalse(Files.exists(file));
        assertThrows(KeyGoneException.class, () -> source.key(1));
        assertEquals(2, source.key(2).epoch());
    }
}
