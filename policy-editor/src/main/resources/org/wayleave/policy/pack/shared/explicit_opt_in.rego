# METADATA
# title: Explicit opt-in
# description: >-
#   For some purposes a consent counts only when the person gave it by an act of their own, meant for nothing else. A
#   consent that was carried over or assumed is not enough.
package wayleave.rules.explicit_opt_in

import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: Consent by an express act
# description: >-
#   Where the settings ask for an explicit opt-in, the consent to the purpose, and to the purposes that the degree of
#   personalisation needs besides, was recorded at one of the places that the settings name.
# custom:
#   rule: explicit-opt-in
deny contains {"rule": "explicit-opt-in", "reason": reason} if some reason in reasons

reasons contains "The settings do not say what an explicit opt-in is" if not has_settings

reasons contains reason if {
	some purpose in needed
	record := input.person.consent.purpose[purpose]
	record.state == "granted"
	not is_express(record)
	reason := sprintf("Consent to %s was recorded %s, which is no express act of the person", [
		words.purpose(purpose),
		place(record),
	])
}

needed contains input.action.purpose if input.action.purpose in settings.explicitOptIn.purposes

needed contains purpose if {
	input.action.purpose in settings.explicitOptIn.purposes
	some purpose in settings.rungPurposes[input.action.rung]
	purpose in settings.explicitOptIn.purposes
}

# Positive forms: a negated expression with a missing value inside it would not object.
has_settings if {
	is_array(settings.explicitOptIn.purposes)
	is_array(settings.explicitOptIn.sources)
}

is_express(record) if record.source in settings.explicitOptIn.sources

place(record) := sprintf("by %s", [record.source]) if {
	is_string(record.source)
	record.source != ""
} else := "without its place"
