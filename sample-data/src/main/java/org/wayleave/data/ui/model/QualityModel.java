package org.wayleave.data.ui.model;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.quality.QualityCheck;
import org.wayleave.data.quality.QualityReport;

/** Measures the quality of the population that is shown, when asked to. For one thread. */
public final class QualityModel {
    /** The most people that are looked at; more would say the same more slowly. */
    public static final int MOST = 100_000;

    private final PeopleModel people;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable QualityReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private @Nullable ObservedPopulation measured;
    private Background.@Nullable Ticket running;

    /** Makes a model that has measured nothing. */
    public QualityModel(PeopleModel people, Background background) {
        this.people = people;
        this.background = background;
    }

    /** What was measured; null before. */
    public ReadOnlyObjectProperty<@Nullable QualityReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Share of the people looked at, 0 to 1; 1 when nothing goes on. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** How far it is, or what the figures are about, in words. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Measures the population that is shown unless that was done or goes on. */
    public void measure() {
        ObservedPopulation population = people.population();
        if (population != null && !population.equals(measured)) {
            start(population);
        }
    }

    /** Measures the population that is shown once more, such as after a cancellation. */
    public void measureAgain() {
        measured = null;
        measure();
    }

    /** Stops; the figures are then about the people looked at so far. */
    public void cancel() {
        Background.Ticket going = running;
        if (going != null) {
            going.cancel();
        }
    }

    private void start(ObservedPopulation population) {
        measured = population;
        fraction.set(0);
        status.set("Measuring…");
        QualityCheck check = new QualityCheck(population.generator(), population.catalogue());
        int wanted = Math.min(MOST, population.people());
        running = background.start(
                "data.quality",
                "Measure the quality of the data",
                progress -> check.measure(
                        population.people(), MOST, done -> progress.count(done, wanted), progress::cancelled),
                (done, total) -> {
                    if (total > 0 && fraction.get() < 1) {
                        fraction.set(Math.min(0.999, (double) done / total));
                        status.set("Measured " + Words.count(done) + " of " + Words.people(total));
                    }
                },
                this::publish,
                failure -> {
                    running = null;
                    measured = null;
                    fraction.set(1);
                    status.set("The quality could not be measured: " + failure.getMessage());
                });
    }

    private void publish(QualityReport found) {
        running = null;
        fraction.set(1);
        report.set(found);
        String of = found.measured() == found.people()
                ? "All " + Words.people(found.people())
                : "The first " + Words.count(found.measured()) + " of " + Words.people(found.people());
        status.set(of + ". " + events(found.events()));
    }

    private static String events(QualityReport.EventCheck events) {
        if (events.broken() == 0) {
            return Words.count(events.checked()) + " events compared with their contracts: all keep to them.";
        }
        return Words.count(events.broken()) + " of " + Words.count(events.checked())
                + " events break their contracts, such as " + events.example() + ".";
    }
}
