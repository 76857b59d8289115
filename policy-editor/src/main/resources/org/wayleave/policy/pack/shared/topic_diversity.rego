# METADATA
# title: Topic diversity
# description: Keeps one topic from crowding out all others in what a person hears.
package wayleave.rules.topic_diversity

import data.wayleave.catalogue
import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: Topic diversity
# description: >-
#   Once a person has had the number of contacts named in the settings within 7 days, the next one may not lift the
#   share of its topic above the greatest share allowed.
# custom:
#   rule: topic-diversity
deny contains {"rule": "topic-diversity", "reason": reason} if {
	not is_exempt
	made := input.person.contacts.week
	made >= settings.topicDiversity.afterContacts
	about := object.get(input.person.contacts, ["topicWeek", input.action.topic], 0) + 1
	about * 100 > settings.topicDiversity.maxSharePercent * (made + 1)
	reason := sprintf("With this, %v of %v contacts in 7 days would be about %s; at most %v %% may be", [
		about,
		made + 1,
		words.topic(input.action.topic),
		settings.topicDiversity.maxSharePercent,
	])
}

is_exempt if catalogue.channels[input.action.channel].countsAsContact == false

is_exempt if input.action.purpose in settings.topicDiversity.exemptPurposes
