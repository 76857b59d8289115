package org.wayleave.app.ui.find;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.app.ui.shell.PaletteEntry;
import org.wayleave.app.ui.shell.PaletteSource;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Place;

/** Finds a synthetic person by number: {@code p000042}, {@code p42} or {@code 42}. */
public final class PersonSource implements PaletteSource {
    private static final Pattern PERSON = Pattern.compile("[pP]?([0-9]{1,6})");

    private final DocumentPlaces places;
    private final Navigator navigator;

    public PersonSource(DocumentPlaces places, Navigator navigator) {
        this.places = places;
        this.navigator = navigator;
    }

    @Override
    public Finder capture() {
        return query -> {
            Matcher matcher = PERSON.matcher(query);
            if (!matcher.matches()) {
                return List.of();
            }
            String id = String.format(Locale.ROOT, "p%06d", Integer.parseInt(matcher.group(1)));
            return places.of(Place.of("data", id))
                    .map(place -> List.of(new PaletteEntry(
                            Feather.USER,
                            "Person",
                            "Person " + id,
                            "consents, events, features",
                            true,
                            () -> navigator.go(place))))
                    .orElse(List.of());
        };
    }
}
