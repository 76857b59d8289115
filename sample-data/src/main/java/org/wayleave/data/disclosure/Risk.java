package org.wayleave.data.disclosure;

import org.wayleave.data.utility.Estimate;

/**
 * What one kind of attack achieves. The risk is the success beyond what the same attack achieves on people who were not in the
 * original, as a share of what there is to achieve (Giomi and others, "A unified framework for quantifying privacy risk in
 * synthetic data", PoPETs 2023); 0 means that the table says no more about the people it was made from than about anybody. The
 * intervals of all attacks of a report hold together with 95 per cent confidence.
 *
 * @param attack stable name: singling-out, linkability or inference
 * @param about the column whose value is guessed; empty for other attacks
 * @param attacked share of attacks on people of the original that succeed
 * @param control share of the same attacks on people held out that succeed
 * @param risk 0 for none to 1 for the certain success of every attack
 * @param attacks number of attacks
 * @param sentence what it means
 */
public record Risk(
        String attack, String about, Estimate attacked, Estimate control, Estimate risk, int attacks, String sentence) {
    /** Returns whether the interval leaves no doubt that there is a risk. */
    public boolean certain() {
        return risk.low() > 0;
    }

    /**
     * Returns the risk that two rates of success show. As in the source, the interval is that of the middles of both intervals of
     * Wilson, by propagation of their halves, cut to 0 and 1; the value is that of the rates themselves.
     */
    static Estimate beyond(Estimate attacked, Estimate control) {
        double left = 1 - control.middle();
        double risk = (attacked.middle() - control.middle()) / left;
        double error = Math.hypot(attacked.half() / left, (1 - attacked.middle()) * control.half() / (left * left));
        double value = control.value() < 1
                ? Math.clamp((attacked.value() - control.value()) / (1 - control.value()), 0, 1)
                : 0;
        return new Estimate(value, Math.clamp(risk - error, 0, value), Math.clamp(risk + error, value, 1));
    }
}
