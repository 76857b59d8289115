package org.wayleave.journey.decide;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wayleave.engine.Engine;
import org.wayleave.engine.Policy;
import org.wayleave.engine.PolicyBundle;
import org.wayleave.engine.PolicyOptions;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.policy.pack.PolicyPack;

/** Decides with the policy engine. An answer that is missing or malformed is never an allowance. */
public final class PolicyDecider implements Decider {

    /** The rule named when policy gives no usable answer. */
    public static final String NO_ANSWER = "no-answer";

    private final Policy policy;

    public PolicyDecider(Policy policy) {
        this.policy = policy;
    }

    /**
     * The decider of a policy pack over a catalogue and settings, both JSON.
     *
     * @param clock the time of day that the policy is told when it asks for it, always the same, so that a decision depends on its
     *     document only
     */
    public static PolicyDecider of(
            PolicyPack pack, String catalogueJson, String settingsJson, Instant clock, Engine engine) {
        RegoObject wayleave = RegoObject.builder()
                .put("catalogue", RegoJson.parse(catalogueJson))
                .put("settings", RegoJson.parse(settingsJson))
                .build();
        RegoObject data = RegoObject.builder().put("wayleave", wayleave).build();
        PolicyOptions options = PolicyOptions.standard().with(engine).with(InstantSource.fixed(clock));
        return new PolicyDecider(Policy.load(PolicyBundle.of(pack.plan(), data), options));
    }

    @Override
    public String engine() {
        return policy.engine().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Verdict decide(RegoObject document) {
        RegoValue result = policy.decide(PolicyPack.SEND, document);
        if (!(result instanceof RegoObject answer)) {
            return unanswered(result == null ? RegoNull.NULL : result, "The policy gives no answer");
        }
        Outlet consent = answer.get("consent") instanceof RegoString state
                ? Outlet.of(state.value()).orElse(Outlet.UNKNOWN)
                : Outlet.UNKNOWN;
        if (answer.get("allow") instanceof RegoBoolean allow && allow.value()) {
            return new Verdict(true, List.of(), consent, answer);
        }
        List<Denial> denials = new ArrayList<>();
        if (answer.get("deny") instanceof RegoSet set) {
            for (RegoValue item : set) {
                if (item instanceof RegoObject denial) {
                    denials.add(new Denial(text(denial, "rule"), text(denial, "reason")));
                }
            }
        }
        return denials.isEmpty()
                ? unanswered(answer, "The policy neither allows nor says why not")
                : new Verdict(false, denials, consent, answer);
    }

    private static Verdict unanswered(RegoValue result, String reason) {
        return new Verdict(false, List.of(new Denial(NO_ANSWER, reason)), Outlet.UNKNOWN, result);
    }

    private static String text(RegoObject object, String key) {
        return object.get(key) instanceof RegoString text ? text.value() : "";
    }
}
