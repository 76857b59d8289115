package org.wayleave.data.consent.tcf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes consent strings for round trips; ranges or bit fields as the test says. */
final class TcStringEncoder {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final StringBuilder bits = new StringBuilder();
    private final boolean ranges;

    private TcStringEncoder(boolean ranges) {
        this.ranges = ranges;
    }

    static String encode(TcString string, boolean ranges) {
        List<String> segments = new ArrayList<>();
        segments.add(core(string.core(), ranges));
        Set<Integer> disclosed = string.disclosedVendors();
        if (disclosed != null) {
            TcStringEncoder segment = new TcStringEncoder(ranges);
            segment.number(1, 3);
            segment.vendors(disclosed);
            segments.add(segment.text());
        }
        TcString.PublisherConsents publisher = string.publisher();
        if (publisher != null) {
            TcStringEncoder segment = new TcStringEncoder(ranges);
            segment.number(3, 3);
            segment.set(publisher.purposeConsents(), 24);
            segment.set(publisher.purposeInterests(), 24);
            segment.number(publisher.customPurposes(), 6);
            segment.set(publisher.customConsents(), publisher.customPurposes());
            segment.set(publisher.customInterests(), publisher.customPurposes());
            segments.add(segment.text());
        }
        return String.join(".", segments);
    }

    private static String core(TcString.Core core, boolean ranges) {
        TcStringEncoder to = new TcStringEncoder(ranges);
        to.number(2, 6);
        to.number(core.created().toEpochMilli() / 100, 36);
        to.number(core.updated().toEpochMilli() / 100, 36);
        to.number(core.cmpId(), 12);
        to.number(core.cmpVersion(), 12);
        to.number(core.consentScreen(), 6);
        to.letters(core.consentLanguage());
        to.number(core.vendorListVersion(), 12);
        to.number(core.tcfPolicyVersion(), 6);
        to.number(core.serviceSpecific() ? 1 : 0, 1);
        to.number(core.nonStandardTexts() ? 1 : 0, 1);
        to.set(core.specialFeatures(), 12);
        to.set(core.purposeConsents(), 24);
        to.set(core.purposeInterests(), 24);
        to.number(core.purposeOneUndisclosed() ? 1 : 0, 1);
        to.letters(core.publisherCountry());
        to.vendors(core.vendorConsents());
        to.vendors(core.vendorInterests());
        to.number(core.restrictions().size(), 12);
        for (TcString.PublisherRestriction restriction : core.restrictions()) {
            to.number(restriction.purpose(), 6);
            to.number(List.of(TcString.Restriction.values()).indexOf(restriction.restriction()), 2);
            to.ranges(restriction.vendors());
        }
        return to.text();
    }

    private void vendors(Set<Integer> vendors) {
        int most = vendors.stream().mapToInt(Integer::intValue).max().orElse(0);
        number(most, 16);
        number(ranges ? 1 : 0, 1);
        if (ranges) {
            ranges(vendors);
        } else {
            set(vendors, most);
        }
    }

    private void ranges(Set<Integer> vendors) {
        List<int[]> runs = new ArrayList<>();
        for (int vendor : new TreeSet<>(vendors)) {
            if (!runs.isEmpty() && runs.getLast()[1] == vendor - 1) {
                runs.getLast()[1] = vendor;
            } else {
                runs.add(new int[] {vendor, vendor});
            }
        }
        number(runs.size(), 12);
        for (int[] run : runs) {
            boolean range = run[0] != run[1];
            number(range ? 1 : 0, 1);
            number(run[0], 16);
            if (range) {
                number(run[1], 16);
            }
        }
    }

    private void set(Set<Integer> set, int size) {
        for (int i = 1; i <= size; i++) {
            number(set.contains(i) ? 1 : 0, 1);
        }
    }

    private void letters(String letters) {
        letters.chars().forEach(letter -> number(letter - 'A', 6));
    }

    private void number(long value, int size) {
        for (int i = size - 1; i >= 0; i--) {
            bits.append(value >> i & 1);
        }
    }

    private String text() {
        StringBuilder padded = new StringBuilder(bits);
        while (padded.length() % 24 != 0) {
            padded.append('0');
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < padded.length(); i += 6) {
            text.append(ALPHABET.charAt(Integer.parseInt(padded.substring(i, i + 6), 2)));
        }
        return text.toString();
    }
}
