package org.wayleave.data.ui.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.wayleave.data.AgeBand;
import org.wayleave.data.Category;
import org.wayleave.data.Country;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.Channel;
import org.wayleave.data.catalogue.Purpose;
import org.wayleave.data.catalogue.Topic;
import org.wayleave.data.consent.Dimension;

/** How ids, times and figures are said on the page. */
public final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private Words() {}

    /** Such as "35–44", "under 16" or "65 and over". */
    public static String ageBand(AgeBand band) {
        return band.title();
    }

    /** Such as "24 Nov 2026", in UTC. */
    public static String day(long epochMilli) {
        return DAY.format(Instant.ofEpochMilli(epochMilli).atZone(ZoneOffset.UTC));
    }

    /** Such as "24 Nov 2026, 18:05" on the clocks of a zone. */
    public static String minute(long epochMilli, ZoneId zone) {
        return MINUTE.format(Instant.ofEpochMilli(epochMilli).atZone(zone));
    }

    /** Such as "100,000". */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Such as "1 person" or "20 people". */
    public static String people(long number) {
        return number == 1 ? "1 person" : count(number) + " people";
    }

    /** A number without needless digits, such as "0.4" or "120". */
    public static String number(double value) {
        return value == Math.rint(value)
                ? count((long) value)
                : String.format(Locale.ROOT, "%,.2f", value).replaceAll("0+$", "");
    }

    /** One of a unit such as "categories" or "days": "category", "day"; a unit that is no plural stays as it is. */
    static String one(String unit) {
        return unit.endsWith("ies")
                ? unit.substring(0, unit.length() - 3) + "y"
                : unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    }

    /** An id such as "preference-centre" as words: "Preference centre". */
    public static String title(String id) {
        String words = id.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The title of a country, such as "France". */
    public static String country(Recipe recipe, String code) {
        return recipe.countries().stream()
                .filter(country -> country.code().equals(code))
                .map(Country::title)
                .findFirst()
                .orElse(code);
    }

    /** The title of a product category; empty for position -1. */
    public static String category(Recipe recipe, int position) {
        return position < 0 ? "" : recipe.categories().get(position).title();
    }

    /** The title of a product category by its id. */
    public static String category(Recipe recipe, String id) {
        return recipe.categories().stream()
                .filter(category -> category.id().equals(id))
                .map(Category::title)
                .findFirst()
                .orElse(id);
    }

    /** The title of a channel, purpose or topic; its id in words where the catalogue has none. */
    public static String consent(Catalogue catalogue, Dimension dimension, String id) {
        return switch (dimension) {
            case CHANNEL -> {
                Channel channel = catalogue.channels().get(id);
                yield channel == null ? title(id) : channel.title();
            }
            case PURPOSE -> {
                Purpose purpose = catalogue.purposes().get(id);
                yield purpose == null ? title(id) : purpose.title();
            }
            case CATEGORY -> {
                Topic topic = catalogue.topics().get(id);
                yield topic == null ? title(id) : topic.title();
            }
        };
    }

    /** Whether a person must have agreed; true where the catalogue does not know the channel, purpose or topic. */
    public static boolean needsConsent(Catalogue catalogue, Dimension dimension, String id) {
        return switch (dimension) {
            case CHANNEL -> {
                Channel channel = catalogue.channels().get(id);
                yield channel == null || channel.consentRequired();
            }
            case PURPOSE -> {
                Purpose purpose = catalogue.purposes().get(id);
                yield purpose == null || purpose.consentRequired();
            }
            case CATEGORY -> {
                Topic topic = catalogue.topics().get(id);
                yield topic == null || topic.consentRequired();
            }
        };
    }

    /** What a dimension is called: "Channel", "Purpose" or "Topic". */
    public static String dimension(Dimension dimension) {
        return switch (dimension) {
            case CHANNEL -> "Channel";
            case PURPOSE -> "Purpose";
            case CATEGORY -> "Topic";
        };
    }

    /** The titles of some ids, joined by commas. */
    public static String titles(Map<String, String> titles, Iterable<String> ids) {
        StringBuilder text = new StringBuilder();
        for (String id : ids) {
            text.append(text.isEmpty() ? "" : ", ").append(titles.getOrDefault(id, title(id)));
        }
        return text.toString();
    }
}
