package org.wayleave.data.consent.tcf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decodes consent strings of version 2 by the bit layout that IAB Tech Lab publishes ("Consent string and vendor list formats
 * v2"). Any input ends in a string that fits or in one {@link TcfException}; the work is bounded by the length of the input and the
 * number of vendors that can exist.
 */
public final class TcStringDecoder {
    /** Longest text accepted; all vendors in all ranges fit well below. */
    public static final int LONGEST = 200_000;

    private static final int PURPOSES = 24;
    private static final int SPECIAL_FEATURES = 12;
    private static final int MOST_EXPANDED = 1_000_000;

    private static final List<TcString.Restriction> RESTRICTIONS = List.of(
            TcString.Restriction.NOT_ALLOWED,
            TcString.Restriction.NEEDS_CONSENT,
            TcString.Restriction.NEEDS_LEGITIMATE_INTEREST);

    private int expanded;

    private TcStringDecoder() {}

    /**
     * Decodes a string.
     *
     * @throws TcfException if it is no consent string of version 2; with the segment and bit where that shows
     */
    public static TcString decode(String text) throws TcfException {
        String trimmed = text.strip();
        if (trimmed.length() > LONGEST) {
            throw new TcfException(
                    TcfException.Problem.TOO_LONG, 1, 0, "the string is longer than " + LONGEST + " characters");
        }
        return new TcStringDecoder().segments(trimmed.split("\\.", -1));
    }

    private TcString segments(String[] segments) throws TcfException {
        TcString.Core core = core(new BitReader(segments[0], 1));
        Set<Integer> disclosed = null;
        Set<Integer> allowed = null;
        TcString.PublisherConsents publisher = null;
        Set<Integer> seen = new HashSet<>();
        for (int i = 1; i < segments.length; i++) {
            BitReader bits = new BitReader(segments[i], i + 1);
            int type = bits.whole(3, "SegmentType");
            if (!seen.add(type)) {
                throw bits.wrong(
                        TcfException.Problem.WRONG_SEGMENT, 0, "there is a second segment of the type " + type);
            }
            switch (type) {
                case 1 -> disclosed = vendors(bits, "DisclosedVendors");
                case 2 -> allowed = vendors(bits, "AllowedVendors");
                case 3 -> publisher = publisher(bits);
                default ->
                    throw bits.wrong(
                            TcfException.Problem.WRONG_SEGMENT, 0, "segments of the type " + type + " do not exist");
            }
            bits.end();
        }
        return new TcString(core, disclosed, allowed, publisher);
    }

    private TcString.Core core(BitReader bits) throws TcfException {
        int version = bits.whole(6, "Version");
        if (version != 2) {
            throw bits.wrong(
                    TcfException.Problem.WRONG_VERSION,
                    0,
                    "this is a string of version " + version + "; only version 2 can be decoded");
        }
        Instant created = bits.time("Created");
        Instant updated = bits.time("LastUpdated");
        int cmpId = bits.whole(12, "CmpId");
        int cmpVersion = bits.whole(12, "CmpVersion");
        int screen = bits.whole(6, "ConsentScreen");
        String language = bits.letters("ConsentLanguage");
        int listVersion = bits.whole(12, "VendorListVersion");
        int policyVersion = bits.whole(6, "TcfPolicyVersion");
        boolean serviceSpecific = bits.flag("IsServiceSpecific");
        boolean nonStandard = bits.flag("UseNonStandardTexts");
        Set<Integer> features = bits.set(SPECIAL_FEATURES, "SpecialFeatureOptIns");
        Set<Integer> consents = bits.set(PURPOSES, "PurposesConsent");
        Set<Integer> interests = bits.set(PURPOSES, "PurposesLITransparency");
        boolean purposeOne = bits.flag("PurposeOneTreatment");
        String country = bits.letters("PublisherCC");
        Set<Integer> vendorConsents = vendors(bits, "VendorConsent");
        Set<Integer> vendorInterests = vendors(bits, "VendorLegitimateInterest");
        List<TcString.PublisherRestriction> restrictions = restrictions(bits);
        bits.end();
        return new TcString.Core(
                created,
                updated,
                cmpId,
                cmpVersion,
                screen,
                language,
                listVersion,
                policyVersion,
                serviceSpecific,
                nonStandard,
                features,
                consents,
                interests,
                purposeOne,
                country,
                vendorConsents,
                vendorInterests,
                restrictions);
    }

    private Set<Integer> vendors(BitReader bits, String section) throws TcfException {
        int most = bits.whole(16, section + ".MaxVendorId");
        if (bits.flag(section + ".IsRangeEncoding")) {
            return ranges(bits, section, most);
        }
        expanded(bits, most);
        return bits.set(most, section + ".BitField");
    }

    private Set<Integer> ranges(BitReader bits, String section, @Nullable Integer most) throws TcfException {
        int entries = bits.whole(12, section + ".NumEntries");
        Set<Integer> vendors = new TreeSet<>();
        for (int i = 1; i <= entries; i++) {
            int at = bits.position();
            String entry = section + ".RangeEntry " + i;
            boolean range = bits.flag(entry + ".IsARange");
            int first = bits.whole(16, entry + ".StartOrOnlyVendorId");
            int last = range ? bits.whole(16, entry + ".EndVendorId") : first;
            if (first == 0 || last < first || (most != null && last > most)) {
                throw bits.wrong(
                        TcfException.Problem.WRONG_RANGE,
                        at,
                        entry + " goes from " + first + " to " + last
                                + (most == null ? "" : ", the greatest vendor being " + most));
            }
            expanded(bits, last - first + 1);
            for (int vendor = first; vendor <= last; vendor++) {
                vendors.add(vendor);
            }
        }
        return vendors;
    }

    private List<TcString.PublisherRestriction> restrictions(BitReader bits) throws TcfException {
        int count = bits.whole(12, "NumPubRestrictions");
        List<TcString.PublisherRestriction> restrictions = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            int at = bits.position();
            String entry = "PubRestriction " + i;
            int purpose = bits.whole(6, entry + ".PurposeId");
            int type = bits.whole(2, entry + ".RestrictionType");
            if (purpose == 0 || purpose > PURPOSES || type >= RESTRICTIONS.size()) {
                throw bits.wrong(
                        TcfException.Problem.IMPOSSIBLE_VALUE,
                        at,
                        entry + " is of purpose " + purpose + " and type " + type
                                + "; purposes go from 1 to 24, types from 0 to 2");
            }
            restrictions.add(
                    new TcString.PublisherRestriction(purpose, RESTRICTIONS.get(type), ranges(bits, entry, null)));
        }
        return restrictions;
    }

    private static TcString.PublisherConsents publisher(BitReader bits) throws TcfException {
        Set<Integer> consents = bits.set(PURPOSES, "PubPurposesConsent");
        Set<Integer> interests = bits.set(PURPOSES, "PubPurposesLITransparency");
        int custom = bits.whole(6, "NumCustomPurposes");
        return new TcString.PublisherConsents(
                consents,
                interests,
                custom,
                bits.set(custom, "CustomPurposesConsent"),
                bits.set(custom, "CustomPurposesLITransparency"));
    }

    /** Counts vendors over the whole string, so that no short text makes a long work. */
    private void expanded(BitReader bits, int vendors) throws TcfException {
        expanded += vendors;
        if (expanded > MOST_EXPANDED) {
            throw bits.wrong(
                    TcfException.Problem.TOO_MANY_VENDORS,
                    bits.position(),
                    "the ranges name more than " + MOST_EXPANDED + " vendors in all");
        }
    }
}
