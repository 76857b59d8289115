# METADATA
# title: Messages
# description: Whether each message says what it is for and has something for people who have not consented.
package wayleave.design.rules.messages

import data.wayleave.design

# METADATA
# title: No purpose
# description: Every message has a purpose that the catalogue knows, because consent is given to purposes.
# custom:
#   rule: no-purpose
#   severity: error
found contains design.at_step(
	"no-purpose",
	place.journey,
	place.step,
	sprintf("The %s message has no purpose from the catalogue", [place.rung]),
	"Choose the purpose that the message serves",
) if {
	some place in design.actions
	not has_purpose(place.action)
}

# METADATA
# title: No topic
# description: Every message has a topic that the catalogue knows, because people choose topics.
# custom:
#   rule: no-topic
#   severity: error
found contains design.at_step(
	"no-topic",
	place.journey,
	place.step,
	sprintf("The %s message has no topic from the catalogue", [place.rung]),
	"Choose the topic that the message is about",
) if {
	some place in design.actions
	not has_topic(place.action)
}

# METADATA
# title: Last rung needs consent
# description: >-
#   A ladder ends in something that needs no consent: silence, or a message whose channel, purpose and topic are all
#   free and that uses no data resting on consent.
# custom:
#   rule: ladder-needs-consent
#   severity: error
found contains design.at_step(
	"ladder-needs-consent",
	journey,
	step,
	"The last rung of the ladder needs consent, so nothing is decided for people who have not given it",
	"End the ladder with silence or with a message that needs no consent",
) if {
	some journey in input.journeys
	some step in journey.steps
	step.type == "message"
	not ends_free(step)
}

has_purpose(action) if input.catalogue.purposes[action.purpose]

has_topic(action) if input.catalogue.topics[action.topic]

ends_free(step) if {
	last := step.ladder[count(step.ladder) - 1]
	last.kind == "silence"
}

ends_free(step) if {
	last := step.ladder[count(step.ladder) - 1]
	input.catalogue.channels[last.action.channel].consentRequired == false
	input.catalogue.purposes[last.action.purpose].consentRequired == false
	input.catalogue.topics[last.action.topic].consentRequired == false
	every element in last.action.dataElements {
		rests_on_something_else(element)
	}
}

rests_on_something_else(element) if {
	basis := input.catalogue.dataElements[element].lawfulBasis
	not basis in input.settings.lawfulBasis.needConsent
}
