package org.wayleave.engine.builtin.schema;

/**
 * A place where a document does not keep to its schema.
 *
 * @param type what is wrong, as a word
 * @param field the path to the value, {@code (Root)} for the document
 * @param description what is wrong, as a sentence
 */
public record SchemaError(String type, String field, String description) {}
