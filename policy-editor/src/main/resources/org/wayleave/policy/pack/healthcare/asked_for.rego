# METADATA
# title: Asked for
# description: Health education comes to people who set a goal of their own, and to nobody else.
package wayleave.rules.asked_for

import data.wayleave.catalogue
import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: Education that was asked for
# description: >-
#   For the purposes named in the settings, a person gets a message only after telling what they want to achieve, and only
#   while that answer may still be used. Topics that the settings leave open need no goal.
# custom:
#   rule: asked-for
deny contains {"rule": "asked-for", "reason": reason} if some reason in reasons

reasons contains "The settings do not say what must be asked for" if not has_settings

reasons contains reason if {
	input.action.purpose in settings.askedFor.purposes
	not is_open_topic
	not has_told
	reason := sprintf("The person has told nothing that may be used under %s, and so asked for nothing", [
		words.within_sentence(words.element(settings.askedFor.element)),
	])
}

is_open_topic if input.action.topic in settings.askedFor.openTopics

# Rego orders values of different types too, so both must be numbers before they are compared.
has_told if {
	age := input.person.dataAge[settings.askedFor.element]
	limit := catalogue.dataElements[settings.askedFor.element].retentionDays
	is_number(age)
	is_number(limit)
	age <= limit
}

# A positive form: a negated expression with a missing value inside it would not object.
has_settings if {
	is_array(settings.askedFor.purposes)
	is_array(settings.askedFor.openTopics)
	is_string(settings.askedFor.element)
}
