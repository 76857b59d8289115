package org.wayleave.data.consent.tcf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.wayleave.data.random.Draws;

class TcStringDecoderTest {
    // The two examples that the format's specification prints, one of 2020 and one of 2025.
    private static final String OF_2020 =
            "COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA.IFoEUQQgAIQwgIwQABAEAAAAOIAACAIAAAAQAIAgEAACEAAAAAgAQBAAAAAAAGBAAgAAAAAAAFAAECAAAgAAQARAEQAAAAAJAAIAAgAAAYQEAAAQmAgBC3ZAYzUw";
    private static final String OF_2025 = "CQSbk4AQSbk4ANwAAAENAwCgAAAAAAAAAAYgACPAAAAA.IDKQA4AAgAKAGQAygAAA";

    @Test
    void theSpecificationsExampleOf2020IsReadAsPublished() throws TcfException {
        TcString string = TcStringDecoder.decode(OF_2020);
        assertEquals(Instant.parse("2020-02-20T23:57:39.300Z"), string.core().created());
        assertEquals(27, string.core().cmpId());
        assertEquals("EN", string.core().consentLanguage());
        assertEquals(15, string.core().vendorListVersion());
        assertEquals(Set.of(1, 2, 3), string.core().purposeConsents());
        assertEquals(Set.of(2, 6, 8), string.core().vendorConsents());
        assertEquals(Set.of(2, 6, 8), string.core().vendorInterests());
        assertEquals("AA", string.core().publisherCountry());
        assertEquals("2.0", string.frameworkVersion());
        assertEquals(720, new TreeSet<>(disclosed(string)).last());
        assertTrue(string.consentFor(6, 2));
        assertFalse(string.consentFor(6, 4));
        assertFalse(string.consentFor(7, 2));
    }

    @Test
    void theSpecificationsExampleOf2025NamesItsDisclosedVendors() throws TcfException {
        TcString string = TcStringDecoder.decode(OF_2025);
        assertEquals(string.core().created(), string.core().updated());
        assertFalse(disclosed(string).isEmpty());
        assertNull(string.publisher());
        assertEquals(string, TcStringDecoder.decode(TcStringEncoder.encode(string, true)));
    }

    @Test
    void whatIsEncodedIsDecodedWhateverTheEncoding() throws TcfException {
        for (int seed = 0; seed < 300; seed++) {
            TcString string = any(seed);
            for (boolean ranges : new boolean[] {false, true}) {
                assertEquals(string, TcStringDecoder.decode(TcStringEncoder.encode(string, ranges)), "seed " + seed);
            }
        }
    }

