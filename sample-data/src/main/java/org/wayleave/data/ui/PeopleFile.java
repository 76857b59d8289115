package org.wayleave.data.ui;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.export.PeopleExport;
import org.wayleave.data.search.PeopleSelection;
import org.wayleave.data.ui.model.ObservedPopulation;
import org.wayleave.data.ui.model.PeopleModel;
import org.wayleave.data.ui.model.Words;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.control.Toasts;
import org.wayleave.ui.task.BackgroundTasks;

/** Writes the people that pass the filter to a file that the user chooses. */
final class PeopleFile {
    private final PeopleModel model;
    private final BackgroundTasks tasks;
    private final Toasts toasts;
    private final ExportTarget target;
    private final BooleanBinding possible;

    PeopleFile(PeopleModel model, BackgroundTasks tasks, Toasts toasts, ExportTarget target) {
        this.model = model;
        this.tasks = tasks;
        this.toasts = toasts;
        this.target = target;
        possible = Bindings.createBooleanBinding(
                () -> model.population() != null
                        && model.selectionProperty().get().size() > 0,
                model.populationProperty(),
                model.selectionProperty());
    }

    Command command() {
        return Command.of("data.export", "Export people as CSV…", this::export)
                .withIcon(Feather.DOWNLOAD)
                .enabledWhen(possible)
                .explained(
                        "Writes profile, consents and features of the people that pass the filter; all are synthetic and the file says so.");
    }

    private void export() {
        ObservedPopulation population = model.population();
        if (population == null) {
            return;
        }
        PeopleSelection people = model.selectionProperty().get();
        String name = String.format(
                Locale.ROOT,
                "people-%s-seed-%d.csv",
                population.recipe().id(),
                population.generator().seed());
        target.choose("Export " + Words.people(people.size()) + " as CSV", name)
                .ifPresent(file -> write(population, people, csv(file)));
    }

    private void write(ObservedPopulation population, PeopleSelection people, Path file) {
        PeopleExport export = new PeopleExport(population.generator());
        int total = people.size();
        tasks.start(
                        "Export " + Words.people(total),
                        progress -> export.toFile(
                                file, people.toArray(), written -> progress.count(written, total), progress::cancelled))
                .onDone(whole -> toasts.good(Words.people(total) + " exported to " + file + "."))
                .onCancelled(partial -> toasts.info("The export was cancelled; no file was written."))
                .onFailed(failure -> toasts.bad("The people were not exported to " + file + ": " + reason(failure)
                        + ". Choose another folder, or make room on the disk, and export again."));
    }

    private static Path csv(Path file) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? file : file.resolveSibling(name + ".csv");
    }

    private static String reason(Throwable failure) {
        if (failure instanceof AccessDeniedException) {
            return "the folder may not be written to";
        }
        if (failure instanceof NoSuchFileException) {
            return "the folder does not exist";
        }
        String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }
}
