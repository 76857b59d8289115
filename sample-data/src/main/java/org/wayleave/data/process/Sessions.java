package org.wayleave.data.process;

import java.util.List;

/**
 * Visits, sittings, calls: at times that follow the season and the hours of the day, a run of similar steps.
 *
 * @param perYear expected sessions a year by segment, while no state slows them down
 * @param spread standard deviation of the logarithm of that rate between the people of a segment; people of value come more often
 * @param months relative activity by month; empty for that of the season
 * @param hours relative activity by hour of the local day; empty for that of the person's device
 * @param opening what may come before the first step
 * @param step what is repeated
 * @param stepsMean mean number of steps, at least 1; the number is geometric
 * @param gap time from step to step
 * @param closing what may end the session, after its last step; the first that happens rules out the others
 */
@SuppressWarnings("ArrayRecordComponent") // tables read in loops over people; never compared
public record Sessions(
        String id,
        String title,
        double[] perYear,
        double spread,
        double[] months,
        double[] hours,
        List<Emission> opening,
        Emission step,
        double stepsMean,
        Delay gap,
        List<Emission> closing)
        implements LifeProcess {
    /** Copies the lists. */
    public Sessions {
        opening = List.copyOf(opening);
        closing = List.copyOf(closing);
    }
}
