package shop

send := {"allow": count(deny) == 0, "deny": deny, "consent": state}

deny contains {"rule": "cap-day", "reason": reason} if {
	not input.person.contacts.day < data.caps.day
	reason := sprintf("%v contacts; at most %v", [input.person.contacts.day, data.caps.day])
}

deny contains {"rule": "consent", "reason": sprintf("consent is %s", [state])} if state != "granted"

deny contains {"rule": "flagged", "reason": flag} if {
	some flag in input.person.flags
	not input.action.purpose in data.flags[flag]
}

deny contains {"rule": "stale", "reason": "no visit for a year"} if {
	now := time.parse_rfc3339_ns(input.time)
	now - time.parse_rfc3339_ns(input.person.seen) > ((365 * 24) * 3600) * 1000000000
}

default state := "unknown"

state := input.person.consent[input.action.purpose].state if known_state

known_state if input.person.consent[input.action.purpose].state in {"granted", "denied"}
