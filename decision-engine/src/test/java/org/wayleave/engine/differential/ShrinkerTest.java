package org.wayleave.engine.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;

class ShrinkerTest {
    private static final FuzzCase FAILING = new FuzzCase(
            "n1",
            "package fz.n1\n\nr0 := 1\n\nr1 if {\n\tsome v in input.a\n\tsum(v) == 3\n}\n\nr2 := r1",
            RegoJson.parse("{\"a\": [1, 2], \"b\": {\"c\": 4}}"),
            RegoJson.parse("{\"a\": [[1], [2, {\"x\": 7}]], \"d\": true}"));

    @Test
    void onlyWhatMakesItFailIsLeft() {
        Shrinker shrinker = new Shrinker(
                each -> each.module().contains("sum(")
                        && RegoJson.write(each.input()).contains("7"),
                1_000);
        FuzzCase smallest = shrinker.shrink(FAILING);
        assertEquals("package fz.n1\n\tsum(v) == 3", smallest.module());
        assertEquals("{\"a\":[[{\"x\":7}]]}", RegoJson.write(smallest.input()));
        assertEquals(RegoObject.EMPTY, smallest.data());
    }

    @Test
    void attemptsAreBounded() {
        int[] asked = new int[1];
        new Shrinker(each -> ++asked[0] > 0, 5).shrink(FAILING);
        assertTrue(asked[0] <= 5, "asked " + asked[0] + " times");
    }
}
