package org.wayleave.data.bench;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.stage.Stage;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.search.PeopleFilter;
import org.wayleave.data.search.PeopleSearch;
import org.wayleave.data.ui.model.Background;
import org.wayleave.data.ui.model.ObservedPopulation;
import org.wayleave.data.ui.model.PeopleModel;
import org.wayleave.data.ui.people.PeopleList;
import org.wayleave.ui.task.Work;
import org.wayleave.ui.theme.Theme;

/**
 * Measures the list of people over a million: the time from pulse to pulse while it is scrolled, and how long a search
 * through everybody takes. Run it by hand with a display or {@code -Dglass.platform=Headless -Dprism.order=sw}:
 * {@code java -cp <test class path> org.wayleave.data.bench.PeopleListBench [people] [frames]}.
 */
public final class PeopleListBench {
    private static final int WARM_UP = 60;

    private PeopleListBench() {}

    /** Prints percentiles in milliseconds for each way of scrolling, and the seconds of a search. */
    public static void main(String[] args) throws Exception {
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int frames = args.length > 1 ? Integer.parseInt(args[1]) : 300;
        PersonGenerator generator =
                new PersonGenerator(Recipe.bundled("retail"), 1, Instant.parse("2026-03-02T00:00:00Z"), 0);
        Platform.startup(() -> Platform.setImplicitExit(false));
        try {
            scroll("line by line", generator, people, frames, 1.0 / people);
            scroll("page by page", generator, people, frames, 20.0 / people);
            scroll("through everybody", generator, people, frames, 1.0 / frames);
            long begin = System.nanoTime();
            int found = new PeopleSearch(generator, people)
                    .find(
                            new PeopleFilter("", "FR", null, null, 0, ConsentState.State.GRANTED),
                            done -> {},
                            () -> false)
                    .size();
            System.out.printf(
                    Locale.ROOT,
                    "search through %,d people   %.2f s, %,d found%n",
                    people,
                    (System.nanoTime() - begin) / 1e9,
                    found);
        } finally {
            Platform.exit();
        }
    }

    private static void scroll(String what, PersonGenerator generator, int people, int frames, double step)
            throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        double[] milliseconds = new double[frames];
        Platform.runLater(() -> {
            PeopleModel model = new PeopleModel(new NoSearch());
            PeopleList list = new PeopleList(model, new Theme());
            Stage stage = new Stage();
            stage.setScene(new Scene(list, 900, 760));
            new Theme().install(stage.getScene());
            model.show(new ObservedPopulation(
                    generator, people, generator.recipe().catalogue(), "bundled", "this benchmark"));
            stage.show();
            new Scroller(stage, list, milliseconds, step, done).start();
        });
        done.await();
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "scrolling %-18s p50 %6.1f ms  p95 %6.1f ms  longest %6.1f ms, %d frames%n",
                what,
                sorted[frames / 2],
                sorted[frames * 95 / 100],
                sorted[frames - 1],
                frames);
    }

    /** The whole population needs no search. */
    private static final class NoSearch implements Background {
        @Override
        public <T> Ticket start(
                String key, String title, Work<T> work, Steps progress, Consumer<T> done, Consumer<Throwable> failed) {
            throw new IllegalStateException("a search was begun: " + title);
        }
    }

    /** Moves the bar a step a pulse. */
    private static final class Scroller extends AnimationTimer {
        private final Stage stage;
        private final Node list;
        private final double[] milliseconds;
        private final double step;
        private final CountDownLatch done;
        private long before;
        private int frame = -WARM_UP;

        Scroller(Stage stage, Node list, double[] milliseconds, double step, CountDownLatch done) {
            this.stage = stage;
            this.list = list;
            this.milliseconds = milliseconds;
            this.step = step;
            this.done = done;
        }

        @Override
        public void handle(long now) {
            long clock = System.nanoTime();
            if (frame >= 0) {
                milliseconds[frame] = (clock - before) / 1e6;
            }
            before = clock;
            frame++;
            ScrollBar bar = (ScrollBar) list.lookup(".scroll-bar:vertical");
            if (bar == null) {
                return;
            }
            if (frame == 0) {
                bar.setValue(0);
            }
            bar.setValue((bar.getValue() + step) % 1);
            if (frame == milliseconds.length) {
                stop();
                stage.hide();
                done.countDown();
            }
        }
    }
}
