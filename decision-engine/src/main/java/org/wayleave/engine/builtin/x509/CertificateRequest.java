package org.wayleave.engine.builtin.x509;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** A certificate signing request (RFC 2986) as Go's {@code crypto/x509} reads and prints it. */
public final class CertificateRequest {
    private static final String EXTENSION_REQUEST = "1.2.840.113549.1.9.14";

    private CertificateRequest() {}

    /**
     * The request as Go prints it.
     *
     * @throws BuiltinException when it cannot be read
     */
    public static RegoValue printed(byte[] der) {
        try {
            return read(der);
        } catch (BuiltinException e) {
            throw BuiltinException.failed("asn1: structure error: " + e.getMessage());
        }
    }

    private static RegoValue read(byte[] der) {
        Der all = new Der(der);
        Der.Element request = all.next(Der.SEQUENCE, "certificate request");
        if (!all.isEmpty()) {
            throw BuiltinException.failed("asn1: syntax error: trailing data");
        }
        Der outer = new Der(request.content());
        Der.Element signed = outer.next(Der.SEQUENCE, "certificate request info");
        SignatureAlgorithm algorithm = SignatureAlgorithm.read(outer.content(Der.SEQUENCE, "algorithm identifier"));
        byte[] signature = outer.bits("signature");
        Der info = new Der(signed.content());
        BigInteger version = info.integer("version");
        byte[] subject = info.next(Der.SEQUENCE, "subject").whole();
        byte[] keyInfo = info.next(Der.SEQUENCE, "spki").whole();
        SubjectKey key = SubjectKey.read(keyInfo);
        byte[] attributes = info.has(Der.contextOf(0)) ? info.content(Der.contextOf(0), "attributes") : new byte[0];
        List<CertificateExtensions.Extension> extensions = extensions(attributes);
        SubjectNames names = SubjectNames.NONE;
        for (CertificateExtensions.Extension extension : extensions) {
            if (extension.id().toString().equals("2.5.29.17")) {
                names = SubjectNames.read(new Der(extension.value()));
            }
        }
        RegoObject.Builder out = RegoObject.builder()
                .put("Raw", GoValues.bytes(request.whole()))
                .put("RawTBSCertificateRequest", GoValues.bytes(signed.whole()))
                .put("RawSubjectPublicKeyInfo", GoValues.bytes(keyInfo))
                .put("RawSubject", GoValues.bytes(subject))
                .put("Version", GoValues.number(version))
                .put("Signature", GoValues.bytes(signature))
                .put("SignatureAlgorithm", GoValues.number(algorithm.number()))
                .put("PublicKeyAlgorithm", GoValues.number(key.algorithm()))
                .put("PublicKey", key.printed())
                .put("Subject", DistinguishedName.read(subject).printed())
                .put("Attributes", attributes(attributes))
                .put(
                        "Extensions",
                        GoValues.list(extensions.stream()
                                .map(CertificateExtensions.Extension::printed)
                                .toList()))
                .put("ExtraExtensions", RegoNull.NULL);
        names.print(out);
        return out.build();
    }

    private static List<CertificateExtensions.Extension> extensions(byte[] attributes) {
        List<CertificateExtensions.Extension> extensions = new ArrayList<>();
        Set<Der.Oid> seen = new HashSet<>();
        Der list = new Der(attributes);
        while (!list.isEmpty()) {
            Der attribute = list.in(Der.SEQUENCE, "attribute");
            String type = attribute.oid("attribute type").toString();
            Der values = attribute.in(Der.SET, "attribute values");
            if (!type.equals(EXTENSION_REQUEST) || values.isEmpty()) {
                continue;
            }
            Der requested = values.in(Der.SEQUENCE, "requested extensions");
            while (!requested.isEmpty()) {
                CertificateExtensions.Extension extension =
                        CertificateExtensions.Extension.read(requested.in(Der.SEQUENCE, "extension"));
                if (!seen.add(extension.id())) {
                    throw BuiltinException.failed("x509: certificate request contains duplicate requested extensions");
                }
                extensions.add(extension);
            }
        }
        return extensions;
    }

    /** The attributes whose values are lists of types and values; others are left out, as in Go. */
    private static RegoValue attributes(byte[] attributes) {
        List<RegoValue> printed = new ArrayList<>();
        Der list = new Der(attributes);
        while (!list.isEmpty()) {
            Der attribute = list.in(Der.SEQUENCE, "attribute");
            Der.Oid type = attribute.oid("attribute type");
            RegoValue values = sets(attribute.in(Der.SET, "attribute values"));
            if (values != null) {
                printed.add(RegoObject.builder()
                        .put("Type", GoValues.oid(type))
                        .put("Value", values)
                        .build());
            }
        }
        return GoValues.list(printed);
    }

    private static @Nullable RegoValue sets(Der values) {
        try {
            List<RegoValue> sets = new ArrayList<>();
            while (!values.isEmpty()) {
                List<RegoValue> pairs = new ArrayList<>();
                Der sequence = values.in(Der.SEQUENCE, "attribute value");
                while (!sequence.isEmpty()) {
                    Der pair = sequence.in(Der.SEQUENCE, "attribute value");
                    Der.Oid type = pair.oid("attribute value");
                    pairs.add(RegoObject.builder()
                            .put("Type", GoValues.oid(type))
                            .put("Value", any(pair.next("attribute value")))
                            .build());
                }
                sets.add(RegoArray.of(pairs));
            }
            return RegoArray.of(sets);
        } catch (BuiltinException e) {
            return null; // a value of another form
        }
    }

    private static RegoValue any(Der.Element element) {
        Der whole = new Der(element.whole());
        return switch (element.tag()) {
            case Der.BOOLEAN -> RegoBoolean.of(whole.flag("boolean"));
            case Der.INTEGER -> RegoNumber.of(whole.integer("integer"));
            case Der.OCTET_STRING -> GoValues.bytes(element.content());
            case Der.OBJECT_IDENTIFIER -> GoValues.oid(whole.oid("object identifier"));
            case 12 -> RegoString.of(new String(element.content(), StandardCharsets.UTF_8));
            case 18, 19, 20, 22, 30 -> RegoString.of(DistinguishedName.text(element.tag(), element.content()));
            default -> RegoNull.NULL;
        };
    }
}
