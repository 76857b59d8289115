package org.wayleave.data.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AccountantTest {
    /** The published values for Gaussian noise of σ = 4, ten times, at δ = 10⁻⁵. */
    @Test
    void tenGaussianReleasesComeToThePublishedEpsilons() {
        RenyiAccountant renyi = new RenyiAccountant();
        ZeroConcentrated concentrated = ZeroConcentrated.NONE;
        for (int i = 0; i < 10; i++) {
            renyi.addGaussian(1, 4);
            concentrated = concentrated.plus(ZeroConcentrated.ofGaussian(1, 4));
        }
        assertEquals(3.6171, renyi.epsilon(1e-5), 5e-5);
        assertEquals(4.1061, concentrated.simpleEpsilon(1e-5), 5e-5);
        assertEquals(0.3125, concentrated.rho(), 1e-15);
    }

    @Test
    void theBestOrderIsAtMostThatOfTheGridAndNeverAboveTheClosedForm() {
        for (double rho : new double[] {1e-6, 1e-3, 0.1, 0.3125, 2, 50}) {
            for (double delta : new double[] {1e-2, 1e-5, 1e-12}) {
                RenyiAccountant renyi = new RenyiAccountant();
                renyi.add(new ZeroConcentrated(rho));
                double best = new ZeroConcentrated(rho).epsilon(delta);
                assertTrue(best <= renyi.epsilon(delta) + 1e-9, rho + " at " + delta);
                assertTrue(best <= new ZeroConcentrated(rho).simpleEpsilon(delta), rho + " at " + delta);
                assertTrue(best >= 0);
            }
        }
    }

    @Test
    void whatStaysWithinAnEpsilonIsTheLargestLossThatDoes() {
        for (double epsilon : new double[] {0.01, 0.5, 1, 3, 20}) {
            double rho = ZeroConcentrated.within(epsilon, 1e-6).rho();
            assertTrue(new ZeroConcentrated(rho).epsilon(1e-6) <= epsilon);
            assertTrue(new ZeroConcentrated(rho * 1.001).epsilon(1e-6) > epsilon);
        }
    }

    @Test
    void laplaceNoiseCostsNoMoreThanItsPureEpsilonAndTendsToIt() {
        RenyiAccountant laplace = new RenyiAccountant();
        laplace.addLaplace(1, 2);
        RenyiAccountant pure = new RenyiAccountant();
        pure.addPure(0.5);
        // The greatest order is 1024, so ln(1/δ) over 1023 comes on top of the limit.
        assertTrue(laplace.epsilon(1e-9) <= 0.5 + -Math.log(1e-9) / 1023, "at most " + laplace.epsilon(1e-9));
        assertTrue(laplace.epsilon(1e-9) > 0.45);
        assertTrue(laplace.epsilon(1e-3) <= pure.epsilon(1e-3) + 1e-12);
    }

    @Test
    void manyPureReleasesCostLessThanTheirSum() {
        RenyiAccountant many = new RenyiAccountant();
        for (int i = 0; i < 400; i++) {
            many.addPure(0.05);
        }
        assertTrue(many.epsilon(1e-6) < 400 * 0.05 / 2, "comes to " + many.epsilon(1e-6));
        assertEquals(0.5 * 0.05 * 0.05, ZeroConcentrated.ofPure(0.05).rho(), 1e-18);
    }

    @Test
    void aLossThatIsNoNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ZeroConcentrated(-1e-9));
        assertThrows(IllegalArgumentException.class, () -> new ZeroConcentrated(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new BudgetLimit(0, 1e-6));
        assertThrows(IllegalArgumentException.class, () -> new BudgetLimit(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new PrivacyCost(ZeroConcentrated.NONE, -0.1));
    }

    @Test
    void aLimitAdmitsWhatIsLeftAndNothingMore() {
        BudgetLimit limit = new BudgetLimit(2, 1e-5);
        PrivacyCost spent = new PrivacyCost(new ZeroConcentrated(0.02), 1e-6);
        ZeroConcentrated left = limit.left(spent);
        assertTrue(limit.admits(spent.plus(new PrivacyCost(left, 0))));
        assertTrue(!limit.admits(spent.plus(new PrivacyCost(new ZeroConcentrated(left.rho() + 1e-6), 0))));
        assertTrue(!limit.admits(new PrivacyCost(new ZeroConcentrated(1e-9), 1e-5)), "all of δ is gone");
        assertEquals(0, limit.left(new PrivacyCost(ZeroConcentrated.NONE, 1e-5)).rho());
    }
}
