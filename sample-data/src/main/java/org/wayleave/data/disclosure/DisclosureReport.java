package org.wayleave.data.disclosure;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.wayleave.data.utility.Estimate;

/**
 * What a synthetic table gives away about the people of the original. The intervals of the risks, of closeness and of membership
 * hold together with 95 per cent confidence.
 *
 * @param risks at least one, by attack; inference for each column, the greatest risk first
 * @param closer share of synthetic records that lie closer to a person of the original than to one held out; a half where the table
 *     keeps nothing of single people
 * @param closerSentence what that means
 * @param copies share of synthetic records that are the same as a person of the original
 * @param copiesControl share that are the same as a person held out
 * @param membership area under the curve of a guess, by closeness to the table, who was in the original; a half is guessing
 * @param membershipSentence what that means
 * @param people number of people of the original, and as many held out, that were attacked
 * @param released number of synthetic records that the attacks looked at
 * @param columns names of the columns that the attacks used
 */
public record DisclosureReport(
        List<Risk> risks,
        Estimate closer,
        String closerSentence,
        Estimate copies,
        Estimate copiesControl,
        Estimate membership,
        String membershipSentence,
        int people,
        int released,
        List<String> columns) {
    /** Copies the lists. */
    public DisclosureReport {
        risks = List.copyOf(risks);
        columns = List.copyOf(columns);
    }

    /** Returns whether any measure leaves no doubt that the table gives something away. */
    public boolean leaks() {
        return closer.low() > 0.5 || membership.low() > 0.5 || risks.stream().anyMatch(Risk::certain);
    }

    /** Returns the risk whose interval has the highest lower end. */
    public Risk surest() {
        return risks.stream()
                .max(Comparator.comparingDouble((Risk risk) -> risk.risk().low())
                        .thenComparingDouble(risk -> risk.risk().value()))
                .orElseThrow();
    }

    /** Returns the verdict in one or two sentences. */
    public String verdict() {
        Risk surest = surest();
        String figures = String.format(
                Locale.ROOT,
                " Surest is %s%s: %.1f %% of what there is to gain (%.1f to %.1f).",
                surest.attack(),
                surest.about().isEmpty() ? "" : " of " + surest.about(),
                100 * surest.risk().value(),
                100 * surest.risk().low(),
                100 * surest.risk().high());
        return leaks()
                ? "At least one attack does better on the people of the original than on people who were not in it: do"
                        + " not give this table away without looking at the attacks." + figures
                : "No attack does better on the people of the original than on people who were not in it, as far as "
                        + people + " people of each can show." + figures;
    }
}
