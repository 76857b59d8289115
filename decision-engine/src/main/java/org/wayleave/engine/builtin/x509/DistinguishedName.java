package org.wayleave.engine.builtin.x509;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * A name of a certificate's subject or issuer (RFC 5280, section 4.1.2.4).
 *
 * @param attributes its parts in their order
 */
record DistinguishedName(List<Attribute> attributes) {
    private static final int UTF8_STRING = 12;
    private static final int NUMERIC_STRING = 18;
    private static final int PRINTABLE_STRING = 19;
    private static final int T61_STRING = 20;
    private static final int IA5_STRING = 22;
    private static final int BMP_STRING = 30;

    record Attribute(Der.Oid type, String value) {}

    static DistinguishedName read(byte[] der) {
        List<Attribute> attributes = new ArrayList<>();
        Der names = new Der(der).in(Der.SEQUENCE, "RDNSequence");
        while (!names.isEmpty()) {
            Der set = names.in(Der.SET, "RDNSequence");
            while (!set.isEmpty()) {
                Der attribute = set.in(Der.SEQUENCE, "RDNSequence: invalid attribute");
                Der.Oid type = attribute.oid("RDNSequence: invalid attribute type");
                Der.Element value = attribute.next("RDNSequence: invalid attribute value");
                attributes.add(new Attribute(type, text(value.tag(), value.content())));
            }
        }
        return new DistinguishedName(attributes);
    }

    /** A string of ASN.1. T.61 is read as Latin-1, as everybody does. */
    static String text(int tag, byte[] value) {
        return switch (tag) {
            case T61_STRING -> new String(value, StandardCharsets.ISO_8859_1);
            case PRINTABLE_STRING -> matching(value, "[A-Za-z0-9'()+,\\-./ :=?*&]*", "PrintableString");
            case NUMERIC_STRING -> matching(value, "[0-9 ]*", "NumericString");
            case IA5_STRING -> matching(value, "(?s)[\\x00-\\x7F]*", "IA5String");
            case UTF8_STRING -> {
                try {
                    yield StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(value))
                            .toString();
                } catch (CharacterCodingException e) {
                    throw invalid("UTF-8 string");
                }
            }
            case BMP_STRING -> bmp(value);
            default ->
                throw BuiltinException.failed(
                        "x509: invalid RDNSequence: invalid attribute value: unsupported string type: " + tag);
        };
    }

    private static String matching(byte[] value, String pattern, String what) {
        String text = new String(value, StandardCharsets.ISO_8859_1);
        if (!text.matches(pattern)) {
            throw invalid(what);
        }
        return text;
    }

    private static String bmp(byte[] value) {
        String text = new String(value, StandardCharsets.UTF_16BE);
        if (text.endsWith("\0")) {
            text = text.substring(0, text.length() - 1);
        }
        boolean proper = value.length % 2 == 0
                && text.chars()
                        .noneMatch(c -> c >= 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || Character.isSurrogate((char) c));
        if (!proper) {
            throw invalid("BMPString");
        }
        return text;
    }

    private static BuiltinException invalid(String what) {
        return BuiltinException.failed("x509: invalid RDNSequence: invalid attribute value: invalid " + what);
    }

    /** The name as Go prints it: the usual attributes by name, and all of them in order. */
    RegoValue printed() {
        return RegoObject.builder()
                .put("Country", all(6))
                .put("Organization", all(10))
                .put("OrganizationalUnit", all(11))
                .put("Locality", all(7))
                .put("Province", all(8))
                .put("StreetAddress", all(9))
                .put("PostalCode", all(17))
                .put("SerialNumber", last(5))
                .put("CommonName", last(3))
                .put(
                        "Names",
                        GoValues.list(attributes.stream()
                                .map(DistinguishedName::printed)
                                .toList()))
                .put("ExtraNames", RegoNull.NULL)
                .build();
    }

    private static RegoValue printed(Attribute attribute) {
        return RegoObject.builder()
                .put("Type", GoValues.oid(attribute.type()))
                .put("Value", RegoString.of(attribute.value()))
                .build();
    }

    private List<String> values(int number) {
        Der.Oid type = new Der.Oid(List.of(2L, 5L, 4L, (long) number));
        return attributes.stream()
                .filter(a -> a.type().equals(type))
                .map(Attribute::value)
                .toList();
    }

    private RegoValue all(int number) {
        return GoValues.strings(values(number));
    }

    private RegoValue last(int number) {
        List<String> values = values(number);
        return RegoString.of(values.isEmpty() ? "" : values.getLast());
    }
}
