package org.wayleave.data.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The HMAC-SHA-256 values of RFC 4231, section 4. */
class HmacVectorsTest {
    @Test
    void theCodesAreThoseOfRfc4231() {
        expect(
                repeated(0x0b, 20),
                text("Hi There"),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        expect(
                text("Jefe"),
                text("what do ya want for nothing?"),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        expect(
                repeated(0xaa, 20),
                repeated(0xdd, 50),
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
        byte[] counted = new byte[25];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = (byte) (i + 1);
        }
        expect(counted, repeated(0xcd, 50), "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
        expect(
                repeated(0xaa, 131),
                text("Test Using Larger Than Block-Size Key - Hash Key First"),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
        expect(
                repeated(0xaa, 131),
                text("This is a test using a larger than block-size key and a larger than block-size data."
                        + " The key needs to be hashed before being used by the HMAC algorithm."),
                "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
    }

    @Test
    void theTruncatedCodeIsTheBeginningOfTheWholeOne() {
        byte[] whole = HmacSha256.code(repeated(0x0c, 20), text("Test With Truncation"));
        assertEquals("a3b6167473100ee06e0c796c2955552b", HexFormat.of().formatHex(whole, 0, 16));
    }

    private static void expect(byte[] key, byte[] message, String code) {
        assertEquals(code, HexFormat.of().formatHex(HmacSha256.code(key, message)));
    }

    private static byte[] repeated(int value, int times) {
        byte[] bytes = new byte[times];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
