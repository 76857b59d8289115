package org.wayleave.workspace.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRecordTest {

    @Test
    void whatIsNotAskedForIsKept() {
        JsonRecord record = JsonRecord.parse("{\"x\":[1,{\"y\":null}],\"a\":{\"b\":\"old\",\"z\":true}}");
        JsonRecord changed = record.withText("a.b", "new").withText("c.d", "more");
        assertEquals(
                JsonRecord.parse("{\"x\":[1,{\"y\":null}],\"a\":{\"b\":\"new\",\"z\":true},\"c\":{\"d\":\"more\"}}"),
                changed);
        assertEquals("old", record.text("a.b"));
        assertEquals("new", changed.text("a.b"));
        assertEquals(record, record.withText("e.f", ""));
        assertEquals("", changed.withText("c.d", "").text("c.d"));
    }

    @Test
    void rowsKeepTheirOwnUnknownMembers() {
        JsonRecord record = JsonRecord.parse("{\"rows\":[{\"n\":1,\"k\":\"v\"},7]}");
        JsonRecord row = record.rows("rows").getFirst().withNumber("n", "2");
        assertEquals("{\"n\":2,\"k\":\"v\"}", row.json());
        assertEquals(2, row.number("n"));
        assertEquals("2", row.text("n"));
        assertEquals(
                "{\"rows\":[{\"n\":2,\"k\":\"v\"}]}",
                record.withRows("rows", List.of(row)).json());
        assertEquals("{}", record.withRows("rows", List.of()).json());
        assertEquals("{\"n\":\"many\",\"k\":\"v\"}", row.withNumber("n", "many").json());
    }

    @Test
    void onlyAnObjectIsARecord() {
        assertThrows(JsonProblem.class, () -> JsonRecord.parse("[]"));
        assertThrows(JsonProblem.class, () -> JsonRecord.parse("{"));
        assertEquals(List.of(), JsonRecord.empty().texts("a.b"));
        assertEquals(
                List.of("x"), JsonRecord.empty().withTexts("a.b", List.of("x")).texts("a.b"));
    }
}
