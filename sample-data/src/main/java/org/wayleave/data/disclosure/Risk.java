package org.wayleave.data.disclosure;

import org.wayleave.data.utility.Estimate;

/**
 * What one kind of attack achieves. The risk is the success beyond what the same attack achieves on people who were not in the
 * original, as a share of what there is to achieve (Giomi and others, "A unified framework for quantifying privacy risk in
 * synthetic data", PoPETs 2023); 0 means that the table says no more about the people it was made from than about anybody.
 *
 * @param attack stable name: singling-out, linkability or inference
 * @param about the column whose value is guessed; empty for other attacks
 * @param attacked share of attacks on people of the original that succeed
 * @param control share of the same attacks on people held out that succeed
 * @param risk 0 to 1
 * @param attacks number of attacks
 * @param sentence what it means
 */
public record Risk(
        String attack, String about, Estimate attacked, Estimate control, Estimate risk, int attacks, String sentence) {
    /** Returns whether the interval leaves no doubt that there is a risk. */
    public boolean certain() {
        return risk.low() > 0;
    }

    /** Returns the risk of both rates, the interval by propagation of their errors, cut to 0 and 1. */
    static Estimate beyond(Estimate attacked, Estimate control) {
        double left = 1 - control.value();
        if (left <= 0) {
            return new Estimate(0, 0, 1);
        }
        double risk = (attacked.value() - control.value()) / left;
        double error = Math.hypot(attacked.half() / left, (attacked.value() - 1) * control.half() / (left * left));
        return new Estimate(Math.clamp(risk, 0, 1), Math.clamp(risk - error, 0, 1), Math.clamp(risk + error, 0, 1));
    }
}
