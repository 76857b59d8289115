package org.wayleave.engine.builtin.x509;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * The certificate policies that a chain is valid for, for someone who accepts any of them (RFC 5280, section 6.1, with
 * the graph that RFC 9618 puts in the place of its tree).
 */
final class PolicyGraph {
    private static final String ANY = "2.5.29.32.0";

    /** Nodes by policy, one map for each certificate from the root down; the root's own has no policy but any. */
    private final List<Map<String, Node>> levels = new ArrayList<>();

    private PolicyGraph() {
        Node root = new Node(ANY, List.of());
        levels.add(new LinkedHashMap<>(Map.of(ANY, root)));
    }

    /** A policy of a certificate, which policies of the next one it expects, and those of the one before it is for. */
    private static final class Node {
        final String policy;
        final List<Node> parents;
        final List<Node> children = new ArrayList<>();
        Set<String> expected;

        Node(String policy, Collection<Node> parents) {
            this.policy = policy;
            this.expected = Set.of(policy);
            this.parents = new ArrayList<>(parents);
            parents.forEach(parent -> parent.children.add(this));
        }
    }

    /** How many more certificates may come before a rule takes hold. */
    private static final class Countdown {
        int left;

        Countdown(int left) {
            this.left = left;
        }

        void pass() {
            left = Math.max(0, left - 1);
        }

        void atMost(@Nullable BigInteger most) {
            if (most != null && most.signum() >= 0 && most.compareTo(BigInteger.valueOf(left)) < 0) {
                left = most.intValue();
            }
        }
    }

    /** Whether a chain, from the leaf to the root, has the policies that its certificates ask for. */
    static boolean holds(List<Certificate> chain) {
        int last = chain.size() - 1;
        if (last == 0) {
            return true;
        }
        Countdown anyInhibited = new Countdown(last + 1);
        Countdown explicit = new Countdown(last + 1);
        Countdown mappingInhibited = new Countdown(last + 1);
        PolicyGraph graph = new PolicyGraph();
        for (int i = last - 1; i >= 0; i--) {
            Certificate certificate = chain.get(i);
            CertificateExtensions extensions = certificate.extensions();
            boolean selfIssued = certificate.names(certificate);
            List<String> policies = policies(extensions);
            graph = graph == null || policies.isEmpty() ? null : graph;
            if (explicit.left == 0 && graph == null) {
                return false;
            }
            if (graph != null) {
                graph.descend(policies, anyInhibited.left > 0 || (i > 0 && selfIssued));
                if (i > 0 && !graph.map(extensions.policyMappings, mappingInhibited.left > 0)) {
                    return false;
                }
            }
            if (i > 0) {
                if (!selfIssued) {
                    explicit.pass();
                    mappingInhibited.pass();
                    anyInhibited.pass();
                }
                explicit.atMost(extensions.requireExplicitPolicy);
                mappingInhibited.atMost(extensions.inhibitPolicyMapping);
                anyInhibited.atMost(extensions.inhibitAnyPolicy);
            }
        }
        explicit.pass();
        BigInteger ofLeaf = chain.getFirst().extensions().requireExplicitPolicy;
        boolean needed = explicit.left == 0 || (ofLeaf != null && ofLeaf.signum() == 0);
        return !needed || (graph != null && graph.hasValidPolicy());
    }

    private static List<String> policies(CertificateExtensions extensions) {
        List<Der.Oid> named = extensions.policies;
        return named == null ? List.of() : named.stream().map(Der.Oid::toString).toList();
    }

    private Map<String, Node> leaves() {
        return levels.getLast();
    }

    /** Adds a certificate's policies, each below those that expect it; what leads nowhere is dropped. */
    private void descend(List<String> policies, boolean anyAllowed) {
        Map<String, Node> above = leaves();
        Map<String, List<Node>> expecting = new HashMap<>();
        above.values()
                .forEach(node -> node.expected.forEach(policy -> expecting
                        .computeIfAbsent(policy, p -> new ArrayList<>())
                        .add(node)));
        levels.add(new LinkedHashMap<>());
        for (String policy : policies) {
            if (policy.equals(ANY)) {
                continue;
            }
            List<Node> parents = expecting.getOrDefault(policy, List.of());
            if (parents.isEmpty() && above.containsKey(ANY)) {
                parents = List.of(above.get(ANY));
            }
            if (!parents.isEmpty()) {
                leaves().put(policy, new Node(policy, parents));
            }
        }
        if (policies.contains(ANY) && anyAllowed) {
            Map<String, List<Node>> missing = new LinkedHashMap<>(expecting);
            missing.keySet().removeAll(leaves().keySet());
            missing.forEach((policy, parents) -> leaves().put(policy, new Node(policy, parents)));
        }
        prune();
    }

    private void prune() {
        for (int level = levels.size() - 2; level > 0; level--) {
            List<Node> childless = levels.get(level).values().stream()
                    .filter(node -> node.children.isEmpty())
                    .toList();
            for (Node node : childless) {
                node.parents.forEach(parent -> parent.children.remove(node));
                levels.get(level).remove(node.policy);
            }
        }
    }

    /** Follows an authority's mappings of policies; false for one from or to any policy. */
    private boolean map(List<RegoValue> mappings, boolean allowed) {
        Map<String, Set<String>> subjects = new LinkedHashMap<>();
        for (RegoValue mapping : mappings) {
            String from = text(mapping, "IssuerDomainPolicy");
            String to = text(mapping, "SubjectDomainPolicy");
            if (!allowed) {
                Node leaf = leaves().remove(from);
                if (leaf != null) {
                    leaf.parents.forEach(parent -> parent.children.remove(leaf));
                }
            } else if (from.equals(ANY) || to.equals(ANY)) {
                return false;
            } else {
                subjects.computeIfAbsent(from, f -> new TreeSet<>()).add(to);
            }
        }
        if (!mappings.isEmpty()) {
            prune();
        }
        subjects.forEach((from, to) -> {
            Node leaf = leaves().get(from);
            if (leaf == null && leaves().containsKey(ANY)) {
                leaf = new Node(from, List.of(leaves().get(ANY)));
                leaves().put(from, leaf);
            }
            if (leaf != null) {
                leaf.expected = to;
            }
        });
        return true;
    }

    private static String text(RegoValue mapping, String name) {
        return mapping instanceof RegoObject o && o.get(name) instanceof RegoString s ? s.value() : "";
    }

    private boolean hasValidPolicy() {
        return leaves().containsKey(ANY)
                || levels.stream()
                        .flatMap(level -> level.values().stream())
                        .anyMatch(node -> !node.policy.equals(ANY)
                                && node.parents.size() == 1
                                && node.parents.getFirst().policy.equals(ANY));
    }
}
