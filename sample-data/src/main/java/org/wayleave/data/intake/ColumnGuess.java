package org.wayleave.data.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.DirectIdentifiers;
import org.wayleave.data.token.IdentifierKind;

/** Guesses what a column is, by its name and its first values. For one thread. */
final class ColumnGuess {
    private static final double NEARLY_ALL = 0.9;
    private static final int ENOUGH = 50;

    /** Names, without anything but letters and digits, of what points at a person; with the kind of which tokens can be made. */
    private static final Map<String, IdentifierKind> TOKENS = Map.ofEntries(
            Map.entry("email", IdentifierKind.EMAIL),
            Map.entry("mail", IdentifierKind.EMAIL),
            Map.entry("emailaddress", IdentifierKind.EMAIL),
            Map.entry("phone", IdentifierKind.PHONE),
            Map.entry("phonenumber", IdentifierKind.PHONE),
            Map.entry("mobile", IdentifierKind.PHONE),
            Map.entry("telephone", IdentifierKind.PHONE),
            Map.entry("login", IdentifierKind.LOGIN),
            Map.entry("username", IdentifierKind.LOGIN),
            Map.entry("customerid", IdentifierKind.CUSTOMER_ID),
            Map.entry("customernumber", IdentifierKind.CUSTOMER_ID),
            Map.entry("userid", IdentifierKind.CUSTOMER_ID),
            Map.entry("personid", IdentifierKind.CUSTOMER_ID),
            Map.entry("installid", IdentifierKind.INSTALL_ID),
            Map.entry("deviceid", IdentifierKind.INSTALL_ID),
            Map.entry("loyaltycard", IdentifierKind.LOYALTY_CARD));

    private static final Set<String> NAMES = Set.of(
            "name",
            "firstname",
            "lastname",
            "surname",
            "forename",
            "fullname",
            "address",
            "street",
            "streetaddress",
            "iban",
            "accountnumber",
            "cardnumber",
            "creditcard",
            "passport",
            "passportnumber",
            "ssn",
            "nationalid",
            "taxid",
            "ip",
            "ipaddress");

    private final String name;
    private final Set<String> distinct = new HashSet<>();
    private final Set<String> looks = new HashSet<>();
    private int present;
    private int numbers;
    private int wholes;
    private int days;
    private int identifiers;

    ColumnGuess(String name) {
        this.name = name;
    }

    /** Looks at a value. */
    void add(String text) {
        if (Cells.missing(text)) {
            return;
        }
        present++;
        distinct.add(text);
        numbers += Cells.number(text) || Cells.noNumber(text) ? 1 : 0;
        wholes += Cells.whole(text) ? 1 : 0;
        days += Cells.day(text) ? 1 : 0;
        List<String> found = DirectIdentifiers.in(text);
        identifiers += found.isEmpty() ? 0 : 1;
        looks.addAll(found);
    }

    /** Says what the column is taken for. */
    ColumnPlan plan(Map<String, DataElement> elements) {
        String plain = plain(name);
        String element = element(elements, plain);
        IdentifierKind kind = TOKENS.get(plain);
        // One number in a hundred of a column passes a check digit by chance; one address does not come by chance.
        boolean byValue = identifiers * 2 > present || looks.contains("e-mail address");
        if (byValue || kind != null || NAMES.contains(plain)) {
            String reason = byValue
                    ? "values look like "
                            + String.join(", ", looks.stream().sorted().toList())
                    : "the name says that it points at a person";
            if (kind == null && byValue) {
                kind = looks.contains("e-mail address")
                        ? IdentifierKind.EMAIL
                        : looks.contains("phone number") ? IdentifierKind.PHONE : null;
            }
            return new ColumnPlan(name, ColumnKind.IDENTIFIER, Treatment.UNDECIDED, kind, element, reason);
        }
        if (present == 0) {
            return kept(ColumnKind.EMPTY, Treatment.LEAVE_OUT, element, "no values in the rows looked at");
        }
        if (wholes == present) {
            return kept(ColumnKind.WHOLE, Treatment.KEEP, element, "whole numbers");
        }
        if (numbers == present) {
            return kept(ColumnKind.NUMBER, Treatment.KEEP, element, "numbers");
        }
        if (days == present) {
            return kept(ColumnKind.DAY, Treatment.KEEP, element, "dates");
        }
        if (present >= ENOUGH && distinct.size() > NEARLY_ALL * present) {
            return kept(ColumnKind.KEY, Treatment.LEAVE_OUT, element, "nearly every row has a text of its own");
        }
        return kept(ColumnKind.CATEGORY, Treatment.KEEP, element, distinct.size() + " different texts");
    }

    private ColumnPlan kept(ColumnKind kind, Treatment treatment, String element, String reason) {
        return new ColumnPlan(name, kind, treatment, null, element, reason);
    }

    private static String element(Map<String, DataElement> elements, String plain) {
        for (Map.Entry<String, DataElement> entry : elements.entrySet()) {
            if (plain(entry.getKey()).equals(plain)
                    || plain(entry.getValue().title()).equals(plain)) {
                return entry.getKey();
            }
        }
        return "";
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
