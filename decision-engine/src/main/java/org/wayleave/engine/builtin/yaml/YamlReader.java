package org.wayleave.engine.builtin.yaml;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoValue;

/**
 * Values from YAML: the first document, keys as strings, merge keys followed, the last of two equal keys kept. Aliases
 * are expanded up to the share of a document that Go's {@code yaml.v3} allows, so that few lines cannot fill memory.
 */
public final class YamlReader {
    private static final int FREE_ALIASES = 100;
    private static final int FREE_NODES = 1_000;
    private static final int SMALL = 400_000;
    private static final int LARGE = 4_000_000;

    private final Set<YamlNode> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;
    private int aliased;
    private int aliasDepth;

    private YamlReader() {}

    /**
     * The value of the first document; null where there is none.
     *
     * @throws BuiltinException when the text is no YAML, or holds what JSON cannot
     */
    public static RegoValue read(String text) {
        YamlNode root = YamlParser.parse(text);
        return root == null ? RegoNull.NULL : new YamlReader().value(root);
    }

    private RegoValue value(YamlNode node) {
        count();
        return switch (node) {
            case YamlNode.Alias alias -> aliased(alias);
            case YamlNode.Scalar scalar -> {
                RegoValue value = YamlScalars.resolve(scalar).value();
                if (value == null) {
                    throw failed("json: unsupported value: " + scalar.value());
                }
                yield value;
            }
            case YamlNode.Sequence sequence -> {
                List<RegoValue> items = new ArrayList<>();
                for (YamlNode item : sequence.items()) {
                    items.add(value(item));
                }
                yield RegoArray.of(items);
            }
            case YamlNode.Mapping mapping -> {
                Map<String, RegoValue> fields = new HashMap<>();
                fill(mapping, fields, new HashSet<>(), false);
                RegoObject.Builder object = RegoObject.builder();
                fields.forEach(object::put);
                yield object.build();
            }
        };
    }

    private void count() {
        nodes++;
        if (aliasDepth > 0) {
            aliased++;
        }
        if (aliased > FREE_ALIASES && nodes > FREE_NODES && (double) aliased / nodes > allowedShare(nodes)) {
            throw failed("yaml: document contains excessive aliasing");
        }
    }

    /** 99 of 100 nodes of a small document may come from aliases, 10 of a large one. */
    private static double allowedShare(int nodes) {
        if (nodes <= SMALL) {
            return 0.99;
        }
        return nodes >= LARGE ? 0.10 : 0.99 - 0.89 * (nodes - SMALL) / (LARGE - SMALL);
    }

    private void enter(YamlNode.Alias alias) {
        if (!open.add(alias)) {
            throw failed("yaml: anchor '" + alias.name() + "' value contains itself");
        }
        aliasDepth++;
    }

    private void leave(YamlNode.Alias alias) {
        aliasDepth--;
        open.remove(alias);
    }

    private RegoValue aliased(YamlNode.Alias alias) {
        enter(alias);
        RegoValue value = value(alias.target());
        leave(alias);
        return value;
    }

    /**
     * Puts a mapping's entries.
     *
     * @param taken keys that an earlier mapping of a merge has; the entries' own are added
     * @param merged whether taken keys keep their values
     */
    private void fill(YamlNode.Mapping mapping, Map<String, RegoValue> fields, Set<String> taken, boolean merged) {
        List<YamlNode> merges = new ArrayList<>();
        Map<String, YamlNode> own = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (int i = 0; i < mapping.keys().size(); i++) {
            YamlNode key = mapping.keys().get(i);
            if (key instanceof YamlNode.Scalar scalar && scalar.isMerge()) {
                if (mapping.values().get(i) instanceof YamlNode.Sequence several) {
                    merges.addAll(several.items());
                } else {
                    merges.add(mapping.values().get(i));
                }
                continue;
            }
            String name = key(key);
            if (own.put(name, mapping.values().get(i)) == null) {
                order.add(name);
            }
        }
        for (String name : order) {
            YamlNode value = own.get(name);
            if (value != null && !(merged && taken.contains(name))) {
                fields.put(name, value(value));
            }
        }
        taken.addAll(order);
        for (YamlNode merge : merges) {
            merge(merge, fields, taken);
        }
    }

    private void merge(YamlNode merge, Map<String, RegoValue> fields, Set<String> taken) {
        YamlNode target = merge instanceof YamlNode.Alias alias ? alias.target() : merge;
        if (!(target instanceof YamlNode.Mapping mapping)) {
            throw failed("yaml: map merge requires map or sequence of maps as the value");
        }
        if (merge instanceof YamlNode.Alias alias) {
            enter(alias);
            count();
            fill(mapping, fields, taken, true);
            leave(alias);
        } else {
            count();
            fill(mapping, fields, taken, true);
        }
    }

    private String key(YamlNode node) {
        count();
        YamlNode key = node instanceof YamlNode.Alias alias ? alias.target() : node;
        if (!(key instanceof YamlNode.Scalar scalar)) {
            throw failed("yaml: invalid map key");
        }
        @Nullable String name = YamlScalars.resolve(scalar).key();
        if (name == null) {
            throw failed("unsupported map key of type: null");
        }
        return name;
    }
}
