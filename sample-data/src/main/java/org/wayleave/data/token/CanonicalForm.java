package org.wayleave.data.token;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling of an identifier from which its token is made, so that a person who types it otherwise has the same token.
 *
 * <p>Rules are conservative: two identifiers that may belong to two people keep two forms. A dot or a plus suffix in an
 * e-mail address therefore stays, although some providers ignore it.
 */
public final class CanonicalForm {
    private static final int LONGEST = 320;

    private final @Nullable PhoneRegion region;

    /** Makes forms for a country, which completes phone numbers that lack their calling code; null refuses those. */
    public CanonicalForm(@Nullable PhoneRegion region) {
        this.region = region;
    }

    /** Returns the rule of a kind in one sentence. */
    public static String rule(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL ->
                "Space around it is dropped, letters become small, the domain becomes ASCII; dots and plus suffixes"
                        + " stay.";
            case PHONE ->
                "E.164: digits after a plus; spaces and punctuation go, 00 becomes plus, a national number gains the"
                        + " country's calling code.";
            case LOGIN -> "Compatible characters become one (NFKC), space around it is dropped, letters become small.";
            case CUSTOMER_ID, LOYALTY_CARD -> "Letters become capital; spaces, hyphens and dots go.";
            case INSTALL_ID -> "Hexadecimal digits become small; hyphens and braces go.";
        };
    }

    /**
     * Returns the canonical form.
     *
     * @throws IdentifierException if the text is no identifier of that kind
     */
    public String of(IdentifierKind kind, String raw) {
        if (raw.length() > LONGEST) {
            throw new IdentifierException("a " + kind.wire() + " has at most " + LONGEST + " characters");
        }
        String form = switch (kind) {
            case EMAIL -> email(raw.strip());
            case PHONE -> phone(raw.strip());
            case LOGIN ->
                Normalizer.normalize(raw, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
            case CUSTOMER_ID, LOYALTY_CARD -> without(raw, " -.").toUpperCase(Locale.ROOT);
            case INSTALL_ID -> without(raw, " -{}").toLowerCase(Locale.ROOT);
        };
        if (form.isEmpty()) {
            throw new IdentifierException("the " + kind.wire() + " is empty");
        }
        return form;
    }

    private static String email(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1
                || at == text.length() - 1
                || text.indexOf('@') != at
                || text.chars().anyMatch(Character::isWhitespace)) {
            throw new IdentifierException("an e-mail address has one @ with text on both sides and no space");
        }
        String local =
                Normalizer.normalize(text.substring(0, at), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        try {
            return local + "@"
                    + IDN.toASCII(text.substring(at + 1), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new IdentifierException("the domain of the e-mail address is not valid");
        }
    }

    private String phone(String text) {
        String compact = without(text.replace("(0)", ""), " -./()\u00a0");
        String digits;
        if (compact.startsWith("+")) {
            digits = compact.substring(1);
        } else if (compact.startsWith("00")) {
            digits = compact.substring(2);
        } else {
            digits = national(compact);
        }
        if (digits.length() < 7 || digits.length() > 15 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IdentifierException("a phone number has 7 to 15 digits with its calling code");
        }
        if (digits.startsWith("0")) {
            throw new IdentifierException("a calling code does not begin with 0");
        }
        return "+" + digits;
    }

    private String national(String compact) {
        PhoneRegion plan = region;
        if (plan == null) {
            throw new IdentifierException("a phone number without a calling code needs a country");
        }
        boolean trunk = !plan.trunk().isEmpty() && compact.startsWith(plan.trunk());
        return plan.callingCode() + (trunk ? compact.substring(plan.trunk().length()) : compact);
    }

    private static String without(String text, String dropped) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (dropped.indexOf(text.charAt(i)) < 0) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }
}
