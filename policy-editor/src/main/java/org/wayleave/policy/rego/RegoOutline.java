package org.wayleave.policy.rego;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The package, the annotations and the tests of one Rego file, read line by line.
 *
 * <p>Annotations are comment blocks that start with {@code # METADATA}; the comment lines below hold YAML. A block whose YAML
 * cannot be read is left out: OPA reports it when the file is checked.
 *
 * @param packageName the dotted package, empty when the file declares none
 * @param annotations the annotations in the order of the file
 * @param tests the names of rules that start with {@code test_}, in the order of the file
 */
public record RegoOutline(String packageName, List<Annotation> annotations, List<String> tests) {

    private static final Pattern PACKAGE = Pattern.compile("^package\\s+([\\w.\\[\\]\"-]+)");
    private static final Pattern TEST = Pattern.compile("^(test_\\w+)\\b");
    private static final Pattern START = Pattern.compile("^#\\s*METADATA\\s*$");

    /** Largest annotation read, in characters. */
    private static final int LONGEST_BLOCK = 64 * 1024;

    /** Copies the lists. */
    public RegoOutline {
        annotations = List.copyOf(annotations);
        tests = List.copyOf(tests);
    }

    /** Reads the text of a file. Never fails: what cannot be understood is left out. */
    public static RegoOutline read(String text) {
        String packageName = "";
        List<Annotation> annotations = new ArrayList<>();
        List<String> tests = new ArrayList<>();
        StringBuilder block = null;
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (START.matcher(line).matches()) {
                block = new StringBuilder();
                continue;
            }
            if (line.startsWith("#")) {
                if (block != null) {
                    block.append(line.length() > 1 && line.charAt(1) == ' ' ? line.substring(2) : line.substring(1))
                            .append('\n');
                }
                continue;
            }
            if (line.isBlank()) {
                continue;
            }
            Matcher declared = PACKAGE.matcher(line);
            boolean isPackage = declared.find();
            if (isPackage && packageName.isEmpty()) {
                packageName = declared.group(1);
            }
            Matcher test = TEST.matcher(line);
            if (test.find()) {
                tests.add(test.group(1));
            }
            if (block != null) {
                Annotation.Target target = isPackage ? Annotation.Target.PACKAGE : Annotation.Target.RULE;
                parse(block.toString(), target, i + 1).ifPresent(annotations::add);
                block = null;
            }
        }
        return new RegoOutline(packageName, annotations, tests);
    }

    /** The annotation of the package, when the file has one. */
    public Optional<Annotation> packageAnnotation() {
        return annotations.stream()
                .filter(annotation -> annotation.target() == Annotation.Target.PACKAGE)
                .findFirst();
    }

    private static Optional<Annotation> parse(String yaml, Annotation.Target target, int line) {
        if (yaml.length() > LONGEST_BLOCK) {
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(LONGEST_BLOCK)
                .setMaxAliasesForCollections(0)
                .setAllowDuplicateKeys(false)
                .build();
        try {
            if (new Load(settings).loadFromString(yaml) instanceof Map<?, ?> map) {
                return Optional.of(new Annotation(
                        target, scalar(map.get("title")), scalar(map.get("description")), custom(map), line));
            }
            return Optional.empty();
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> custom(Map<?, ?> annotation) {
        Map<String, String> found = new LinkedHashMap<>();
        if (annotation.get("custom") instanceof Map<?, ?> custom) {
            custom.forEach((key, value) -> {
                if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                    found.put(String.valueOf(key), scalar(value));
                }
            });
        }
        return found;
    }

    private static String scalar(@Nullable Object value) {
        return value == null ? "" : value.toString().strip();
    }
}
