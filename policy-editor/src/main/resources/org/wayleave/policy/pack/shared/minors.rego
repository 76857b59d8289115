# METADATA
# title: Minors
# description: Protects children and young people from marketing and from being profiled.
package wayleave.rules.minors

import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: Protection of minors
# description: >-
#   A person in a protected age band gets nothing for the purposes, topics and degrees of personalisation that the
#   settings keep from minors. Somebody whose age band is not known is treated as a minor.
# custom:
#   rule: minors
deny contains {"rule": "minors", "reason": reason} if {
	not is_adult
	some what in kept_away
	reason := sprintf("%s, and minors get no %s", [age, what])
}

# Adults only: a person outside the bands of adults is protected even when no band is known.
is_adult if input.person.ageBand in settings.minors.adultAgeBands

kept_away contains sprintf("contact for %s", [words.purpose(input.action.purpose)]) if {
	input.action.purpose in settings.minors.blockedPurposes
}

kept_away contains sprintf("messages about %s", [words.topic(input.action.topic)]) if {
	input.action.topic in settings.minors.blockedTopics
}

kept_away contains sprintf("%s messages", [input.action.rung]) if {
	input.action.rung in settings.minors.blockedRungs
}

age := sprintf("The person is in the age band %s", [input.person.ageBand]) if {
	input.person.ageBand in settings.minors.ageBands
} else := "The person's age is not known"
