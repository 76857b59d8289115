package org.wayleave.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.WorkspaceException.Reason;
import org.wayleave.workspace.json.JsonMappers;

/**
 * The key of an encrypted workspace, locked with a passphrase. The database is encrypted with a random key of its own; the
 * file {@code workspace.key.json} holds that key under AES-256-GCM, with a key derived from the passphrase by PBKDF2
 * (HMAC-SHA-512, 210,000 rounds, as OWASP's password storage advice of 2023 asks). So a passphrase is changed without
 * writing the database anew, and a wrong one is recognised with certainty.
 */
final class KeyFile {

    /** Fewest characters of a passphrase (NIST SP 800-63B, 5.1.1.2). */
    static final int SHORTEST_PASSPHRASE = 8;

    private static final int ROUNDS = 210_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final long LONGEST_FILE = 4_000;
    private static final byte[] PURPOSE = "wayleave workspace key 1".getBytes(StandardCharsets.US_ASCII);

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    /** A fresh random key for a database. */
    static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    static void requireUsable(char[] passphrase) {
        if (passphrase.length < SHORTEST_PASSPHRASE) {
            throw new WorkspaceException(
                    Reason.WRONG_PASSPHRASE,
                    "The passphrase has " + passphrase.length + " characters; use at least " + SHORTEST_PASSPHRASE
                            + ".");
        }
    }

    /** Writes the file so that the passphrase opens the key; replaces an earlier file in one step. */
    void lock(byte[] key, char[] passphrase) {
        try {
            SecureRandom random = new SecureRandom();
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] locked =
                    cipher(Cipher.ENCRYPT_MODE, passphrase, salt, ROUNDS, nonce).doFinal(key);
            Base64.Encoder base64 = Base64.getEncoder();
            ObjectNode text = JsonMappers.hardened().createObjectNode();
            text.put("format", 1);
            text.put("derivation", "PBKDF2WithHmacSHA512");
            text.put("rounds", ROUNDS);
            text.put("salt", base64.encodeToString(salt));
            text.put("nonce", base64.encodeToString(nonce));
            text.put("key", base64.encodeToString(locked));
            SafeFiles.replace(file, (text.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Failures.of("Cannot write " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has PBKDF2 and AES-GCM", e);
        }
    }

    /**
     * The key of the database.
     *
     * @throws WorkspaceException WRONG_PASSPHRASE, or DAMAGED when the file is missing or unreadable
     */
    byte[] unlock(char[] passphrase) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
                throw damaged(null);
            }
            JsonNode text = JsonMappers.hardened(LONGEST_FILE).readTree(Files.readAllBytes(file));
            Base64.Decoder base64 = Base64.getDecoder();
            int rounds = text.path("rounds").asInt();
            byte[] salt = base64.decode(text.path("salt").asText());
            byte[] nonce = base64.decode(text.path("nonce").asText());
            byte[] locked = base64.decode(text.path("key").asText());
            if (text.path("format").asInt() != 1
                    || rounds < 1
                    || rounds > MOST_ROUNDS
                    || salt.length != SALT_BYTES
                    || nonce.length != NONCE_BYTES
                    || locked.length != KEY_BYTES + TAG_BITS / 8) {
                throw damaged(null);
            }
            return cipher(Cipher.DECRYPT_MODE, passphrase, salt, rounds, nonce).doFinal(locked);
        } catch (AEADBadTagException e) {
            throw new WorkspaceException(
                    Reason.WRONG_PASSPHRASE,
                    "The passphrase does not open the workspace " + file.getParent() + ". Check it and try again.",
                    e);
        } catch (IllegalArgumentException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw damaged(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has PBKDF2 and AES-GCM", e);
        }
    }

    private WorkspaceException damaged(@Nullable Exception cause) {
        return new WorkspaceException(
                Reason.DAMAGED,
                "The key file " + file
                        + " is missing or damaged; without it the workspace cannot be opened. Restore it from a"
                        + " copy of the workspace.",
                cause);
    }

    private static Cipher cipher(int mode, char[] passphrase, byte[] salt, int rounds, byte[] nonce)
            throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, KEY_BYTES * 8);
        byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(spec)
                .getEncoded();
        spec.clearPassword();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derived, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        Arrays.fill(derived, (byte) 0);
        cipher.updateAAD(PURPOSE);
        return cipher;
    }
}
