package org.wayleave.engine.differential.call;

import java.util.List;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Networks and addresses of both families, and what only looks like one. */
final class NetworkCalls implements CallFamily {
    private static final List<String> NETWORKS = List.of(
            "10.0.0.0/8",
            "10.0.0.0/29",
            "10.0.0.8/29",
            "10.1.2.0/30",
            "10.1.2.4/30",
            "192.168.1.0/28",
            "192.168.1.16/28",
            "0.0.0.0/0",
            "1.2.3.4/32",
            "1.2.3.5/31",
            "255.255.255.255/32",
            "::/0",
            "::1/128",
            "2001:db8::/32",
            "2001:db8::/126",
            "2001:db8::4/126",
            "fe80::1/64",
            "::ffff:1.2.3.4/120",
            "::ffff:0:0/96",
            "::ffff:1.2.3.4/90",
            "128.0.0.0/1",
            "0.0.0.0/1",
            "8000::/1",
            "::/1",
            "10.0.0.0/33",
            "10.0.0.0/-1",
            "x",
            "",
            "10.0.0.0",
            "::",
            "1.2.3.4/",
            "01.2.3.4/8",
            "1.2.3/8",
            "1:2::3::4/8",
            "fe80::1%eth0/64",
            "::1.2.3.4/120",
            "10.0.0.0/08",
            "10.0.0.0/+8",
            "1.2.3.4/24",
            "172.16.0.1",
            "200.1.1.1",
            "240.0.0.1",
            "2001:db8::1",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128",
            "::ffff:1.2.3.4",
            "1:2:3:4:5:6:7:8/127",
            "1:2:3:4:5:6:7::/127");
    private static final List<String> SMALL = List.of(
            "10.0.0.0/29",
            "1.2.3.4/32",
            "1.2.3.5/31",
            "2001:db8::/126",
            "::1/128",
            "::ffff:1.2.3.4/126",
            "10.0.0.5/30",
            "x",
            "10.0.0.0",
            "255.255.255.252/30",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe/127");

    @Override
    public List<String> functions() {
        return List.of(
                "net.cidr_contains",
                "net.cidr_intersects",
                "net.cidr_contains_matches",
                "net.cidr_expand",
                "net.cidr_merge",
                "net.cidr_is_valid");
    }

    @Override
    public List<RegoValue> arguments(String function, Choices choices) {
        return switch (function) {
            case "net.cidr_expand" -> List.of(RegoString.of(choices.from(SMALL)));
            case "net.cidr_merge" -> {
                List<RegoValue> networks = choices.many(1, 5, () -> mergeable(choices));
                yield List.of(choices.oneIn(3) ? RegoSet.of(networks) : RegoArray.of(networks));
            }
            case "net.cidr_is_valid" -> List.of(network(choices));
            case "net.cidr_contains_matches" -> List.of(several(choices), several(choices));
            default -> List.of(network(choices), network(choices));
        };
    }

    private static RegoValue network(Choices choices) {
        return RegoString.of(choices.from(NETWORKS.subList(0, choices.oneIn(4) ? NETWORKS.size() : 24)));
    }

    /** OPA crashes on a network of IPv4 addresses in their IPv6 form among those to merge. */
    private static RegoValue mergeable(Choices choices) {
        RegoString network = (RegoString) network(choices);
        return network.value().startsWith("::ffff:") ? RegoString.of("10.0.0.16/29") : network;
    }

    private static RegoValue several(Choices choices) {
        return switch (choices.below(4)) {
            case 0 -> network(choices);
            case 1 -> RegoSet.of(choices.many(0, 3, () -> network(choices)));
            case 2 -> {
                RegoObject.Builder named = RegoObject.builder();
                named.put("k", network(choices));
                named.put("l", RegoArray.of(List.of(network(choices), RegoString.of("more"))));
                yield named.build();
            }
            default -> RegoArray.of(choices.many(0, 3, () -> network(choices)));
        };
    }
}
