package org.wayleave.engine.builtin.x509;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The elliptic curves of FIPS 186 that Go has. The JDK has no P-224, so its numbers and its arithmetic stand here. */
public enum NamedCurve {
    P224("P-224", "", "1.3.132.0.33"),
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

    /** The curve of a key's {@code crv}; JSON Web Keys know no P-224. */
    public static Optional<NamedCurve> named(String joseName) {
        return Arrays.stream(values())
                .filter(c -> c != P224 && c.joseName.equals(joseName))
                .findFirst();
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
        if (this == P224) {
            return p224();
        }
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(jdkName));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no curve " + jdkName + ".", e);
        }
    }

    private static ECParameterSpec p224() {
        BigInteger p = BigInteger.ONE
                .shiftLeft(224)
                .subtract(BigInteger.ONE.shiftLeft(96))
                .add(BigInteger.ONE);
        EllipticCurve curve = new EllipticCurve(
                new ECFieldFp(p),
                p.subtract(BigInteger.valueOf(3)),
                hex("b4050a850c04b3abf54132565044b0b7d7bfd8ba270b39432355ffb4"));
        ECPoint generator = new ECPoint(
                hex("b70e0cbd6bb4bf7f321390b94a03c1d356c21122343280d6115c1d21"),
                hex("bd376388b5f723fb4c22dfe6cd4375a05a07476444d5819985007e34"));
        return new ECParameterSpec(
                curve, generator, hex("ffffffffffffffffffffffffffff16a2e0b8f03e13dd29455c5c2a3d"), 1);
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
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
        return times(parameters(), secret, parameters().getGenerator());
    }

    /** Whether two numbers are a signature of a digest by a public point (FIPS 186-5, section 6.4.2). */
    boolean confirms(ECPoint open, byte[] digest, BigInteger r, BigInteger s) {
        ECParameterSpec spec = parameters();
        BigInteger n = spec.getOrder();
        if (r.signum() <= 0 || s.signum() <= 0 || r.compareTo(n) >= 0 || s.compareTo(n) >= 0) {
            return false;
        }
        BigInteger e = new BigInteger(1, digest).shiftRight(Math.max(0, digest.length * 8 - n.bitLength()));
        BigInteger inverse = s.modInverse(n);
        ECPoint sum = sum(
                spec,
                times(spec, e.multiply(inverse).mod(n), spec.getGenerator()),
                times(spec, r.multiply(inverse).mod(n), open));
        return sum != null && sum.getAffineX().mod(n).equals(r);
    }

    private @Nullable ECPoint times(ECParameterSpec spec, BigInteger factor, ECPoint point) {
        ECPoint sum = null;
        for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
            sum = sum(spec, sum, sum);
            if (factor.testBit(bit)) {
                sum = sum(spec, sum, point);
            }
        }
        return sum;
    }

    private @Nullable ECPoint sum(ECParameterSpec spec, @Nullable ECPoint a, @Nullable ECPoint b) {
        return a == null ? b : b == null ? a : added(spec, a, b);
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
