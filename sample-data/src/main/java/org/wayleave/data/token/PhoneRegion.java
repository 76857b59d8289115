package org.wayleave.data.token;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How phone numbers are written inside a country, by the numbering plans of ITU-T E.164 and E.129.
 *
 * @param callingCode digits after the plus
 * @param trunk prefix dialled only inside the country, empty where there is none or where it belongs to the number
 */
public record PhoneRegion(String callingCode, String trunk) {
    private static final Map<String, PhoneRegion> BY_COUNTRY = Map.ofEntries(
            Map.entry("AT", new PhoneRegion("43", "0")),
            Map.entry("BE", new PhoneRegion("32", "0")),
            Map.entry("CH", new PhoneRegion("41", "0")),
            Map.entry("CA", new PhoneRegion("1", "1")),
            Map.entry("CZ", new PhoneRegion("420", "")),
            Map.entry("DE", new PhoneRegion("49", "0")),
            Map.entry("DK", new PhoneRegion("45", "")),
            Map.entry("ES", new PhoneRegion("34", "")),
            Map.entry("FI", new PhoneRegion("358", "0")),
            Map.entry("FR", new PhoneRegion("33", "0")),
            Map.entry("GB", new PhoneRegion("44", "0")),
            Map.entry("IE", new PhoneRegion("353", "0")),
            Map.entry("IT", new PhoneRegion("39", "")),
            Map.entry("LU", new PhoneRegion("352", "")),
            Map.entry("NL", new PhoneRegion("31", "0")),
            Map.entry("NO", new PhoneRegion("47", "")),
            Map.entry("PL", new PhoneRegion("48", "")),
            Map.entry("PT", new PhoneRegion("351", "")),
            Map.entry("SE", new PhoneRegion("46", "0")),
            Map.entry("US", new PhoneRegion("1", "1")));

    /** Returns the plan of a country by its ISO 3166 code, null if it is not known. */
    public static @Nullable PhoneRegion of(String country) {
        return BY_COUNTRY.get(country);
    }
}
