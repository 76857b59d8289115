package org.wayleave.data.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectIdentifiersTest {
    @Test
    void identifiersAreRecognised() {
        assertEquals(List.of("e-mail address"), DirectIdentifiers.in("write to ada.byron@example.org please"));
        assertEquals(List.of("payment card number"), DirectIdentifiers.in("4111 1111 1111 1111"));
        assertEquals(List.of("payment card number"), DirectIdentifiers.in("378282246310005"));
        assertEquals(List.of("account number (IBAN)"), DirectIdentifiers.in("DE89 3704 0044 0532 0130 00"));
        assertEquals(List.of("phone number"), DirectIdentifiers.in("call +49 30 901820"));
        assertEquals(List.of("phone number"), DirectIdentifiers.in("(030) 9018200"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shoes-017",
                "4111 1111 1111 1112",
                "1234567890123",
                "2026-03-02T00:00:00Z",
                "2026-03-02",
                "DE89 3704 0044 0532 0130 01",
                "@home",
                "login-1-4111111111111111aaaaaaaaaaaaaaaa",
                "0f8fad5b-d9cb-469f-a165-70867728950e",
                "19.99",
                "10 001"
            })
    void whatOnlyResemblesThemIsNot(String text) {
        assertEquals(List.of(), DirectIdentifiers.in(text));
    }

    @Test
    void checkDigitsAreThoseOfTheStandards() {
        // ISO/IEC 7812-1 annex B uses 7992739871 with check digit 3.
        assertTrue(DirectIdentifiers.passesLuhn("79927398713"));
        for (char last : "012456789".toCharArray()) {
            assertFalse(DirectIdentifiers.passesLuhn("7992739871" + last));
        }
        assertTrue(DirectIdentifiers.passesMod97("GB82WEST12345698765432"));
        assertFalse(DirectIdentifiers.passesMod97("GB82WEST12345698765433"));
    }

    @Test
    void aLongTextIsReadQuickly() {
        String text = "a@".repeat(1_000_000);
        assertEquals(List.of(), DirectIdentifiers.in(text));
    }
}
