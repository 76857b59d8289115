package org.wayleave.engine.builtin.x509;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The elliptic curves of FIPS 186 that the JDK has. */
public enum NamedCurve {
    P256("P-256", "secp256r1", "1.2.840.10045.3.1.7"),
    P384("P-384", "secp384r1", "1.3.132.0.34"),
    P521("P-521", "secp521r1", "1.3.132.0.35");

    private final String joseName;
    private final String jdkName;
    private final String oid;

    NamedCurve(String joseName, String jdkName, String oid) {
        this.joseName = joseName;
        this.jdkName = jdkName;
        this.oid = oid;
    }

    /** The curve of a key's {@code crv}. */
    public static Optional<NamedCurve> named(String joseName) {
        return Arrays.stream(values()).filter(c -> c.joseName.equals(joseName)).findFirst();
    }

    static Optional<NamedCurve> of(Der.Oid oid) {
        return Arrays.stream(values()).filter(c -> c.oid.equals(oid.toString())).findFirst();
    }

    /** The name in JSON Web Keys. */
    public String joseName() {
        return joseName;
    }

    /** The curve's numbers. */
    public ECParameterSpec parameters() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(jdkName));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no curve " + jdkName + ".", e);
        }
    }

    /** Bytes of a coordinate. */
    public int bytes() {
        return (prime().bitLength() + 7) / 8;
    }

    private BigInteger prime() {
        return ((ECFieldFp) parameters().getCurve().getField()).getP();
    }

    /** Whether y² = x³ + ax + b in the curve's field, with coordinates inside the field. */
    public boolean has(ECPoint point) {
        ECParameterSpec spec = parameters();
        BigInteger p = prime();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        BigInteger right = x.modPow(BigInteger.valueOf(3), p)
                .add(spec.getCurve().getA().multiply(x))
                .add(spec.getCurve().getB());
        return x.compareTo(p) < 0
                && y.compareTo(p) < 0
                && y.multiply(y).subtract(right).mod(p).signum() == 0;
    }

    /** The public point of a private key: so many times the generator, null when that is no point. */
    @Nullable
    ECPoint publicPoint(BigInteger secret) {
        ECParameterSpec spec = parameters();
        ECPoint sum = null;
        for (int bit = secret.bitLength() - 1; bit >= 0; bit--) {
            sum = sum == null ? null : added(spec, sum, sum);
            if (secret.testBit(bit)) {
                sum = sum == null ? spec.getGenerator() : added(spec, sum, spec.getGenerator());
            }
        }
        return sum;
    }

    /** The sum of two points, null for the point at infinity. */
    private @Nullable ECPoint added(ECParameterSpec spec, ECPoint a, ECPoint b) {
        BigInteger p = prime();
        BigInteger slope;
        if (a.getAffineX().equals(b.getAffineX())) {
            if (!a.getAffineY().equals(b.getAffineY()) || a.getAffineY().signum() == 0) {
                return null;
            }
            slope = a.getAffineX()
                    .pow(2)
                    .multiply(BigInteger.valueOf(3))
                    .add(spec.getCurve().getA())
                    .multiply(a.getAffineY().shiftLeft(1).modInverse(p))
                    .mod(p);
        } else {
            slope = b.getAffineY()
                    .subtract(a.getAffineY())
                    .multiply(b.getAffineX().subtract(a.getAffineX()).modInverse(p))
                    .mod(p);
        }
        BigInteger x =
                slope.pow(2).subtract(a.getAffineX()).subtract(b.getAffineX()).mod(p);
        BigInteger y = slope.multiply(a.getAffineX().subtract(x))
                .subtract(a.getAffineY())
                .mod(p);
        return new ECPoint(x, y);
    }
}
