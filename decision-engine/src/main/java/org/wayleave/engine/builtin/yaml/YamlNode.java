package org.wayleave.engine.builtin.yaml;

import java.util.ArrayList;
import java.util.List;

/** A node of a YAML document before its tags are resolved. */
sealed interface YamlNode {

    /** A tag without its prefix of YAML's own tags; empty where the document gives none. */
    String tag();

    /** A scalar; {@code plain} when it stands without quotes and not as a block. */
    record Scalar(String tag, String value, boolean plain) implements YamlNode {
        boolean isMerge() {
            return value.equals("<<") && (tag.isEmpty() ? plain : tag.equals("!") || tag.equals("!!merge"));
        }
    }

    /** A sequence, which grows while it is read, since an alias in it may name it. */
    record Sequence(String tag, List<YamlNode> items) implements YamlNode {
        Sequence(String tag) {
            this(tag, new ArrayList<>());
        }
    }

    /** A mapping; keys and values by turns. */
    record Mapping(String tag, List<YamlNode> keys, List<YamlNode> values) implements YamlNode {
        Mapping(String tag) {
            this(tag, new ArrayList<>(), new ArrayList<>());
        }
    }

    /** The node of an anchor once more. */
    record Alias(String name, YamlNode target) implements YamlNode {
        @Override
        public String tag() {
            return target.tag();
        }
    }
}
