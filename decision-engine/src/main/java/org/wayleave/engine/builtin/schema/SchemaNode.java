package org.wayleave.engine.builtin.schema;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One compiled schema. Filled while it is compiled, since a schema may refer to itself, and not changed afterwards. */
final class SchemaNode {
    final Draft draft;

    /** Whether everything or nothing is valid. */
    @Nullable
    Boolean pass;

    /** The schema that this one stands for. */
    @Nullable
    SchemaNode reference;

    final List<String> types = new ArrayList<>();

    final Map<String, SchemaNode> properties = new LinkedHashMap<>();
    final Map<Pattern, SchemaNode> patternProperties = new LinkedHashMap<>();
    boolean forbidsAdditionalProperties;

    @Nullable
    SchemaNode additionalProperties;

    @Nullable
    SchemaNode propertyNames;

    final List<String> required = new ArrayList<>();
    final Map<String, List<String>> neededProperties = new LinkedHashMap<>();
    final Map<String, SchemaNode> dependentSchemas = new LinkedHashMap<>();

    @Nullable
    Long minProperties;

    @Nullable
    Long maxProperties;

    /** The schema of all items. */
    @Nullable
    SchemaNode items;

    /** The schemas of the first items. */
    final List<SchemaNode> firstItems = new ArrayList<>();

    boolean forbidsAdditionalItems;

    @Nullable
    SchemaNode additionalItems;

    @Nullable
    SchemaNode contains;

    boolean uniqueItems;

    @Nullable
    Long minItems;

    @Nullable
    Long maxItems;

    @Nullable
    BigDecimal multipleOf;

    @Nullable
    BigDecimal minimum;

    @Nullable
    BigDecimal exclusiveMinimum;

    @Nullable
    BigDecimal maximum;

    @Nullable
    BigDecimal exclusiveMaximum;

    @Nullable
    Long minLength;

    @Nullable
    Long maxLength;

    @Nullable
    Pattern pattern;

    String format = "";

    /** The only value, as JSON. */
    @Nullable
    String constant;

    /** The possible values, as JSON. */
    @Nullable
    List<String> values;

    final List<SchemaNode> anyOf = new ArrayList<>();
    final List<SchemaNode> oneOf = new ArrayList<>();
    final List<SchemaNode> allOf = new ArrayList<>();

    @Nullable
    SchemaNode not;

    @Nullable
    SchemaNode condition;

    @Nullable
    SchemaNode then;

    @Nullable
    SchemaNode otherwise;

    SchemaNode(Draft draft) {
        this.draft = draft;
    }
}
