package org.wayleave.engine.builtin.schema;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * The schemas of one document by their addresses, and those of the drafts' own schemas. References are made absolute when
 * a document is taken in; nothing is ever fetched, so a reference to anything else is an error.
 */
final class SchemaDocuments {
    private static final int MAX_DEPTH = 500;

    private final Map<String, RegoValue> byAddress = new HashMap<>();

    /** By address, the draft of each document that is not of the first one's. */
    private final Map<String, Draft> drafts = new HashMap<>();

    private final Draft first;

    /** Documents of which the first one is of a draft. */
    SchemaDocuments(Draft first) {
        this.first = first;
    }

    /** Takes in the first document and gives it back with absolute references. */
    RegoValue add(RegoValue document) {
        RegoValue absolute = resolved(document, "", 0);
        byAddress.put("", absolute);
        return absolute;
    }

    /** The draft that holds where a reference leads to. */
    Draft draft(String reference) {
        return drafts.getOrDefault(document(reference), first);
    }

    private static String document(String reference) {
        int hash = reference.indexOf('#');
        return hash < 0 ? reference : reference.substring(0, hash);
    }

    private RegoValue resolved(RegoValue value, String base, int depth) {
        if (depth > MAX_DEPTH) {
            throw failed("the schema is nested deeper than " + MAX_DEPTH);
        }
        return switch (value) {
            case RegoArray array -> {
                RegoArray items = RegoArray.open(array.size());
                array.forEach(item -> items.adding(resolved(item, base, depth + 1)));
                yield items;
            }
            case RegoObject object -> object(object, base, depth);
            default -> value;
        };
    }

    private RegoValue object(RegoObject object, String base, int depth) {
        String local = base;
        boolean named = false;
        if (object.get(object.get("id") == null ? "$id" : "id") instanceof RegoString id) {
            Optional<String> address = absolute(base, id.value());
            if (address.isPresent()) {
                local = address.get();
                named = true;
                if (byAddress.put(local, object) != null) {
                    throw failed("Reference already exists: \"" + local + "\"");
                }
            }
        }
        RegoObject.Builder result = RegoObject.builder();
        for (int i = 0; i < object.size(); i++) {
            RegoValue key = object.keyAt(i);
            String name = key instanceof RegoString s ? s.value() : "";
            result.put(key, member(name, object.valueAt(i), local, depth));
        }
        RegoObject absolute = result.build();
        if (named) {
            byAddress.put(local, absolute);
        }
        return absolute;
    }

    private RegoValue member(String name, RegoValue value, String local, int depth) {
        return switch (name) {
            case "$ref" ->
                value instanceof RegoString s
                        ? absolute(local, s.value())
                                .<RegoValue>map(RegoString::of)
                                .orElse(s)
                        : resolved(value, local, depth + 1);
            case "const", "enum" -> value;
            // The names in these are no keywords.
            case "properties", "dependencies", "patternProperties" -> {
                if (!(value instanceof RegoObject children)) {
                    yield value;
                }
                RegoObject.Builder result = RegoObject.builder();
                for (int i = 0; i < children.size(); i++) {
                    result.put(children.keyAt(i), resolved(children.valueAt(i), local, depth + 1));
                }
                yield result.build();
            }
            default -> resolved(value, local, depth + 1);
        };
    }

    /** A reference against the address of what it stands in; empty when it is no reference. */
    private static Optional<String> absolute(String base, String reference) {
        int hash = base.indexOf('#');
        String document = hash < 0 ? base : base.substring(0, hash);
        try {
            if (reference.startsWith("#") || reference.isEmpty()) {
                return Optional.of(document + (reference.length() > 1 ? reference : ""));
            }
            URI target = new URI(reference);
            boolean relative = target.getScheme() == null && !reference.startsWith("/");
            String address = document.isEmpty()
                    ? (relative ? "/" : "") + reference
                    : new URI(document).resolve(target).toString();
            return Optional.of(address.endsWith("#") ? address.substring(0, address.length() - 1) : address);
        } catch (URISyntaxException e) {
            return Optional.empty(); // stays as it is and is found nowhere
        }
    }

    /**
     * The schema of an absolute reference.
     *
     * @throws BuiltinException when there is none in the document
     */
    RegoValue get(String reference) {
        RegoValue known = byAddress.get(reference);
        if (known != null) {
            return known;
        }
        int hash = reference.indexOf('#');
        String address = document(reference);
        RegoValue document = byAddress.get(address);
        if (document == null && reference.contains("://")) {
            document = metaSchema(address);
        }
        if (document != null) {
            return hash < 0 ? document : at(document, reference.substring(hash + 1));
        }
        if (!reference.contains("://")) {
            throw failed("Reference " + reference + " must be canonical");
        }
        throw failed("remote reference loading disabled: " + reference);
    }

    /** The schema of a draft's schemas, which is the only one beside the document's own; null for any other address. */
    private @Nullable RegoValue metaSchema(String address) {
        Optional<String> text = MetaSchemas.text(address);
        if (text.isEmpty()) {
            return null;
        }
        RegoValue absolute = resolved(RegoJson.parse(text.get()), address, 0);
        byAddress.put(address, absolute);
        drafts.put(address, Draft.named(address));
        return absolute;
    }

    /** The value at a JSON Pointer (RFC 6901) in a fragment; the whole document where the fragment is no pointer. */
    private static RegoValue at(RegoValue document, String fragment) {
        String pointer = URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        if (!pointer.startsWith("/")) {
            return document;
        }
        RegoValue value = document;
        for (String token : pointer.substring(1).split("/", -1)) {
            String name = token.replace("~1", "/").replace("~0", "~");
            RegoValue next = switch (value) {
                case RegoObject object -> object.get(name);
                case RegoArray array ->
                    name.matches("[0-9]{1,9}") ? array.get(RegoNumber.of(Long.parseLong(name))) : null;
                default -> null;
            };
            if (next == null) {
                throw failed("Object has no key '" + name + "'");
            }
            value = next;
        }
        return value;
    }
}
