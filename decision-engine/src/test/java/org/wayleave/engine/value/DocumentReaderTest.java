package org.wayleave.engine.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DocumentReaderTest {
    private final DocumentReader reader = new DocumentReader();

    @Test
    void documentsEqualThoseReadAlone() {
        for (String json : new String[] {
            "{\"a\":1,\"b\":{\"c\":\"x\"}}",
            "{\"a\":1.0,\"b\":{\"c\":\"y\"}}",
            "{\"b\":{\"c\":\"x\"},\"a\":1}",
            "{\"a\":1,\"b\":{\"c\":\"x\"},\"d\":[{\"c\":\"x\"},\"x\"]}",
            "{}",
            "[\"x\",\"\",null]"
        }) {
            RegoValue read = reader.read(json);
            assertEquals(RegoJson.parse(json), read);
            assertEquals(RegoJson.write(RegoJson.parse(json)), RegoJson.write(read));
        }
    }

    @Test
    void shortStringsAreSharedBetweenDocuments() {
        RegoObject first = (RegoObject) reader.read("{\"state\":\"granted\"}");
        RegoObject second = (RegoObject) reader.read("{\"state\":\"granted\"}");
        assertSame(first.get("state"), second.get("state"));
        assertSame(first.keys(), second.keys());
    }

    @Test
    void aSharedTableOfKeysStaysAsItIsWhenOneDocumentGrows() {
        RegoObject first = (RegoObject) reader.read("{\"a\":1}");
        RegoObject second = (RegoObject) reader.read("{\"a\":2}");
        RegoObject grown = first.with("b", RegoNumber.of(3));
        assertEquals("{\"a\":1,\"b\":3}", RegoJson.write(grown));
        assertEquals("{\"a\":1}", RegoJson.write(first));
        assertEquals("{\"a\":2}", RegoJson.write(second));
    }

    @Test
    void aLookupFindsItsKeyInObjectsOfEveryShape() {
        KeyLookup lookup = new KeyLookup(RegoString.of("a"), new KeyTables());
        for (int round = 0; round < 3; round++) {
            for (int n = 0; n < 100; n++) {
                RegoValue object = RegoJson.parse("{\"k" + n + "\":0,\"a\":" + n + "}");
                assertEquals(RegoNumber.of(n), lookup.in(object));
            }
            assertEquals(null, lookup.in(RegoJson.parse("{\"b\":1}")));
            assertEquals(null, lookup.in(null));
        }
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThrows(RegoJsonException.class, () -> reader.read("{\"a\":"));
    }
}
