package org.wayleave.engine.builtin;

import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** The formats of JSON Schema that OPA checks, with its leniences; texts of other formats are always right. */
final class SchemaFormats {
    private static final String CLOCK = "([01]?[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.,][0-9]+)?";
    private static final String ZONE = "(Z|[+-]([01][0-9]|2[0-4]):[0-5][0-9])";
    private static final Pattern TIME = Pattern.compile(CLOCK + ZONE + "?");
    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T" + CLOCK + ZONE);
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final String LABEL = "([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]{0,61}[a-zA-Z0-9])";
    private static final Pattern HOST = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final int LONGEST_HOST = 255;

    /** RFC 5322, section 3.4, without comments: an address, or a name with one in angle brackets. */
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\x{80}-\\x{10FFFF}-]+";

    private static final String ADDRESS = "(" + ATOM + "(\\." + ATOM + ")*|\"([^\"\\\\]|\\\\.)*\")@(" + ATOM + "(\\."
            + ATOM + ")*|\\[[^\\[\\]\\\\]*\\])";
    private static final String NAME = "((" + ATOM + "|\\.|\"([^\"\\\\]|\\\\.)*\"|[ \\t])*)";
    private static final Pattern MAILBOX =
            Pattern.compile("[ \\t]*(" + ADDRESS + "|" + NAME + "<[ \\t]*" + ADDRESS + "[ \\t]*>)[ \\t]*");

    private static final Pattern TEMPLATE = Pattern.compile("([^{]*(\\{[^}]*\\})?)*");
    private static final Pattern UUID =
            Pattern.compile("(?i)[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}");
    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~0|~1)*)*");
    private static final Pattern RELATIVE_POINTER = Pattern.compile("(0|[1-9][0-9]*)(#|(/([^~/]|~0|~1)*)*)");

    private static final Map<String, Predicate<String>> CHECKS = Map.ofEntries(
            Map.entry("date", SchemaFormats::isDate),
            Map.entry("time", TIME::matches),
            Map.entry("date-time", SchemaFormats::isMoment),
            Map.entry("hostname", t -> HOST.matches(t) && t.length() <= LONGEST_HOST),
            Map.entry("email", MAILBOX::matches),
            Map.entry("idn-email", MAILBOX::matches),
            Map.entry("ipv4", t -> isAddress(t) && t.contains(".")),
            Map.entry("ipv6", t -> isAddress(t) && t.contains(":")),
            Map.entry("uri", SchemaFormats::isUri),
            Map.entry("iri", SchemaFormats::isUri),
            Map.entry("uri-reference", SchemaFormats::isReference),
            Map.entry("iri-reference", SchemaFormats::isReference),
            Map.entry("uri-template", t -> isReference(t) && TEMPLATE.matches(part(t, "path"))),
            Map.entry("uuid", UUID::matches),
            Map.entry("regex", SchemaFormats::isExpression),
            Map.entry("json-pointer", POINTER::matches),
            Map.entry("relative-json-pointer", RELATIVE_POINTER::matches));

    private SchemaFormats() {}

    static boolean isOf(String format, String text) {
        Predicate<String> check = CHECKS.get(format);
        return check == null || check.test(text);
    }

    private static boolean isDate(String text) {
        if (!DATE.matches(text)) {
            return false;
        }
        try {
            LocalDate.of(
                    Integer.parseInt(text.substring(0, 4)),
                    Integer.parseInt(text.substring(5, 7)),
                    Integer.parseInt(text.substring(8)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isMoment(String text) {
        return TIME.matches(text) || isDate(text) || (MOMENT.matches(text) && isDate(text.substring(0, 10)));
    }

    private static boolean isAddress(String text) {
        return IpNetwork.address(text) != null;
    }

    private static boolean isReference(String text) {
        try {
            IdentifierBuiltins.parseUri(text);
            return text.indexOf('\\') < 0;
        } catch (BuiltinException e) {
            return false;
        }
    }

    private static boolean isUri(String text) {
        return isReference(text) && !part(text, "scheme").isEmpty();
    }

    private static String part(String uri, String name) {
        RegoValue part = ((RegoObject) IdentifierBuiltins.parseUri(uri)).get(name);
        return part instanceof RegoString s ? s.value() : "";
    }

    private static boolean isExpression(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (com.google.re2j.PatternSyntaxException e) {
            return false;
        }
    }
}
