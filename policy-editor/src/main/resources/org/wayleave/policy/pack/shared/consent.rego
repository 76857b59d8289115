# METADATA
# title: Consent
# description: >-
#   Nobody is contacted without the consents that the contact needs: to the channel, to the purpose and to the category
#   (the topic). Which of them are needed is written in the catalogue; whatever the catalogue does not know needs
#   consent. A consent that is unknown, denied or expired is never taken as granted.
package wayleave.rules.consent

import data.wayleave.catalogue
import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: Consent to the channel
# description: >-
#   A channel that needs consent, such as email, is used only for a person whose consent to that channel is granted
#   today.
# custom:
#   rule: consent-channel
deny contains {"rule": "consent-channel", "reason": reason} if {
	not channel_is_free
	channel_state != "granted"
	channel := object.get(input, ["action", "channel"], "")
	record := object.get(input, ["person", "consent", "channel", channel], {})
	reason := sentence(channel_state, sprintf("contact by %s", [words.channel(channel)]), record)
}

# METADATA
# title: Consent to the purpose
# description: >-
#   Data is used for a purpose that needs consent, such as marketing, only for a person who has granted it. A degree of
#   personalisation can need a purpose of its own besides, as the settings say; a purpose that the settings call its own
#   needs none besides.
# custom:
#   rule: consent-purpose
deny contains {"rule": "consent-purpose", "reason": reason} if {
	some purpose in needed_purposes
	state := purpose_state(purpose)
	state != "granted"
	record := object.get(input, ["person", "consent", "purpose", purpose], {})
	reason := sentence(state, words.purpose(purpose), record)
}

# METADATA
# title: Consent to the category
# description: >-
#   A category of messages that needs consent, such as offers, is sent only to a person who has chosen it. Data whose
#   lawful basis is consent needs this choice too, where the purpose itself needs none.
# custom:
#   rule: consent-category
deny contains {"rule": "consent-category", "reason": reason} if {
	topic_is_needed
	topic_state != "granted"
	topic := object.get(input, ["action", "topic"], "")
	record := object.get(input, ["person", "consent", "category", topic], {})
	reason := sentence(topic_state, sprintf("messages about %s", [words.topic(topic)]), record)
}

# METADATA
# title: Weakest consent
# description: >-
#   The weakest state among the consents that the action needs, from denied over expired and unknown to granted;
#   granted when it needs none.
weakest := "denied" if {
	"denied" in needed
} else := "expired" if {
	"expired" in needed
} else := "unknown" if {
	"unknown" in needed
} else := "granted"

needed contains channel_state if not channel_is_free

needed contains purpose_state(purpose) if some purpose in needed_purposes

needed contains topic_state if topic_is_needed

channel_is_free if catalogue.channels[input.action.channel].consentRequired == false

# What the catalogue does not know is not free; an action without a purpose needs consent to a nameless one.
needed_purposes contains purpose if {
	purpose := object.get(input, ["action", "purpose"], "")
	not is_free(purpose)
}

needed_purposes contains purpose if {
	some purpose in settings.rungPurposes[input.action.rung]
	not is_free(purpose)
	not is_free(input.action.purpose)
	not covers_its_rung
}

# Some purposes are personalisation of a kind of their own, such as ranking on the device.
covers_its_rung if input.action.purpose in settings.purposesOfTheirOwn

is_free(purpose) if catalogue.purposes[purpose].consentRequired == false

topic_is_free if catalogue.topics[input.action.topic].consentRequired == false

topic_is_needed if not topic_is_free

topic_is_needed if {
	is_free(input.action.purpose)
	some element in input.action.dataElements
	catalogue.dataElements[element].lawfulBasis in settings.lawfulBasis.needConsent
}

default channel_state := "unknown"

channel_state := state if {
	state := input.person.consent.channel[input.action.channel].state
	state in states
}

purpose_state(purpose) := state if {
	state := input.person.consent.purpose[purpose].state
	state in states
} else := "unknown"

default topic_state := "unknown"

topic_state := state if {
	state := input.person.consent.category[input.action.topic].state
	state in states
}

states := {"granted", "denied", "unknown", "expired"}

sentence("denied", what, record) := sprintf("Consent to %s was denied%s", [what, since(record)])

sentence("expired", what, record) := sprintf("Consent to %s expired%s", [what, since(record)])

sentence("unknown", what, _) := sprintf("No answer about consent to %s is on record", [what])

since(record) := sprintf(" on %s", [words.day(record.time)])

since(record) := "" if not words.day(record.time)
