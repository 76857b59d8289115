package org.wayleave.app.ui.robot;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.scene.input.KeyCode;
import org.wayleave.app.ui.DesktopApplication;

/** The main job: from the welcome page to the reason why one person got no message. */
final class MainJob {
    private static final int PEOPLE = 2_000;

    private MainJob() {}

    /** Does it and ends the process with 0, or with 1 and a stack trace. */
    public static void main(String[] arguments) {
        Path pictures = Path.of(arguments[0]);
        Thread robot = new Thread(() -> run(pictures), "robot");
        robot.setDaemon(true);
        robot.start();
        Application.launch(DesktopApplication.class);
    }

    private static void run(Path pictures) {
        int code = 1;
        Screen screen = new Screen();
        try {
            job(screen, pictures);
            code = 0;
        } catch (Throwable e) {
            try {
                screen.picture(pictures.resolve("failed.png"));
            } catch (Exception second) {
                e.addSuppressed(second);
            }
            e.printStackTrace();
        }
        Runtime.getRuntime().halt(code);
    }

    private static void job(Screen screen, Path pictures) throws Exception {
        screen.click("welcome-sample");
        screen.read("Win-back");
        JourneyScreen journey = new JourneyScreen(screen);
        journey.people(PEOPLE);
        journey.run();
        journey.clickBarOfFirstMessage();
        journey.readReasons();
        screen.picture(pictures.resolve("why.png"));
        journey.explainFirstPerson();
        screen.read("What would change it");
        screen.picture(pictures.resolve("explanation.png"));
        // By keyboard alone: the palette leads to the runs, where the run is listed.
        screen.press(KeyCode.SHORTCUT, KeyCode.K);
        screen.awaitKeyboardIn("palette-field");
        screen.type("go to runs");
        screen.read("Go to Runs");
        screen.press(KeyCode.ENTER);
        screen.read("run-0001");
        screen.picture(pictures.resolve("runs.png"));
        screen.press(KeyCode.ALT, KeyCode.LEFT);
        screen.read("Win-back offer");
    }
}