    @Test
    void everyTruncationOfTheFirstSegmentIsRefusedWithItsPlace() throws TcfException {
        TcString string = any(7);
        String whole = TcStringEncoder.encode(new TcString(string.core(), null, null, null), true);
        int refused = 0;
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            try {
                // What is cut may be padding only.
                assertEquals(string.core(), TcStringDecoder.decode(cut).core());
                assertTrue(whole.substring(length).matches("A*"), cut);
            } catch (TcfException e) {
                refused++;
                assertEquals(1, e.segment());
                assertTrue(e.bit() <= 6 * length, e.getMessage());
            }
        }
        assertTrue(refused > 30, "only " + refused + " truncations were refused");
    }

    @Test
    void anyChangedCharacterIsReadOrRefusedButNothingElseHappens() {
        for (int seed = 0; seed < 4000; seed++) {
            StringBuilder text = new StringBuilder(TcStringEncoder.encode(any(seed % 40), seed % 2 == 0));
            for (int change = 0; change < 3; change++) {
                text.setCharAt(Draws.below(seed, 100 + change, text.length()), (char)
                        (32 + Draws.below(seed, 200 + change, 100)));
            }
            try {
                TcStringDecoder.decode(text.toString());
            } catch (TcfException e) {
                assertTrue(e.bit() >= 0 && e.segment() >= 1);
            }
        }
    }

    @Test
    void eachKindOfHostileStringHasItsOwnAnswer() {
        refused(TcfException.Problem.TRUNCATED, 0, "");
        refused(TcfException.Problem.NOT_BASE64URL, 6, "C*");
        refused(TcfException.Problem.WRONG_VERSION, 0, "BOEFEAyOEFEAyAHABDENAI4AAAB9vABAASA");
        refused(TcfException.Problem.TOO_LONG, 0, "C".repeat(TcStringDecoder.LONGEST + 1));
        refused(TcfException.Problem.WRONG_SEGMENT, 0, OF_2025 + ".gAAA");
        refused(TcfException.Problem.WRONG_SEGMENT, 0, OF_2025 + ".IDKQA4AAgAKAGQAygAAA");
        refused(TcfException.Problem.TRAILING_BITS, 3 + 48 + 6 + 9, OF_2025 + "." + publisherWithTail());
        // Segment type 1, greatest vendor 9, ranges, one entry from 8 to 3.
        refused(
                TcfException.Problem.WRONG_RANGE,
                32,
                OF_2025.substring(0, OF_2025.indexOf('.')) + "."
                        + base64("001" + sixteen(9) + "1" + "000000000001" + "1" + sixteen(8) + sixteen(3)));
        StringBuilder huge = new StringBuilder("001" + sixteen(65535) + "1" + "000000010100");
        for (int i = 0; i < 20; i++) {
            huge.append('1').append(sixteen(1)).append(sixteen(65535));
        }
        TcfException many = assertThrows(
                TcfException.class,
                () -> TcStringDecoder.decode(
                        OF_2025.substring(0, OF_2025.indexOf('.')) + "." + base64(huge.toString())));
        assertEquals(TcfException.Problem.TOO_MANY_VENDORS, many.problem());
        assertEquals(2, many.segment());
    }

    private static String publisherWithTail() {
        return base64("011" + "0".repeat(48) + "000000" + "000000000" + "1");
    }

    private static String sixteen(int value) {
        return String.format("%16s", Integer.toBinaryString(value)).replace(' ', '0');
    }

    private static String base64(String bits) {
        StringBuilder padded = new StringBuilder(bits);
        while (padded.length() % 6 != 0) {
            padded.append('0');
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < padded.length(); i += 6) {
            text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                    .charAt(Integer.parseInt(padded.substring(i, i + 6), 2)));
        }
        return text.toString();
    }

    private static void refused(TcfException.Problem problem, int bit, String text) {
        TcfException e = assertThrows(TcfException.class, () -> TcStringDecoder.decode(text), text);
        assertEquals(problem, e.problem(), e.getMessage());
        assertEquals(bit, e.bit(), e.getMessage());
    }

    private static Set<Integer> disclosed(TcString string) {
        Set<Integer> vendors = string.disclosedVendors();
        return vendors == null ? Set.of() : vendors;
    }

    private static TcString any(long seed) {
        List<TcString.PublisherRestriction> restrictions = new ArrayList<>();
        for (int i = 0; i < Draws.below(seed, 1, 4); i++) {
            restrictions.add(new TcString.PublisherRestriction(
                    1 + Draws.below(seed, 10 + i, 24),
                    List.of(TcString.Restriction.values()).get(Draws.below(seed, 20 + i, 3)),
                    some(seed, 30 + i, 900, 12)));
        }
        TcString.Core core = new TcString.Core(
                Instant.ofEpochMilli(1_600_000_000_000L + 100L * Draws.below(seed, 2, 1_000_000)),
                Instant.ofEpochMilli(1_700_000_000_000L + 100L * Draws.below(seed, 3, 1_000_000)),
                Draws.below(seed, 4, 4096),
                Draws.below(seed, 5, 4096),
                Draws.below(seed, 6, 64),
                "EN",
                Draws.below(seed, 7, 4096),
                2 + Draws.below(seed, 8, 4),
                Draws.below(seed, 9, 2) == 1,
                Draws.below(seed, 40, 2) == 1,
                some(seed, 41, 12, 6),
                some(seed, 42, 24, 14),
                some(seed, 43, 24, 14),
                Draws.below(seed, 44, 2) == 1,
                "DE",
                some(seed, 45, 900, 60),
                some(seed, 46, 900, 60),
                restrictions);
        return new TcString(
                core,
                Draws.below(seed, 47, 3) == 0 ? null : some(seed, 48, 1200, 90),
                null,
                Draws.below(seed, 49, 3) == 0
                        ? null
                        : new TcString.PublisherConsents(
                                some(seed, 50, 24, 9),
                                some(seed, 51, 24, 9),
                                10,
                                some(seed, 52, 10, 5),
                                some(seed, 53, 10, 5)));
    }

    private static Set<Integer> some(long seed, int counter, int most, int count) {
        Set<Integer> set = new TreeSet<>();
        long key = Draws.subKey(seed, counter);
        for (int i = 0; i < count; i++) {
            set.add(1 + Draws.below(key, i, most));
        }
        return set;
    }
}
