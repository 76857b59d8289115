# METADATA
# title: The decision
# description: >-
#   Decides whether one action may be taken towards one person at one moment. Each concern has a file of its own and
#   may object; the action is allowed only when nobody objects. A new file joins in by choosing a package below
#   wayleave.rules and adding to its deny set.
package wayleave

# METADATA
# title: Answer given to the journey
# description: >-
#   Whether the action is allowed, every objection with its rule and its reason, and the weakest of the consents that
#   the action needs.
# entrypoint: true
send := {
	"allow": count(objections) == 0,
	"deny": objections,
	"consent": data.wayleave.rules.consent.weakest,
}

objections contains objection if {
	some concern
	some objection in data.wayleave.rules[concern].deny
}
