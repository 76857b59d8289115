package org.wayleave.engine.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegoValueTest {
    private static RegoString s(String text) {
        return RegoString.of(text);
    }

    @Test
    void oneEqualsOnePointZeroAndKeepsItsText() {
        RegoNumber fraction = RegoNumber.parse("1.0");
        assertEquals(RegoNumber.of(1), fraction);
        assertEquals(RegoNumber.of(1).hashCode(), fraction.hashCode());
        assertEquals("1.0", fraction.toString());
        assertEquals(
                1,
                RegoSet.of(RegoNumber.of(1), fraction, RegoNumber.parse("1e0")).size());
    }

    @Test
    void numbersBeyondSixtyFourBitsStayExact() {
        RegoNumber a = RegoNumber.parse("18446744073709551616");
        RegoNumber b = RegoNumber.parse("18446744073709551617");
        assertNotEquals(a, b);
        assertTrue(a.compareTo(b) < 0);
        assertEquals(RegoNumber.of(Long.MIN_VALUE), RegoNumber.parse("-9223372036854775808"));
        assertTrue(RegoNumber.parse("9007199254740993").compareTo(RegoNumber.parse("9007199254740992")) > 0);
        assertEquals(new BigDecimal("0.1"), RegoNumber.parse("0.1").decimal());
    }

    @Test
    void anExponentThatWouldFillMemoryIsRefused() {
        assertThrows(NumberFormatException.class, () -> RegoNumber.parse("1e999999999"));
    }

    @Test
    void stringsSortByTheirUtf8Bytes() {
        assertTrue(s("\uFF5E").compareTo(s("\uD83D\uDE00")) < 0);
        assertTrue(s("a").compareTo(s("\uD83D\uDE00")) < 0);
        assertTrue(s("a").compareTo(s("ab")) < 0);
    }

    @Test
    void typesSortInRegosOrder() {
        List<RegoValue> ordered = List.of(
                RegoNull.NULL,
                RegoBoolean.FALSE,
                RegoBoolean.TRUE,
                RegoNumber.of(-1),
                s(""),
                RegoArray.EMPTY,
                RegoObject.EMPTY,
                RegoSet.EMPTY);
        for (int i = 1; i < ordered.size(); i++) {
            assertTrue(ordered.get(i - 1).compareTo(ordered.get(i)) < 0);
        }
    }

    @Test
    void setsAreEqualWhateverTheOrderTheyGrewIn() {
        RegoSet one = RegoSet.of(s("b"), s("a"), RegoNumber.of(3));
        RegoSet other = RegoSet.of(RegoNumber.of(3), s("a"), s("b"));
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
        assertEquals("{3, \"a\", \"b\"}", one.toString());
    }

    @Test
    void aSealedCollectionIsNeverChanged() {
        RegoSet set = RegoSet.of(s("a"));
        assertEquals(2, set.adding(s("b")).size());
        assertEquals(1, set.size());
        RegoObject object = RegoObject.builder().put("a", s("x")).build();
        RegoObject changed = object.with("a", s("y")).with("b", s("z"));
        assertEquals("{\"a\": \"x\"}", object.toString());
        assertEquals("{\"a\": \"y\", \"b\": \"z\"}", changed.toString());
        RegoArray array = RegoArray.of(s("a"));
        assertEquals(2, array.adding(s("b")).size());
        assertEquals(1, array.size());
    }

    @Test
    void aGrowingCollectionIsFinalOnceItsHashIsKnown() {
        RegoSet growing = RegoSet.open();
        assertSame(growing, growing.adding(s("a")));
        int hash = growing.hashCode();
        RegoSet more = growing.adding(s("b"));
        assertEquals(1, growing.size());
        assertEquals(hash, growing.hashCode());
        assertEquals(2, more.size());
    }

    @Test
    void largeCollectionsFindTheirMembers() {
        RegoObject.Builder builder = RegoObject.builder();
        RegoSet set = RegoSet.open();
        for (int i = 0; i < 5_000; i++) {
            builder.put("k" + i, RegoNumber.of(i));
            set.adding(s("k" + i));
        }
        RegoObject object = builder.build();
        assertEquals(RegoNumber.of(4_321), object.get("k4321"));
        assertNull(object.get("k5000"));
        assertTrue(set.contains(s("k77")));
        assertFalse(set.contains(s("k-1")));
        assertEquals(s("k0"), set.at(0));
    }

    @Test
    void jsonKeepsNumbersAsWritten() {
        String json = "{\"a\":1.50,\"b\":[1e3,-0,12345678901234567890],\"c\":\"\\u00e9\\n\",\"d\":null}";
        assertEquals(
                "{\"a\":1.50,\"b\":[1e3,-0,12345678901234567890],\"c\":\"é\\n\",\"d\":null}",
                RegoJson.write(RegoJson.parse(json)));
    }

    @Test
    void jsonBeyondTheDepthIsRefusedNotOverflowing() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThrows(RegoJsonException.class, () -> RegoJson.parse(deep));
        assertThrows(RegoJsonException.class, () -> RegoJson.parse("{\"a\":1} x"));
        assertThrows(RegoJsonException.class, () -> RegoJson.parse(""));
        assertThrows(RegoJsonException.class, () -> RegoJson.parse("{\"a\":"));
    }

    @Test
    void aLoneSurrogateReadsAsTheReplacementCharacter() {
        assertEquals(s("\uFFFD"), RegoJson.parse("\"\\ud800\""));
        assertEquals(s("\uD83D\uDE00"), RegoJson.parse("\"\\ud83d\\ude00\""));
    }
}
