# METADATA
# title: Frequency caps
# description: >-
#   Limits how often one person is contacted: in 24 hours, in 7 days, and in 7 days about one topic. Channels that the
#   catalogue does not count as contact, and the purposes named in the settings, are free of these limits.
package wayleave.rules.caps

import data.wayleave.catalogue
import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: Contacts in a day
# description: A person gets no more contacts within 24 hours than the settings allow.
# custom:
#   rule: cap-day
deny contains {"rule": "cap-day", "reason": reason} if {
	not is_exempt
	not below_day_cap
	reason := sentence(
		object.get(input, ["person", "contacts", "day"], null),
		object.get(settings, ["caps", "day"], null),
		"in the last 24 hours",
	)
}

# METADATA
# title: Contacts in a week
# description: A person gets no more contacts within 7 days than the settings allow.
# custom:
#   rule: cap-week
deny contains {"rule": "cap-week", "reason": reason} if {
	not is_exempt
	not below_week_cap
	reason := sentence(
		object.get(input, ["person", "contacts", "week"], null),
		object.get(settings, ["caps", "week"], null),
		"in the last 7 days",
	)
}

# METADATA
# title: Contacts about one topic in a week
# description: >-
#   A person gets no more contacts about one topic within 7 days than the settings allow; some topics have a lower limit
#   of their own.
# custom:
#   rule: cap-topic
deny contains {"rule": "cap-topic", "reason": reason} if {
	not is_exempt
	not below_topic_cap
	topic := object.get(input, ["action", "topic"], "")
	reason := sentence(
		object.get(input, ["person", "contacts", "topicWeek", topic], 0),
		topic_cap,
		sprintf("about %s in the last 7 days", [words.topic(topic)]),
	)
}

is_exempt if catalogue.channels[input.action.channel].countsAsContact == false

is_exempt if input.action.purpose in settings.caps.exemptPurposes

below_day_cap if below(input.person.contacts.day, settings.caps.day)

below_week_cap if below(input.person.contacts.week, settings.caps.week)

below_topic_cap if {
	counts := input.person.contacts.topicWeek
	below(object.get(counts, input.action.topic, 0), topic_cap)
}

# Rego orders values of different types too, so both must be numbers before they are compared.
below(made, cap) if {
	is_number(made)
	is_number(cap)
	made < cap
}

default topic_cap := null

topic_cap := settings.caps.topicWeekFor[input.action.topic]

topic_cap := settings.caps.topicWeek if not settings.caps.topicWeekFor[input.action.topic]

sentence(made, cap, when) := sprintf("%s %s; at most %v allowed", [words.counted(made, "contact"), when, cap]) if {
	is_number(made)
	is_number(cap)
}

sentence(made, _, when) := sprintf("The number of contacts %s is not known", [when]) if not is_number(made)

sentence(made, cap, when) := sprintf("The settings give no limit for contacts %s", [when]) if {
	is_number(made)
	not is_number(cap)
}
