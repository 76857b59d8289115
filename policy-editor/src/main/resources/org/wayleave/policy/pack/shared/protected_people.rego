# METADATA
# title: People in need of protection
# description: >-
#   Some people are left alone by whatever sells or singles out: people who are vulnerable or in difficulty, and children
#   at a shared screen. What stays open to them is written in the settings.
package wayleave.rules.protected_people

import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: Protection of people in need of it
# description: >-
#   A person with a flag named in the settings, such as vulnerable, gets only what the settings leave open for that flag:
#   certain purposes, on certain rungs of the ladder. While it is not known whether a person needs protection, nothing is
#   sent.
# custom:
#   rule: protected-people
deny contains {"rule": "protected-people", "reason": reason} if some reason in reasons

reasons contains "The settings do not say whom to protect" if not has_settings

reasons contains "Whether the person needs protection is not known" if not is_known

reasons contains reason if {
	some flag in input.person.flags
	entry := settings.protectedPeople.flags[flag]
	not is_open_purpose(entry)
	reason := sprintf("The person is %s and gets nothing for %s", [
		object.get(entry, "title", flag),
		words.purpose(object.get(input, ["action", "purpose"], "")),
	])
}

reasons contains reason if {
	some flag in input.person.flags
	entry := settings.protectedPeople.flags[flag]
	not is_open_rung(entry)
	reason := sprintf("The person is %s and gets no %s messages", [
		object.get(entry, "title", flag),
		object.get(input, ["action", "rung"], "nameless"),
	])
}

# Positive forms: a negated expression with a missing value inside it would not object.
has_settings if is_object(settings.protectedPeople.flags)

is_known if is_array(input.person.flags)

is_open_purpose(entry) if input.action.purpose in entry.purposes

is_open_rung(entry) if input.action.rung in entry.rungs
