# METADATA
# title: This visit
# description: What is done in a visit orders the rows of that visit, and is forgotten when it ends.
package wayleave.rules.session

import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: Only in this visit
# description: >-
#   A data element of the visit is used only while the visit lasts, on its own screens and for its own purpose. A model of
#   the visit reads nothing else.
# custom:
#   rule: session-only
deny contains {"rule": "session-only", "reason": reason} if some reason in reasons

reasons contains "The settings do not say what belongs to a visit" if not has_settings

reasons contains reason if {
	some element in session_elements
	not is_on_screen
	reason := sprintf("%s is used on the screens of the visit only, not by %s", [
		words.element(element),
		words.channel(object.get(input, ["action", "channel"], "")),
	])
}

reasons contains reason if {
	some element in session_elements
	not is_for_the_visit
	reason := sprintf("%s serves the visit only, not %s", [
		words.element(element),
		words.purpose(object.get(input, ["action", "purpose"], "")),
	])
}

reasons contains reason if {
	some element in session_elements
	age := input.person.dataAge[element]
	not age == 0
	reason := sprintf("%s is of an earlier visit", [words.element(element)])
}

reasons contains reason if {
	input.action.model.id in settings.session.models
	some element in input.action.dataElements
	not element in settings.session.elements
	reason := sprintf("The model %s reads this visit only, not %s", [
		input.action.model.id,
		words.within_sentence(words.element(element)),
	])
}

session_elements contains element if {
	some element in input.action.dataElements
	element in settings.session.elements
}

is_on_screen if input.action.channel in settings.session.channels

is_for_the_visit if input.action.purpose in settings.session.purposes

# A positive form: a negated expression with a missing value inside it would not object.
has_settings if {
	is_array(settings.session.elements)
	is_array(settings.session.channels)
	is_array(settings.session.purposes)
	is_array(settings.session.models)
}
