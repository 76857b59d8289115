package org.wayleave.data.token;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CanonicalFormTest {
    private final CanonicalForm german = new CanonicalForm(requireNonNull(PhoneRegion.of("DE")));

    @ParameterizedTest
    @CsvSource({
        "+49 30 901820, +4930901820",
        "0049-30-901820, +4930901820",
        "(030) 901820, +4930901820",
        "+49 (0)30 901820, +4930901820",
        "030/90 18 20, +4930901820",
        "+1 212.555.0100, +12125550100"
    })
    void aPhoneNumberIsWrittenByE164(String raw, String canonical) {
        assertEquals(canonical, german.of(IdentifierKind.PHONE, raw));
    }

    @Test
    void anItalianNumberKeepsItsZero() {
        assertEquals(
                "+390612345678",
                new CanonicalForm(requireNonNull(PhoneRegion.of("IT"))).of(IdentifierKind.PHONE, "06 12345678"));
    }

    @ParameterizedTest
    @CsvSource({
        "' Ada.Byron@Example.ORG ', ada.byron@example.org",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "ada+shop@example.org, ada+shop@example.org"
    })
    void anAddressHasOneSpelling(String raw, String canonical) {
        assertEquals(canonical, german.of(IdentifierKind.EMAIL, raw));
    }

    @Test
    void addressesThatMayBelongToTwoPeopleStayTwo() {
        assertNotEquals(
                german.of(IdentifierKind.EMAIL, "a.b@example.org"), german.of(IdentifierKind.EMAIL, "ab@example.org"));
    }

    @Test
    void cardsLoginsAndInstallationsHaveOneSpelling() {
        assertEquals("LC12345678", german.of(IdentifierKind.LOYALTY_CARD, "lc 1234-5678"));
        assertEquals("ada", german.of(IdentifierKind.LOGIN, " Ａda "));
        assertEquals(
                "0f8fad5bd9cb469fa16570867728950e",
                german.of(IdentifierKind.INSTALL_ID, "{0F8FAD5B-D9CB-469F-A165-70867728950E}"));
    }

    @Test
    void whatIsNoIdentifierIsRefusedWithoutRepeatingIt() {
        for (String bad : new String[] {"secret", "@example.org", "two@at@example.org", "with space@example.org"}) {
            String message =
                    requireNonNull(assertThrows(IdentifierException.class, () -> german.of(IdentifierKind.EMAIL, bad))
                            .getMessage());
            assertFalse(message.contains(bad), message);
        }
        assertThrows(IdentifierException.class, () -> german.of(IdentifierKind.PHONE, "12"));
        assertThrows(IdentifierException.class, () -> german.of(IdentifierKind.PHONE, "0901x2345678"));
        assertThrows(IdentifierException.class, () -> german.of(IdentifierKind.LOGIN, "   "));
        assertThrows(IdentifierException.class, () -> german.of(IdentifierKind.LOGIN, "x".repeat(400)));
        assertThrows(IdentifierException.class, () -> new CanonicalForm(null).of(IdentifierKind.PHONE, "030 901820"));
    }

    @ParameterizedTest
    @EnumSource(IdentifierKind.class)
    void everyKindStatesItsRule(IdentifierKind kind) {
        assertFalse(CanonicalForm.rule(kind).isBlank());
        assertEquals(kind, IdentifierKind.named(kind.wire()));
    }
}
