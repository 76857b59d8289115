package org.wayleave.data.process;

/**
 * Something that comes again and again: a salary, a statement, a refill.
 *
 * @param share share of people it concerns, by segment
 * @param everyDays mean days from one to the next; 0 if it goes by the month
 * @param spread standard deviation of the logarithm of the days between people, and half of it from one to the next
 * @param monthDay day of the month, 1 to 28; 0 if it goes by days
 * @param keep probability that a due one takes place
 * @param emission what happens each time
 */
@SuppressWarnings("ArrayRecordComponent") // tables read in loops over people; never compared
public record Recurring(
        String id,
        String title,
        double[] share,
        double everyDays,
        double spread,
        int monthDay,
        double keep,
        Emission emission)
        implements LifeProcess {}
