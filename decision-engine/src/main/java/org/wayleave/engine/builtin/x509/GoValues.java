package org.wayleave.engine.builtin.x509;

import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Values as Go's JSON writer prints them, which is what OPA hands to policies: lists without members are null. */
final class GoValues {
    private GoValues() {}

    static RegoValue bytes(byte @Nullable [] bytes) {
        return bytes == null ? RegoNull.NULL : RegoString.of(Base64.getEncoder().encodeToString(bytes));
    }

    static RegoValue strings(List<String> strings) {
        return list(strings.stream().map(RegoString::of).toList());
    }

    static RegoValue list(List<? extends RegoValue> values) {
        return values.isEmpty() ? RegoNull.NULL : RegoArray.of(values);
    }

    static RegoValue number(long number) {
        return RegoNumber.of(number);
    }

    static RegoValue number(BigInteger number) {
        return RegoNumber.of(number);
    }

    static RegoValue oid(Der.Oid oid) {
        return RegoArray.of(oid.arcs().stream().map(RegoNumber::of).toList());
    }

    static RegoValue oids(List<Der.Oid> oids) {
        return list(oids.stream().map(GoValues::oid).toList());
    }

    /** Base64 for URLs without padding, as in JSON Web Keys. */
    static RegoString base64Url(byte[] bytes) {
        return RegoString.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
