package org.wayleave.ui.form;

import java.util.List;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows options by their labels. */
final class OptionConverter extends StringConverter<FormOption> {
    private final List<FormOption> options;

    OptionConverter(List<FormOption> options) {
        this.options = options;
    }

    @Override
    public String toString(@Nullable FormOption option) {
        return option == null ? "" : option.label();
    }

    @Override
    public @Nullable FormOption fromString(@Nullable String label) {
        return options.stream()
                .filter(option -> option.label().equals(label))
                .findFirst()
                .orElse(null);
    }
}
