# METADATA
# title: Special categories of data
# description: >-
#   Data that the law protects specially, such as health or beliefs, is kept out of every decision about who gets what.
package wayleave.rules.special_category

import data.wayleave.catalogue
import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: No targeting by special categories of data
# description: >-
#   A data element of a special category takes no part in a message. The settings can open it where all three hold: the
#   person told it, expressly agreed to it, and the message serves the purpose it was told for. An element whose
#   sensitivity is not known counts as special.
# custom:
#   rule: special-category
deny contains {"rule": "special-category", "reason": reason} if some reason in reasons

reasons contains "The settings do not say when special categories of data may be used" if not has_settings

reasons contains reason if {
	some element in input.action.dataElements
	not is_ordinary(element)
	not is_open(element)
	reason := sprintf("%s is a special category of data, by which nobody is targeted", [words.element(element)])
}

# Positive forms: a negated expression with a missing value inside it would not object.
has_settings if {
	is_array(settings.specialCategory.sources)
	is_array(settings.specialCategory.lawfulBases)
	is_array(settings.specialCategory.purposes)
}

is_ordinary(element) if catalogue.dataElements[element].sensitivity in {"normal", "sensitive"}

is_open(element) if {
	entry := catalogue.dataElements[element]
	entry.source in settings.specialCategory.sources
	entry.lawfulBasis in settings.specialCategory.lawfulBases
	input.action.purpose in settings.specialCategory.purposes
}
