package org.wayleave.engine.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wayleave.engine.builtin.schema.JsonSchema;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoValue;

/** What is compiled or parsed is kept, within bounds, and by one policy alone. */
class BuiltinCachesTest {
    private final BuiltinCaches caches = new BuiltinCaches();

    @Test
    void whatWasCompiledIsThereTheNextTime() {
        assertSame(caches.regex("a+"), caches.regex("a+"));
        assertNotSame(caches.regex("a+"), new BuiltinCaches().regex("a+"));
        String key = "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}";
        assertSame(caches.signingKeys(key), caches.signingKeys(key));
        assertSame(caches.verificationKeys(key), caches.verificationKeys(key));
        RegoValue schema = RegoJson.parse("{\"type\": \"string\"}");
        AtomicInteger compiled = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            caches.schema(RegoJson.parse("{\"type\": \"string\"}"), document -> {
                compiled.incrementAndGet();
                return JsonSchema.compile(schema);
            });
        }
        assertEquals(1, compiled.get(), "equal schemas are compiled once");
    }

    @Test
    void aFailureIsNotKept() {
        assertThrows(BuiltinException.class, () -> caches.regex("("));
        assertThrows(BuiltinException.class, () -> caches.regex("("));
        assertThrows(BuiltinException.class, () -> caches.verificationKeys("no key"));
    }

    @Test
    void aCacheStartsAnewWhenItIsFull() {
        BoundedCache<Integer, String> cache = new BoundedCache<>(10);
        for (int i = 0; i < 1_000; i++) {
            assertEquals("v" + i, cache.get(i, n -> "v" + n));
            assertTrue(cache.size() <= 10, "at most as many as there is room for");
        }
    }

    @Test
    void longTextsAreNotKept() {
        String expression = "a".repeat(100_001);
        assertNotSame(caches.regex(expression), caches.regex(expression));
    }

    @Test
    void manyThreadsMayAskAtOnce() {
        long right = IntStream.range(0, 20_000)
                .parallel()
                .filter(i -> caches.regex("a{" + i % 600 + "}").matches("a".repeat(i % 600)))
                .count();
        assertEquals(20_000, right);
    }
}
