package org.wayleave.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

class ResultCacheTest {
    private final ResultCache cache = new ResultCache();

    @Test
    void whatWasKeptIsFound() {
        for (int i = 0; i < 1_000; i++) {
            RegoValue argument = RegoString.of("a" + i);
            cache.keep(argument, RegoNumber.of(i), null, RegoString.of("r" + i));
            assertEquals(RegoString.of("r" + i), cache.find(argument, RegoNumber.of(i), null));
            assertNull(cache.find(argument, RegoNumber.of(i + 1), null));
        }
    }

    @Test
    void undefinedIsKeptToo() {
        cache.keep(RegoString.of("x"), null, null, null);
        RegoValue kept = cache.find(RegoString.of("x"), null, null);
        assertNotNull(kept);
        assertNull(Evaluation.result(kept));
    }

    @Test
    void numbersThatPrintDifferentlyAreNotMixedUp() {
        cache.keep(RegoNumber.of(1), null, null, RegoString.of("1"));
        assertNull(cache.find(RegoNumber.parse("1.0"), null, null));
    }

    @Test
    void longTextsAndCollectionsAreNotKept() {
        RegoValue text = RegoString.of("x".repeat(65));
        cache.keep(text, null, null, RegoString.of("r"));
        assertNull(cache.find(text, null, null));
        RegoValue array = RegoArray.of(RegoNumber.of(1));
        cache.keep(array, null, null, RegoString.of("r"));
        assertNull(cache.find(array, null, null));
    }
}
