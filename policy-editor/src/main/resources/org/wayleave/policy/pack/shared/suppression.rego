# METADATA
# title: Suppression list
# description: People who must be left alone are left alone, whatever they have consented to.
package wayleave.rules.suppression

import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: Suppression
# description: >-
#   A person with a flag named in the settings (on the suppression list, deceased, waiting for an answer to a complaint)
#   is contacted only for the purposes that the settings leave open for that flag.
# custom:
#   rule: suppression
deny contains {"rule": "suppression", "reason": reason} if {
	some flag in input.person.flags
	entry := settings.suppression.flags[flag]
	not is_exempt(entry)
	reason := sprintf("The person is %s%s", [
		object.get(entry, "title", flag),
		exception(object.get(entry, "exemptPurposes", [])),
	])
}

is_exempt(entry) if input.action.purpose in entry.exemptPurposes

exception(purposes) := "" if count(purposes) == 0

exception(purposes) := sprintf("; contact is possible only for %s", [words.listed(names)]) if {
	count(purposes) > 0
	names := [words.purpose(purpose) | some purpose in purposes]
}
