package org.wayleave.engine.builtin.x509;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** What a certificate's extensions say (RFC 5280, section 4.2), read as Go's {@code crypto/x509} reads them. */
final class CertificateExtensions {
    static final int KEY_USAGE_SIGNS_CERTIFICATES = 1 << 5;

    private static final String AUTHORITY_INFORMATION = "1.3.6.1.5.5.7.1.1";
    private static final String OCSP = "1.3.6.1.5.5.7.48.1";
    private static final String ISSUERS = "1.3.6.1.5.5.7.48.2";
    private static final int URI = 6;

    /** Purposes in the order of the numbers that Go prints for them. */
    private static final List<String> PURPOSES = List.of(
            "2.5.29.37.0",
            "1.3.6.1.5.5.7.3.1",
            "1.3.6.1.5.5.7.3.2",
            "1.3.6.1.5.5.7.3.3",
            "1.3.6.1.5.5.7.3.4",
            "1.3.6.1.5.5.7.3.5",
            "1.3.6.1.5.5.7.3.6",
            "1.3.6.1.5.5.7.3.7",
            "1.3.6.1.5.5.7.3.8",
            "1.3.6.1.5.5.7.3.9",
            "1.3.6.1.4.1.311.10.3.3",
            "2.16.840.1.113730.4.1",
            "1.3.6.1.4.1.311.2.1.22",
            "1.3.6.1.4.1.311.61.1.1");

    /** One extension as it stands in the certificate. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Extension(Der.Oid id, boolean critical, byte[] value) {
        RegoValue printed() {
            return RegoObject.builder()
                    .put("Id", GoValues.oid(id))
                    .put("Critical", RegoBoolean.of(critical))
                    .put("Value", GoValues.bytes(value))
                    .build();
        }

        static Extension read(Der der) {
            Der.Oid id = der.oid("extension OID field");
            boolean critical = der.has(Der.BOOLEAN) && der.flag("extension critical field");
            return new Extension(id, critical, der.content(Der.OCTET_STRING, "extension value field"));
        }
    }

    final List<Extension> all = new ArrayList<>();
    final List<Der.Oid> unhandledCritical = new ArrayList<>();
    int keyUsage;
    boolean hasBasicConstraints;
    boolean isAuthority;
    long pathLength; // -1: not limited
    SubjectNames names = SubjectNames.NONE;

    @Nullable
    NameConstraints nameConstraints;

    final List<String> revocationLists = new ArrayList<>();
    byte @Nullable [] authorityKeyId;
    byte @Nullable [] subjectKeyId;

    @Nullable
    BigInteger requireExplicitPolicy;

    @Nullable
    BigInteger inhibitPolicyMapping;

    @Nullable
    BigInteger inhibitAnyPolicy;

    final List<Integer> purposes = new ArrayList<>();
    final List<Der.Oid> unknownPurposes = new ArrayList<>();

    @Nullable
    List<Der.Oid> policies;

    final List<RegoValue> policyMappings = new ArrayList<>();
    final List<String> ocspServers = new ArrayList<>();
    final List<String> issuerUrls = new ArrayList<>();

    /** Reads the extensions, a sequence of them. */
    static CertificateExtensions read(Der sequence) {
        CertificateExtensions result = new CertificateExtensions();
        Set<Der.Oid> seen = new HashSet<>();
        while (!sequence.isEmpty()) {
            Extension extension = Extension.read(sequence.in(Der.SEQUENCE, "extension"));
            if (!seen.add(extension.id())) {
                throw failed("x509: certificate contains duplicate extension with OID \"" + extension.id() + "\"");
            }
            result.all.add(extension);
        }
        for (Extension extension : result.all) {
            if (!result.handle(extension) && extension.critical()) {
                result.unhandledCritical.add(extension.id());
            }
        }
        return result;
    }

