package org.wayleave.workspace;

/**
 * A person who works with the workspace.
 *
 * @param id stable short name
 * @param name name as shown to people
 * @param role what the person may do
 * @param active whether the person may still open the workspace for writing
 */
public record User(String id, String name, Role role, boolean active) {}
