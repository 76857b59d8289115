package org.wayleave.policy.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.policy.opa.RegoFault;
import org.wayleave.policy.pack.PolicyPack;

class SettingsTextTest {

    private static final String SAVED = SettingsText.indented(PolicyPack.bundledSettings("retail"));

    @Test
    void anotherNumberIsFine() {
        assertEquals(List.of(), SettingsText.faults(SAVED.replace("\"day\": 2", "\"day\": 3"), SAVED));
    }

    @Test
    void aTextWhereANumberWasIsAFaultAtItsLine() {
        RegoFault fault = SettingsText.faults(SAVED.replace("\"day\": 2", "\"day\": \"2\""), SAVED)
                .getFirst();
        assertEquals("caps.day is of type number; the rules would take no string", fault.message());
        assertTrue(SAVED.lines().toList().get(fault.row() - 1).contains("\"day\""), fault::line);
    }

    @Test
    void whatIsNoJsonIsAFaultAtItsPlace() {
        RegoFault fault = SettingsText.faults("{\n  \"id\" :\n}\n", SAVED).getFirst();
        assertEquals(3, fault.row());
        assertEquals("json", fault.code());
        assertEquals(
                "json",
                SettingsText.faults("{\"a\":1,\"a\":2}", SAVED).getFirst().code());
        assertFalse(SettingsText.faults("", SAVED).isEmpty());
        assertFalse(SettingsText.faults("[]", SAVED).isEmpty());
    }

    @Test
    void idAndVerticalStay() {
        String other = SAVED.replace("\"vertical\": \"retail\"", "\"vertical\": \"banking\"");
        assertEquals(
                "vertical stays as it is: \"retail\"",
                SettingsText.faults(other, SAVED).getFirst().message());
    }

    @Test
    void removingASettingIsLeftToTheRulesWhichFailClosed() {
        String without = SettingsText.indented(
                "{\"id\":\"retail-settings\",\"title\":\"Retail sending limits\",\"vertical\":\"retail\"}");
        assertEquals(List.of(), SettingsText.faults(without, SAVED));
    }
}
