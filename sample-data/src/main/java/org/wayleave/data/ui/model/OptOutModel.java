package org.wayleave.data.ui.model;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.quality.OptOutMonitor;
import org.wayleave.data.quality.OptOutRate;

/** How many people take consents back, month by month, measured when somebody wants to see it. For one thread. */
public final class OptOutModel {
    /** The most people that are looked at. */
    public static final int MOST = 100_000;

    /** Months looked at. */
    public static final int MONTHS = 12;

    private static final int REPORT_EVERY = 1_000;

    private final PeopleModel people;
    private final Steps measuring;
    private final ReadOnlyObjectWrapper<@Nullable List<OptOutRate>> rates = new ReadOnlyObjectWrapper<>();
    private @Nullable ObservedPopulation measured;

    /** Makes a model that has measured nothing. */
    public OptOutModel(PeopleModel people, Background background) {
        this.people = people;
        measuring = new Steps(background, "data.opt-outs");
    }

    /** The rates of the consents that the catalogue asks for; null before a measurement. */
    public ReadOnlyObjectProperty<@Nullable List<OptOutRate>> ratesProperty() {
        return rates.getReadOnlyProperty();
    }

    /** Returns the measurement that goes on. */
    public Steps measuring() {
        return measuring;
    }

    /** Measures the population that is shown unless that was done or goes on. */
    public void measure() {
        ObservedPopulation population = people.population();
        if (population == null || population.equals(measured)) {
            return;
        }
        measured = population;
        int wanted = Math.min(MOST, population.people());
        measuring.start(
                "Count opt-outs",
                "people",
                progress -> {
                    OptOutMonitor monitor = new OptOutMonitor(
                            population.recipe().consentRegistry(),
                            population.generator().asOf(),
                            MONTHS);
                    int done = 0;
                    while (done < wanted && !progress.cancelled()) {
                        monitor.add(population.generator().person(done++).consents());
                        if (done % REPORT_EVERY == 0) {
                            progress.count(done, wanted);
                        }
                    }
                    int looked = done;
                    List<OptOutRate> all = monitor.rates();
                    return new Counted(
                            looked, population.consents().stream().map(all::get).toList());
                },
                counted -> {
                    rates.set(counted.rates());
                    long alerts =
                            counted.rates().stream().filter(OptOutRate::alert).count();
                    return Words.people(counted.people()) + ", 12 months, 95 % intervals; "
                            + (alerts == 0
                                    ? "no month is unusual."
                                    : alerts + (alerts == 1 ? " consent has" : " consents have")
                                            + " unusually many opt-outs in the newest month.");
                });
    }

    private record Counted(int people, List<OptOutRate> rates) {}
}
