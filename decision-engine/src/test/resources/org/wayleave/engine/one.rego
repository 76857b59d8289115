package one

import rego.v1

default allow := false

allow if count(deny) == 0

deny contains {"rule": "cap-day", "reason": sprintf("at most %d a day", [data.caps.day])} if {
	input.contacts.day >= data.caps.day
}

deny contains {"rule": sprintf("consent-%s", [c]), "reason": "no consent"} if {
	some c in input.channels
	not granted(c)
}

granted(c) if input.consent[c].state == "granted"

by_channel[c] := s if {
	some c, v in input.consent
	s := v.state
}

late if allow with input.contacts.day as 99

tree.left[x] contains y if {
	some x, ys in input.tree
	some y in ys
}

every_positive if {
	every n in input.numbers { n > 0 }
}
