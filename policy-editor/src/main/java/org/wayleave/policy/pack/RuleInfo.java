package org.wayleave.policy.pack;

/**
 * What a rule is called and where it stands, from the annotation above it.
 *
 * @param id the rule id that denials carry, such as {@code consent-purpose}
 * @param title one short line
 * @param description one or more sentences for a reader who does not read Rego
 * @param file the file within the pack
 * @param line the line of the rule in that file, from 1
 */
public record RuleInfo(String id, String title, String description, String file, int line) {}
