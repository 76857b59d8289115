package org.wayleave.policy.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wayleave.engine.Policy;
import org.wayleave.engine.PolicyBundle;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;
import org.wayleave.policy.pack.PackFile;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.policy.pack.PolicyPackException;
import org.wayleave.policy.rego.Annotation;

/** Runs the design checks that come with Wayleave. Immutable, and safe for use by many threads. */
public final class DesignCheck {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::kind)
            .thenComparing(Finding::document)
            .thenComparing(finding -> finding.step() == null ? "" : finding.step())
            .thenComparing(Finding::code)
            .thenComparing(Finding::reason);

    private final PolicyPack pack;
    private final Policy policy;
    private final Map<String, Annotation> rules = new HashMap<>();

    /** Checks by the rules of a pack whose first entry point yields findings; see the package's description. */
    public DesignCheck(PolicyPack pack) {
        this.pack = pack;
        this.policy =
                Policy.load(PolicyBundle.of(pack.plan(), RegoObject.builder().build()));
        for (PackFile file : pack.sources()) {
            for (Annotation annotation : file.outline().annotations()) {
                annotation.custom("rule").ifPresent(code -> rules.put(code, annotation));
            }
        }
    }

    /** The checks that come with Wayleave. */
    public static DesignCheck bundled() {
        return new DesignCheck(bundledPack());
    }

    /** The Rego files of the checks that come with Wayleave. */
    public static PolicyPack bundledPack() {
        return PolicyPack.resource(DesignCheck.class, "design");
    }

    /** The pack whose rules are applied. */
    public PolicyPack pack() {
        return pack;
    }

    /**
     * Checks a design.
     *
     * @return what was found: errors first, then by kind, document, step and code
     * @throws org.wayleave.engine.value.RegoJsonException when a document is not JSON
     * @throws org.wayleave.engine.PolicyException when the rules cannot be evaluated
     */
    public List<Finding> run(DesignInput input) {
        RegoValue answer = policy.decide(pack.entrypoints().getFirst(), input.document());
        if (!(answer instanceof RegoSet set)) {
            throw new PolicyPackException("The design checks of " + pack.id() + " yield no set of findings.");
        }
        List<Finding> findings = new ArrayList<>();
        for (RegoValue value : set) {
            if (value instanceof RegoObject finding) {
                findings.add(finding(finding));
            }
        }
        findings.sort(ORDER);
        return List.copyOf(findings);
    }

    private Finding finding(RegoObject finding) {
        String code = text(finding, "code");
        Annotation rule = rules.get(code);
        if (rule == null) {
            throw new PolicyPackException("The design check " + code + " has no annotation with its title.");
        }
        return new Finding(
                code,
                Severity.of(rule.custom("severity").orElse(Severity.WARNING.wire())),
                text(finding, "kind"),
                text(finding, "document"),
                finding.get("step") instanceof RegoString step ? step.value() : null,
                rule.title(),
                text(finding, "reason"),
                text(finding, "fix"));
    }

    private static String text(RegoObject finding, String name) {
        return finding.get(name) instanceof RegoString text ? text.value() : "";
    }
}