    /** Takes over what an extension says; false where it is unknown. */
    private boolean handle(Extension extension) {
        Der value = new Der(extension.value());
        switch (extension.id().toString()) {
            case "2.5.29.15" -> keyUsage(value);
            case "2.5.29.19" -> basicConstraints(value);
            case "2.5.29.17" -> {
                names = SubjectNames.read(value);
                return !names.isEmpty();
            }
            case "2.5.29.30" -> {
                nameConstraints = NameConstraints.read(value, extension.critical());
                return nameConstraints.understood();
            }
            case "2.5.29.31" -> revocationLists(value);
            case "2.5.29.35" -> {
                refuseCritical(extension, "authority key identifier");
                Der id = value.in(Der.SEQUENCE, "authority key identifier");
                if (id.has(Der.context(0))) {
                    authorityKeyId = id.content(Der.context(0), "authority key identifier");
                }
            }
            case "2.5.29.14" -> {
                refuseCritical(extension, "subject key identifier");
                subjectKeyId = value.content(Der.OCTET_STRING, "subject key identifier");
            }
            case "2.5.29.36" -> {
                Der constraints = value.in(Der.SEQUENCE, "policy constraints extension");
                if (constraints.has(Der.context(0))) {
                    requireExplicitPolicy = constraints.integer(Der.context(0), "policy constraints extension");
                }
                if (constraints.has(Der.context(1))) {
                    inhibitPolicyMapping = constraints.integer(Der.context(1), "policy constraints extension");
                }
            }
            case "2.5.29.37" -> purposes(value);
            case "2.5.29.32" -> policies(value);
            case "2.5.29.33" -> policyMappings(value);
            case "2.5.29.54" -> inhibitAnyPolicy = value.integer("inhibit any policy extension");
            case AUTHORITY_INFORMATION -> {
                refuseCritical(extension, "authority info access");
                authorityInformation(value);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void refuseCritical(Extension extension, String name) {
        if (extension.critical()) {
            throw failed("x509: " + name + " incorrectly marked critical");
        }
    }

    private void keyUsage(Der value) {
        byte[] content = value.content(Der.BIT_STRING, "key usage");
        for (int bit = 0; bit < 9 && 1 + bit / 8 < content.length; bit++) {
            if ((content[1 + bit / 8] & (0x80 >> bit % 8)) != 0) {
                keyUsage |= 1 << bit;
            }
        }
    }

    private void basicConstraints(Der value) {
        Der constraints = value.in(Der.SEQUENCE, "basic constraints");
        hasBasicConstraints = true;
        isAuthority = constraints.has(Der.BOOLEAN) && constraints.flag("basic constraints");
        pathLength = -1;
        if (constraints.has(Der.INTEGER)) {
            BigInteger length = constraints.integer("basic constraints");
            if (length.signum() < 0 || length.bitLength() > 63) {
                throw failed("x509: invalid basic constraints");
            }
            pathLength = length.longValue();
        }
    }

    private void revocationLists(Der value) {
        Der points = value.in(Der.SEQUENCE, "CRL distribution points");
        while (!points.isEmpty()) {
            Der point = points.in(Der.SEQUENCE, "CRL distribution point");
            if (!point.has(Der.contextOf(0))) {
                continue;
            }
            Der name =
                    point.in(Der.contextOf(0), "CRL distribution point").in(Der.contextOf(0), "CRL distribution point");
            while (name.has(Der.context(URI))) {
                revocationLists.add(text(name.content(Der.context(URI), "CRL distribution point")));
            }
        }
    }

    private void purposes(Der value) {
        Der sequence = value.in(Der.SEQUENCE, "extended key usages");
        while (!sequence.isEmpty()) {
            Der.Oid purpose = sequence.oid("extended key usages");
            int known = PURPOSES.indexOf(purpose.toString());
            if (known >= 0) {
                purposes.add(known);
            } else {
                unknownPurposes.add(purpose);
            }
        }
    }

    private void policies(Der value) {
        Der sequence = value.in(Der.SEQUENCE, "certificate policies");
        List<Der.Oid> read = new ArrayList<>();
        while (!sequence.isEmpty()) {
            Der.Oid policy = sequence.in(Der.SEQUENCE, "certificate policies").oid("certificate policies");
            if (read.contains(policy)) {
                throw failed("x509: invalid certificate policies");
            }
            read.add(policy);
        }
        policies = read;
    }

    private void policyMappings(Der value) {
        Der sequence = value.in(Der.SEQUENCE, "policy mappings extension");
        while (!sequence.isEmpty()) {
            Der mapping = sequence.in(Der.SEQUENCE, "policy mappings extension");
            Der.Oid issuer = mapping.oid("policy mappings extension");
            Der.Oid subject = mapping.oid("policy mappings extension");
            policyMappings.add(RegoObject.builder()
                    .put("IssuerDomainPolicy", RegoString.of(issuer.toString()))
                    .put("SubjectDomainPolicy", RegoString.of(subject.toString()))
                    .build());
        }
    }

    private void authorityInformation(Der value) {
        Der sequence = value.in(Der.SEQUENCE, "authority info access");
        while (!sequence.isEmpty()) {
            Der access = sequence.in(Der.SEQUENCE, "authority info access");
            String method = access.oid("authority info access").toString();
            if (!access.has(Der.context(URI))) {
                continue;
            }
            String location = text(access.content(Der.context(URI), "authority info access"));
            if (method.equals(OCSP)) {
                ocspServers.add(location);
            } else if (method.equals(ISSUERS)) {
                issuerUrls.add(location);
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
