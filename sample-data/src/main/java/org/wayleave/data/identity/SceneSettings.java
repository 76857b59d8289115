package org.wayleave.data.identity;

/**
 * What households, devices and cards of simulated people are like; declared in a document. Shares are 0 to 1.
 *
 * @param days days of events before the moment of observation
 * @param householdSizes share of households by size, from one person on
 * @param eventsPerPerson mean number of events of a person
 * @param loginShare share of people with a login and a customer number
 * @param cardShare share of people with a loyalty card
 * @param secondDeviceShare share of people with a second installation of their own
 * @param sharedTabletShare share of households of two or more with a tablet that all use
 * @param sharedCardShare share of households of two or more in which all show one card
 * @param phoneChangedShare share of people who change their phone in that time
 * @param phonePassedOnShare share of changed phones that another person of the household goes on using
 * @param signedInShare share of app events while signed in
 * @param tabletUseShare share of app events on the household's tablet where there is one
 * @param orderShare share of signed-in events that carry the customer number
 * @param cardUseShare share of events at which a card is shown or typed
 * @param mistypedShare share of typed cards with a mistake
 * @param mistypedHitsShare share of mistakes that hit the number of another card
 * @param foreignDeviceShare share of app events on a device of somebody of another household
 */
@SuppressWarnings("ArrayRecordComponent") // shares read in loops over households; never compared
public record SceneSettings(
        String id,
        int version,
        int days,
        double[] householdSizes,
        double eventsPerPerson,
        double loginShare,
        double cardShare,
        double secondDeviceShare,
        double sharedTabletShare,
        double sharedCardShare,
        double phoneChangedShare,
        double phonePassedOnShare,
        double signedInShare,
        double tabletUseShare,
        double orderShare,
        double cardUseShare,
        double mistypedShare,
        double mistypedHitsShare,
        double foreignDeviceShare) {

    /** Returns the settings that come with the program. */
    public static SceneSettings bundled() {
        return read(DocumentNode.resource("scene.json"));
    }

    /**
     * Reads settings.
     *
     * @throws IdentityRulesException if the document lacks something, holds what is not known, or a value is out of range
     */
    public static SceneSettings read(String json) {
        DocumentNode root = DocumentNode.parse(json);
        root.text("title");
        SceneSettings read = new SceneSettings(
                root.text("id"),
                root.integer("version", 1, 1_000_000),
                root.integer("days", 1, 3650),
                root.shares("householdSizes"),
                root.number("eventsPerPerson", 0, 500),
                share(root, "loginShare"),
                share(root, "cardShare"),
                share(root, "secondDeviceShare"),
                share(root, "sharedTabletShare"),
                share(root, "sharedCardShare"),
                share(root, "phoneChangedShare"),
                share(root, "phonePassedOnShare"),
                share(root, "signedInShare"),
                share(root, "tabletUseShare"),
                share(root, "orderShare"),
                share(root, "cardUseShare"),
                share(root, "mistypedShare"),
                share(root, "mistypedHitsShare"),
                share(root, "foreignDeviceShare"));
        root.nothingElse();
        return read;
    }

    private static double share(DocumentNode root, String name) {
        return root.number(name, 0, 1);
    }
}
