package org.wayleave.data.process;

/**
 * The amount of an event.
 *
 * @param kind where it comes from
 * @param mean by segment, for {@link Kind#DRAWN}; the share of the other amount for {@link Kind#SAME}
 * @param spread standard deviation of the logarithm between people
 * @param jitter standard deviation of the logarithm from event to event of one person
 * @param value share of the spread between people that goes with their value, -1 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // tables read in loops over people; never compared
public record Amount(Kind kind, double[] mean, double spread, double jitter, double value) {
    /** Where an amount comes from. */
    public enum Kind {
        /** The price of the product, reduced in a sale or by a voucher. */
        PRICE,
        /** The amount of what the event follows. */
        SAME,
        /** Drawn, log-normal. */
        DRAWN
    }
}
