package org.wayleave.engine.differential.call;

import java.util.List;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Moments, zones, layouts and durations. */
final class TimeCalls implements CallFamily {
    private static final List<String> MOMENTS = List.of(
            "0",
            "1577836800000000000",
            "951782400123456789",
            "-1",
            "-1000000000",
            "1603584000000000000",
            "1616893200000000000",
            "4102444800000000000",
            "9223372036854775807",
            "-9223372036854775808",
            "-6795364578871345152",
            "1.5",
            "1e18",
            "253402300800000000000",
            "1709164800000000001",
            "1582934400000000000");
    private static final List<String> ZONES = List.of(
            "",
            "UTC",
            "Local",
            "Europe/Berlin",
            "America/New_York",
            "Asia/Kolkata",
            "Australia/Lord_Howe",
            "America/Sao_Paulo",
            "Etc/GMT+5",
            "No/Where",
            "Africa/Monrovia",
            "Pacific/Apia",
            "GMT",
            "US/Pacific",
            "../x");
    private static final List<String> LAYOUTS = List.of(
            "RFC3339",
            "RFC3339Nano",
            "RFC1123",
            "RFC1123Z",
            "RFC822",
            "RFC822Z",
            "RFC850",
            "ANSIC",
            "UnixDate",
            "RubyDate",
            "Kitchen",
            "Stamp",
            "StampMilli",
            "StampMicro",
            "StampNano",
            "DateTime",
            "DateOnly",
            "TimeOnly",
            "Layout");
    private static final List<String> PIECES = List.of(
            "2006",
            "06",
            "01",
            "1",
            "Jan",
            "January",
            "02",
            "2",
            "_2",
            "002",
            "__2",
            "Mon",
            "Monday",
            "15",
            "03",
            "3",
            "04",
            "4",
            "05",
            "5",
            "PM",
            "pm",
            "MST",
            "Z07:00",
            "-0700",
            "-07:00",
            "Z0700",
            "-07",
            "Z07",
            "Z07:00:00",
            "-070000",
            ".000",
            ".999",
            ",000",
            ".000000",
            ".999999999",
            " ",
            "-",
            "/",
            ":",
            "T",
            "x",
            "é",
            "%");
    private static final List<String> TEXTS = List.of(
            "2020-01-02T03:04:05Z",
            "2020-01-02T03:04:05.123456789+05:30",
            "2021-02-29T00:00:00Z",
            "2020-01-02",
            "03:04:05",
            "2020-01-02 03:04:05",
            "Thu, 02 Jan 2020 03:04:05 UTC",
            "Thu Jan  2 03:04:05 2020",
            "3:04PM",
            "02 Jan 20 03:04 CET",
            "Jan  2 03:04:05",
            "Thursday, 02-Jan-20 03:04:05 EST",
            "2020-01-02T24:00:00Z",
            "2020-01-02T03:04:60Z",
            "2020-1-2T3:4:5Z",
            "1677-09-21T00:12:43Z",
            "2262-04-11T23:47:17Z",
            "2020-01-02T03:04:05+25:00",
            "2020-01-02t03:04:05z",
            "",
            "02",
            "2020",
            "2020-01-02T03:04:05,5Z",
            "2020-01-02T03:04:05.Z",
            "9999-12-31T23:59:59Z",
            "0000-01-01T00:00:00Z",
            "12",
            "1.5",
            "PM");
    private static final List<String> UNITS = List.of("ns", "us", "µs", "μs", "ms", "s", "m", "h", "d", "", "H");

    @Override
    public List<String> functions() {
        return List.of(
                "time.format",
                "time.parse_ns",
                "time.parse_rfc3339_ns",
                "time.parse_duration_ns",
                "time.date",
                "time.clock",
                "time.weekday",
                "time.add_date",
                "time.diff");
    }

    @Override
    public List<RegoValue> arguments(String function, Choices choices) {
        return switch (function) {
            case "time.format" -> List.of(formatted(choices));
            case "time.parse_ns" -> List.of(RegoString.of(layout(choices)), RegoString.of(choices.from(TEXTS)));
            case "time.parse_rfc3339_ns" -> List.of(RegoString.of(choices.from(TEXTS)));
            case "time.parse_duration_ns" -> List.of(RegoString.of(duration(choices)));
            case "time.add_date" ->
                List.of(
                        moment(choices),
                        RegoNumber.of(choices.of(0, 1, -1, 4, 100, -400, 1000000)),
                        RegoNumber.of(choices.of(0, 1, -1, 13, -25, 11)),
                        RegoNumber.of(choices.of(0, 1, -1, 31, 366, -1000)));
            case "time.diff" -> List.of(zoned(choices), zoned(choices));
            default -> List.of(zoned(choices));
        };
    }

    private static RegoValue moment(Choices choices) {
        return RegoJson.parse(choices.from(MOMENTS));
    }

    private static RegoValue zoned(Choices choices) {
        return choices.oneIn(2)
                ? moment(choices)
                : RegoArray.of(List.of(moment(choices), RegoString.of(choices.from(ZONES))));
    }

    private static RegoValue formatted(Choices choices) {
        return choices.oneIn(4)
                ? zoned(choices)
                : RegoArray.of(
                        List.of(moment(choices), RegoString.of(choices.from(ZONES)), RegoString.of(layout(choices))));
    }

    private static String layout(Choices choices) {
        return choices.oneIn(2) ? choices.from(LAYOUTS) : choices.joined(8, PIECES);
    }

    private static String duration(Choices choices) {
        return choices.of("", "", "-", "+")
                + choices.joined(
                        1,
                        3,
                        () -> choices.of(
                                        "1",
                                        "0",
                                        "2.5",
                                        ".5",
                                        "100",
                                        "1.",
                                        "9223372036854775807",
                                        ".",
                                        "0.000000001",
                                        "1e3")
                                + choices.from(UNITS));
    }
}
