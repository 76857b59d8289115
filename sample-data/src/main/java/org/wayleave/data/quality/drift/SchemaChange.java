package org.wayleave.data.quality.drift;

/**
 * A difference between the columns of two tables.
 *
 * @param column its name
 * @param kind "added", "removed" or "kind-changed"
 * @param before kind of the values before; empty where added
 * @param after kind of the values after; empty where removed
 */
public record SchemaChange(String column, String kind, String before, String after) {}
