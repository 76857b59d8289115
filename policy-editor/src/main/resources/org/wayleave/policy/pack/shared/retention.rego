# METADATA
# title: Retention
# description: >-
#   Data is used no longer than the catalogue lets it be kept. A data element without a retention period may not be
#   used at all.
package wayleave.rules.retention

import data.wayleave.catalogue
import data.wayleave.words

# METADATA
# title: Retention of the data used
# description: >-
#   Each data element in use has a retention period, and this person's record of it is not older than that.
# custom:
#   rule: retention
deny contains {"rule": "retention", "reason": reason} if some reason in reasons

reasons contains reason if {
	some element in input.action.dataElements
	not has_limit(element)
	reason := sprintf("%s has no retention period in the catalogue", [words.element(element)])
}

reasons contains reason if {
	some element in input.action.dataElements
	limit := catalogue.dataElements[element].retentionDays
	age := input.person.dataAge[element]
	age > limit
	reason := sprintf("%s is %s old and may be used for %s", [
		words.element(element),
		words.counted(age, "day"),
		words.counted(limit, "day"),
	])
}

has_limit(element) if is_number(catalogue.dataElements[element].retentionDays)
