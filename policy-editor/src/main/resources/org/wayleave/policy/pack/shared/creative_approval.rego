# METADATA
# title: Creative approval
# description: A person looks at a message before it reaches people or subjects where a wrong word does harm.
package wayleave.rules.creative_approval

import data.wayleave.catalogue
import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: Approval of creatives for sensitive segments
# description: >-
#   A creative that is sensitive itself, is about a sensitive topic, or goes to a person with a flag named in the
#   settings, such as vulnerable, is sent only after it has been approved.
# custom:
#   rule: creative-approval
deny contains {"rule": "creative-approval", "reason": reason} if {
	not input.action.creative.approved == true
	some why in grounds
	reason := sprintf("%s has not been approved, and %s", [creative, why])
}

grounds contains "it is marked as sensitive" if input.action.creative.sensitive

grounds contains sprintf("the topic %s is sensitive", [words.topic(input.action.topic)]) if {
	not is_ordinary_topic
}

grounds contains sprintf("the person is flagged as %s", [flag]) if {
	some flag in input.person.flags
	flag in settings.creativeApproval.flags
}

is_ordinary_topic if catalogue.topics[input.action.topic].sensitive == false

creative := sprintf("The creative %s", [input.action.creative.id]) if {
	input.action.creative.id != ""
} else := "The creative"
