package org.wayleave.policy.pack;

import java.util.List;
import org.wayleave.policy.rego.Annotation;
import org.wayleave.policy.rego.RegoOutline;

/**
 * One Rego file of a pack.
 *
 * @param name the file's name, such as {@code consent.rego}
 * @param text the Rego text
 * @param outline what can be read from it
 */
public record PackFile(String name, String text, RegoOutline outline) {

    /** Reads the outline of a file. */
    public static PackFile of(String name, String text) {
        return new PackFile(name, text, RegoOutline.read(text));
    }

    /** The title from the annotation of the package, or the file's name. */
    public String title() {
        return outline.packageAnnotation()
                .map(Annotation::title)
                .filter(title -> !title.isEmpty())
                .orElse(name);
    }

    /** The description from the annotation of the package, or empty text. */
    public String description() {
        return outline.packageAnnotation().map(Annotation::description).orElse("");
    }

    /** Whether the file holds unit tests or what they need; such files are no part of the plan. */
    public boolean isTest() {
        return name.endsWith("_test.rego");
    }

    /** The rules that carry a rule id, in the order of the file. */
    public List<RuleInfo> rules() {
        return outline.annotations().stream()
                .flatMap(annotation -> annotation.custom("rule").stream()
                        .map(id -> new RuleInfo(
                                id, annotation.title(), annotation.description(), name, annotation.line())))
                .toList();
    }
}
