# METADATA
# title: Aggregates
# description: Some data may only be counted over many people. It never says anything about one of them.
package wayleave.rules.aggregates

import data.wayleave.catalogue
import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: Data that is only counted
# description: >-
#   A data element registered for aggregates takes no part in an action towards one person, and a purpose that counts
#   over many people is no reason to contact one of them.
# custom:
#   rule: aggregates-only
deny contains {"rule": "aggregates-only", "reason": reason} if some reason in reasons

reasons contains "The settings do not say what is only counted" if not has_settings

reasons contains reason if {
	some element in input.action.dataElements
	some use in catalogue.dataElements[element].allowedUses
	use in settings.aggregatesOnly.uses
	reason := sprintf("%s is only counted over many people", [words.element(element)])
}

reasons contains reason if {
	input.action.purpose in settings.aggregatesOnly.purposes
	reason := sprintf("For %s people are only counted, and nobody is contacted", [words.purpose(input.action.purpose)])
}

# Positive forms: a negated expression with a missing value inside it would not object.
has_settings if {
	is_array(settings.aggregatesOnly.uses)
	is_array(settings.aggregatesOnly.purposes)
}
