/**
 * Checks of whole designs before activation, written in Rego and decided by the engine from a committed plan.
 *
 * <p>The rules read one input document:
 *
 * <pre>
 * { "journeys":   [ journey document, … ],
 *   "catalogue":  catalogue document,
 *   "settings":   settings document,
 *   "dpias":      [ { "id", "state", "journeys": [ journey id, … ], "approvedBySample" }, … ],
 *   "modelCards": [ { "id", "state", "model": model id, "approvedBySample" }, … ],
 *   "approvals":  [ { "kind": "creative", "id" }, … ] }
 * </pre>
 *
 * <p>A state is the wire name of a document's state, such as {@code approved}. The entry point {@code wayleave/design/findings}
 * yields a set of {@code { code, kind, document, step or null, reason, fix }}; title and severity of a code stand in the
 * annotation of its rule.
 */
@NullMarked
package org.wayleave.policy.check;

import org.jspecify.annotations.NullMarked;
