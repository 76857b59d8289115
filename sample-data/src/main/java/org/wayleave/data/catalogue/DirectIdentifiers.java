package org.wayleave.data.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds texts that look like a direct identifier: an e-mail address, a phone number, a payment card or an account number.
 * Checksums keep order numbers and product codes from being taken for cards and accounts.
 */
public final class DirectIdentifiers {
    private static final int LONGEST = 2000;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,190}\\.[\\p{L}]{2,24}\\b");
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\w.+-])(?:(?:\\+|00)[1-9][0-9 ()./-]{6,20}[0-9]|\\(?0[1-9][0-9]{1,4}\\)?[ /-][0-9][0-9"
                    + " -]{4,12}[0-9])(?![\\w-])");
    private static final Pattern CARD = Pattern.compile("(?<![0-9A-Za-z])[0-9](?:[ -]?[0-9]){12,18}(?![0-9A-Za-z])");
    private static final Pattern IBAN =
            Pattern.compile("(?<![0-9A-Za-z])[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]){11,30}(?![0-9A-Za-z])");

    private DirectIdentifiers() {}

    /** Returns what a text looks like, in words such as "e-mail address"; empty if it looks like none. Texts are read up to 2,000 characters. */
    public static List<String> in(String text) {
        String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        List<String> found = new ArrayList<>();
        if (read.indexOf('@') > 0 && EMAIL.matcher(read).find()) {
            found.add("e-mail address");
        }
        // What has the form of an account number is one or none, and no card or phone number either way.
        String rest = IBAN.matcher(read).replaceAll(" ");
        if (hasCard(rest)) {
            found.add("payment card number");
        }
        if (hasIban(read)) {
            found.add("account number (IBAN)");
        }
        if (hasPhone(rest)) {
            found.add("phone number");
        }
        return found;
    }

    private static boolean hasPhone(String text) {
        Matcher matcher = PHONE.matcher(text);
        while (matcher.find()) {
            int digits = digits(matcher.group()).length();
            if (digits >= 8 && digits <= 17) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCard(String text) {
        Matcher matcher = CARD.matcher(text);
        while (matcher.find()) {
            String digits = digits(matcher.group());
            // First digits 2 to 6 are those of the card schemes (ISO/IEC 7812: 3 travel, 4 and 5 banking, 6
            // merchandising, 2 since 2017).
            if (digits.charAt(0) >= '2' && digits.charAt(0) <= '6' && passesLuhn(digits)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasIban(String text) {
        Matcher matcher = IBAN.matcher(text);
        while (matcher.find()) {
            if (passesMod97(matcher.group().replace(" ", ""))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the last digit is the check digit of the others by Luhn's formula (ISO/IEC 7812-1, annex B). */
    static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            if (i % 2 == 1) {
                digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            }
            sum += digit;
        }
        return sum % 10 == 0;
    }

    /** Returns whether an IBAN's check digits hold (ISO 13616: the rearranged number modulo 97 is 1). */
    static boolean passesMod97(String iban) {
        String rearranged = iban.substring(4) + iban.substring(0, 4);
        int remainder = 0;
        for (int i = 0; i < rearranged.length(); i++) {
            int value = Character.digit(rearranged.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder == 1;
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }
}
