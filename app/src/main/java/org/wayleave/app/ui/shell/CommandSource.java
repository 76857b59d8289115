package org.wayleave.app.ui.shell;

import java.util.List;
import java.util.Objects;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandRegistry;

/** The commands in the palette, those that cannot run now greyed. */
final class CommandSource implements PaletteSource {
    private final CommandRegistry registry;

    CommandSource(CommandRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Finder capture() {
        List<PaletteEntry> entries = registry.commands().stream()
                .filter(command -> !command.id().equals("shell.palette"))
                .map(CommandSource::entry)
                .toList();
        return query -> FuzzyMatch.best(query, entries, entry -> entry.title() + " " + entry.group());
    }

    private static PaletteEntry entry(Command command) {
        Ikon icon = Objects.requireNonNullElse(command.icon(), Feather.COMMAND);
        var key = command.key();
        String shown = key == null ? "" : key.getDisplayText();
        return new PaletteEntry(
                icon, "Command", command.title(), shown, command.enabled().get(), command::run);
    }
}
