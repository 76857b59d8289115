package org.wayleave.policy.pack;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wayleave.engine.Policy;
import org.wayleave.engine.PolicyBundle;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.workspace.json.JsonRecord;

/**
 * A policy as one immutable whole: its Rego files, the plan that OPA compiled from them, and the OPA version that did.
 *
 * @param id the policy document's id
 * @param title the policy's title
 * @param vertical the vertical it is written for, such as {@code retail}
 * @param files the Rego files, sorted by name, unit tests among them
 * @param plan the plan as JSON text, as made by {@code opa build -t plan}
 * @param opaVersion the version of OPA that made the plan
 * @param entrypoints what can be asked, such as {@code wayleave/send}; at least one
 */
public record PolicyPack(
        String id,
        String title,
        String vertical,
        List<PackFile> files,
        String plan,
        String opaVersion,
        List<String> entrypoints) {

    /** The entry point that decides about one action towards one person. */
    public static final String SEND = "wayleave/send";

    /** Most files in a pack. */
    static final int MOST_FILES = 400;

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}\\.rego");

    /**
     * Sorts the files.
     *
     * @throws PolicyPackException when there is no file or entry point, there are too many files, or a file's name is repeated
     *     or is not a plain name that ends in {@code .rego}
     */
    public PolicyPack {
        files = files.stream().sorted(Comparator.comparing(PackFile::name)).toList();
        entrypoints = List.copyOf(entrypoints);
        if (files.isEmpty()) {
            throw new PolicyPackException("The policy " + id + " has no Rego files.");
        }
        if (files.size() > MOST_FILES) {
            throw new PolicyPackException(
                    "The policy " + id + " has " + files.size() + " files; at most " + MOST_FILES + " are read.");
        }
        if (entrypoints.isEmpty()) {
            throw new PolicyPackException("The policy " + id + " has no entry point, such as " + SEND + ".");
        }
        Set<String> names = new HashSet<>();
        for (PackFile file : files) {
            if (!isFileName(file.name())) {
                throw new PolicyPackException("The policy " + id + " has a file named '" + file.name()
                        + "'; a name is letters, digits, - and _ with .rego at the end.");
            }
            if (!names.add(file.name())) {
                throw new PolicyPackException("The policy " + id + " has two files named " + file.name() + ".");
            }
        }
    }

    /** Whether a name may be the name of a file in a pack: plain, without folders, ending in {@code .rego}. */
    public static boolean isFileName(String name) {
        return FILE_NAME.matcher(name).matches();
    }

    /** The verticals for which a pack comes with Wayleave, sorted. */
    public static List<String> verticals() {
        return JsonRecord.bundled(PolicyPack.class, "packs.json").texts("verticals").stream()
                .sorted()
                .toList();
    }

    /**
     * The pack that comes with Wayleave for a vertical.
     *
     * @throws PolicyPackException when there is none
     */
    public static PolicyPack bundled(String vertical) {
        return resources(vertical).read();
    }

    /**
     * A pack from the class path.
     *
     * @param anchor a class in whose package the folder lies
     * @param folder the folder with {@code pack.json}, the Rego files it lists, and {@code plan.json}
     */
    public static PolicyPack resource(Class<?> anchor, String folder) {
        return new PackResources(anchor, folder).read();
    }

    /**
     * The settings document that comes with a vertical's pack, as JSON.
     *
     * @throws PolicyPackException when there is none
     */
    public static String bundledSettings(String vertical) {
        return resources(vertical).text("settings.json");
    }

    /**
     * Reads a policy document.
     *
     * @throws PolicyPackException when the text is not a policy document; the message says which part
     */
    public static PolicyPack fromDocument(String json) {
        return PolicyDocument.read(json);
    }

    /** The pack as a policy document: {@code id, title, vertical, files, plan, opaVersion, entrypoints}. */
    public String documentJson() {
        return PolicyDocument.write(this);
    }

    /** A file by its name. */
    public Optional<PackFile> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** The files that the plan is made from: all but the unit tests. */
    public List<PackFile> sources() {
        return files.stream().filter(file -> !file.isTest()).toList();
    }

    /** What each rule is called and where it stands, in the order of files and lines. */
    public List<RuleInfo> rules() {
        return sources().stream().flatMap(file -> file.rules().stream()).toList();
    }

    /** What a rule id stands for, when a file of this pack says so. */
    public Optional<RuleInfo> rule(String id) {
        return rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /**
     * The engine that decides by this pack.
     *
     * @param catalogueJson the catalogue document, which rules read as {@code data.wayleave.catalogue}
     * @param settingsJson the settings document, which rules read as {@code data.wayleave.settings}
     * @throws org.wayleave.engine.PolicyException when the plan cannot be loaded
     */
    public Policy engine(String catalogueJson, String settingsJson) {
        RegoObject wayleave = RegoObject.builder()
                .put("catalogue", RegoJson.parse(catalogueJson))
                .put("settings", RegoJson.parse(settingsJson))
                .build();
        return Policy.load(PolicyBundle.of(
                plan, RegoObject.builder().put("wayleave", wayleave).build()));
    }

    private static PackResources resources(String vertical) {
        List<String> known = verticals();
        if (!known.contains(vertical)) {
            throw new PolicyPackException("No policy pack comes with Wayleave for the vertical '" + vertical
                    + "', only for " + String.join(", ", known)
                    + ". Import a policy and settings whose vertical is '" + vertical
                    + "', or start from those of one of these.");
        }
        return new PackResources(PolicyPack.class, vertical);
    }
}
