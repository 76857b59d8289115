package org.wayleave.engine.builtin;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Digests and keyed digests of strings, as lower-case hexadecimal digits. */
final class DigestBuiltins {
    private DigestBuiltins() {}

    static void declare(BuiltinTable table) {
        table.unary("crypto.md5", a -> digest("MD5", a));
        table.unary("crypto.sha1", a -> digest("SHA-1", a));
        table.unary("crypto.sha256", a -> digest("SHA-256", a));
        table.binary("crypto.hmac.md5", (a, b) -> keyed("HmacMD5", a, b));
        table.binary("crypto.hmac.sha1", (a, b) -> keyed("HmacSHA1", a, b));
        table.binary("crypto.hmac.sha256", (a, b) -> keyed("HmacSHA256", a, b));
        table.binary("crypto.hmac.sha512", (a, b) -> keyed("HmacSHA512", a, b));
        table.binary(
                "crypto.hmac.equal",
                (a, b) -> RegoBoolean.of(
                        MessageDigest.isEqual(EncodingBuiltins.bytes(a, 1), EncodingBuiltins.bytes(b, 2))));
    }

    private static RegoValue digest(String algorithm, RegoValue a) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(EncodingBuiltins.bytes(a, 1));
            return RegoString.of(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + algorithm + ".", e);
        }
    }

    private static RegoValue keyed(String algorithm, RegoValue message, RegoValue key) {
        byte[] text = EncodingBuiltins.bytes(message, 1);
        return RegoString.of(HexFormat.of().formatHex(keyed(algorithm, text, EncodingBuiltins.bytes(key, 2))));
    }

    static byte[] keyed(String algorithm, byte[] message, byte[] key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            // The JDK refuses an empty key; one zero byte is the same key, since keys are padded with zeros.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
            return mac.doFinal(message);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This Java cannot compute " + algorithm + ".", e);
        }
    }
}
