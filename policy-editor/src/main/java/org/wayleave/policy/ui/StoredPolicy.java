package org.wayleave.policy.ui;

import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.workspace.DocumentVersion;

/**
 * A policy as the workspace holds it.
 *
 * @param version the document's version
 * @param pack what it says
 */
record StoredPolicy(DocumentVersion version, PolicyPack pack) {}
