package org.wayleave.engine.builtin;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.concurrent.ConcurrentHashMap;

/** Compiled regular expressions and globs of one policy. Bounded: when full it starts anew. */
public final class PatternCache {
    private static final int CAPACITY = 500;

    private final ConcurrentHashMap<String, Pattern> patterns = new ConcurrentHashMap<>();

    /** The compiled RE2 expression. */
    Pattern regex(String expression) {
        Pattern known = patterns.get(expression);
        if (known != null) {
            return known;
        }
        try {
            Pattern compiled = Pattern.compile(expression);
            if (patterns.size() >= CAPACITY) {
                patterns.clear();
            }
            patterns.put(expression, compiled);
            return compiled;
        } catch (PatternSyntaxException e) {
            throw BuiltinException.failed(String.valueOf(e.getMessage()));
        }
    }
}
