package org.wayleave.policy.ui;

import org.jspecify.annotations.Nullable;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.workspace.DocumentVersion;

/**
 * A policy as the workspace holds it.
 *
 * @param version the document's version
 * @param pack what it says
 * @param settings the settings of its vertical, which its rules read; null when the workspace has none
 */
record StoredPolicy(
        DocumentVersion version, PolicyPack pack, @Nullable DocumentVersion settings) {}
