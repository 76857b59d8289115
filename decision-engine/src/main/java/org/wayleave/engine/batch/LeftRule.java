package org.wayleave.engine.batch;

/**
 * A rule that columns cannot follow, so that the compiled policy is asked for it where a row's decision depends on it.
 *
 * @param rule the id of an objection, or the path of a rule as Rego writes it, {@code data.shop.weakest}
 * @param reason what cannot be followed, with its place in the source where that is known
 */
public record LeftRule(String rule, String reason) {}
