# METADATA
# title: Affordability
# description: Nobody is offered a product while their account shows that money is short.
package wayleave.rules.affordability

import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: No offers while money is short
# description: >-
#   A message about a topic that sells, such as savings or credit, goes only to a person of whom it is known that a count
#   named in the settings, such as overdrafts in 90 days, is not above its limit. Not known means nothing is sent.
# custom:
#   rule: affordability
deny contains {"rule": "affordability", "reason": reason} if some reason in reasons

reasons contains "The settings do not say when money is short" if not has_settings

reasons contains reason if {
	is_selling
	some feature, limit in settings.affordability.limits
	not is_within(feature, limit)
	reason := sentence(feature, object.get(limit, "title", feature), object.get(limit, "most", null))
}

# Everything sells but the topics that the settings leave open.
is_selling if not is_open_topic

is_open_topic if input.action.topic in settings.affordability.openTopics

# Positive forms: a negated expression with a missing value inside it would not object.
has_settings if {
	is_object(settings.affordability.limits)
	is_array(settings.affordability.openTopics)
	count(settings.affordability.limits) > 0
}

# Rego orders values of different types too, so both must be numbers before they are compared.
is_within(feature, limit) if {
	found := input.person.features[feature]
	is_number(found)
	is_number(limit.most)
	found <= limit.most
}

sentence(feature, title, most) := sprintf("%s: %s; at most %v allowed for an offer", [title, words.counted(found, "time"), most]) if {
	found := input.person.features[feature]
	is_number(found)
} else := sprintf("%s: not known, so nothing is offered", [title])
