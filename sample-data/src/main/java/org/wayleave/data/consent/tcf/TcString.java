package org.wayleave.data.consent.tcf;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A decoded consent string.
 *
 * @param disclosedVendors ids of the vendors that were shown to the person; null if the string has no such segment, which version
 *     2.3 of the framework demands
 * @param allowedVendors ids of vendors that may use other legal bases; null unless an old string has that segment
 * @param publisher the publisher's own consents; null if the string has no such segment
 */
public record TcString(
        Core core,
        @Nullable Set<Integer> disclosedVendors,
        @Nullable Set<Integer> allowedVendors,
        @Nullable PublisherConsents publisher) {
    /** Sorts the sets. */
    public TcString {
        disclosedVendors = disclosedVendors == null ? null : sorted(disclosedVendors);
        allowedVendors = allowedVendors == null ? null : sorted(allowedVendors);
    }

    /**
     * The core segment.
     *
     * @param created when the string was first made, to a tenth of a second
     * @param updated when it was last changed
     * @param cmpId id of the consent management platform
     * @param consentScreen number of the screen on which consent was given
     * @param consentLanguage ISO 639-1, upper case
     * @param vendorListVersion version of the Global Vendor List
     * @param tcfPolicyVersion version of the policies: 2 for 2.0 and 2.1, 4 for 2.2, 5 for 2.3
     * @param serviceSpecific whether it holds for one service rather than a group
     * @param nonStandardTexts whether other texts or stacks than the standard ones were shown
     * @param specialFeatures numbers of the special features opted in to, 1 to 12
     * @param purposeConsents numbers of the purposes consented to, 1 to 24
     * @param purposeInterests numbers of the purposes for which a legitimate interest was shown and not objected to
     * @param purposeOneUndisclosed whether purpose 1 was not shown, as in countries where it needs no consent
     * @param publisherCountry ISO 3166-1 alpha-2
     * @param vendorConsents ids of the vendors consented to
     * @param vendorInterests ids of the vendors whose legitimate interest was shown and not objected to
     */
    public record Core(
            Instant created,
            Instant updated,
            int cmpId,
            int cmpVersion,
            int consentScreen,
            String consentLanguage,
            int vendorListVersion,
            int tcfPolicyVersion,
            boolean serviceSpecific,
            boolean nonStandardTexts,
            Set<Integer> specialFeatures,
            Set<Integer> purposeConsents,
            Set<Integer> purposeInterests,
            boolean purposeOneUndisclosed,
            String publisherCountry,
            Set<Integer> vendorConsents,
            Set<Integer> vendorInterests,
            List<PublisherRestriction> restrictions) {
        /** Sorts the sets and copies the list. */
        public Core {
            specialFeatures = sorted(specialFeatures);
            purposeConsents = sorted(purposeConsents);
            purposeInterests = sorted(purposeInterests);
            vendorConsents = sorted(vendorConsents);
            vendorInterests = sorted(vendorInterests);
            restrictions = List.copyOf(restrictions);
        }
    }

    /** What a publisher demands of some vendors for a purpose. */
    public record PublisherRestriction(int purpose, Restriction restriction, Set<Integer> vendors) {
        /** Sorts the vendors. */
        public PublisherRestriction {
            vendors = sorted(vendors);
        }
    }

    /** Kinds of publisher restrictions, in the order of their codes. */
    public enum Restriction {
        NOT_ALLOWED("not allowed"),
        NEEDS_CONSENT("needs consent"),
        NEEDS_LEGITIMATE_INTEREST("needs legitimate interest");

        private final String words;

        Restriction(String words) {
            this.words = words;
        }

        /** Returns it in words. */
        public String words() {
            return words;
        }
    }

    /**
     * The publisher's own consents.
     *
     * @param customConsents numbers of the publisher's own purposes consented to
     */
    public record PublisherConsents(
            Set<Integer> purposeConsents,
            Set<Integer> purposeInterests,
            int customPurposes,
            Set<Integer> customConsents,
            Set<Integer> customInterests) {
        /** Sorts the sets. */
        public PublisherConsents {
            purposeConsents = sorted(purposeConsents);
            purposeInterests = sorted(purposeInterests);
            customConsents = sorted(customConsents);
            customInterests = sorted(customInterests);
        }
    }

    /** Returns the version of the framework that the policies belong to, e.g. "2.2"; "2.x" for one that is not known. */
    public String frameworkVersion() {
        return switch (core.tcfPolicyVersion()) {
            case 2 -> "2.0";
            case 3 -> "2.1";
            case 4 -> "2.2";
            case 5 -> "2.3";
            default -> "2.x";
        };
    }

    /** Returns whether a vendor may rely on consent for a purpose, restrictions of the publisher included. */
    public boolean consentFor(int vendor, int purpose) {
        return core.purposeConsents().contains(purpose)
                && core.vendorConsents().contains(vendor)
                && core.restrictions().stream()
                        .noneMatch(restriction -> restriction.purpose() == purpose
                                && restriction.vendors().contains(vendor)
                                && restriction.restriction() != Restriction.NEEDS_CONSENT);
    }

    private static Set<Integer> sorted(Set<Integer> set) {
        return Collections.unmodifiableSet(new TreeSet<>(set));
    }
}
