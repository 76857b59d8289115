# METADATA
# title: Lawful basis
# description: >-
#   Every use of personal data needs a reason the law accepts. The purpose of the action and each data element it uses
#   must be in the catalogue with a lawful basis, and an element is used only for the purposes and the kinds of use it
#   is registered for.
package wayleave.rules.lawful_basis

import data.wayleave.catalogue
import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: Lawful basis
# description: >-
#   The purpose and every data element in use have a lawful basis in the catalogue, and each element is registered for
#   this purpose and for a kind of use that fits the message.
# custom:
#   rule: lawful-basis
deny contains {"rule": "lawful-basis", "reason": reason} if some reason in reasons

reasons contains "The action names no purpose" if not input.action.purpose

reasons contains reason if {
	purpose := input.action.purpose
	not purpose_has_basis(purpose)
	reason := sprintf("The purpose %s has no lawful basis in the catalogue", [words.purpose(purpose)])
}

reasons contains "The action does not say which data it uses" if not lists_its_data

reasons contains reason if {
	some element in input.action.dataElements
	not element_has_basis(element)
	reason := sprintf("%s has no lawful basis in the catalogue", [words.element(element)])
}

reasons contains reason if {
	some element in input.action.dataElements
	element_has_basis(element)
	purposes := object.get(catalogue, ["dataElements", element, "purposes"], [])
	not input.action.purpose in purposes
	reason := sprintf("%s may be used for %s, not for %s", [
		words.element(element),
		allowed(purposes),
		words.purpose(input.action.purpose),
	])
}

reasons contains reason if {
	some element in input.action.dataElements
	element_has_basis(element)
	not has_fitting_use(element)
	reason := sprintf("%s may not be used in a %s message", [
		words.element(element),
		object.get(input, ["action", "rung"], "nameless"),
	])
}

# Positive forms: a negated expression with a missing value inside it would not object.
purpose_has_basis(purpose) if catalogue.lawfulBases[catalogue.purposes[purpose].lawfulBasis]

element_has_basis(element) if catalogue.lawfulBases[catalogue.dataElements[element].lawfulBasis]

has_fitting_use(element) if {
	some use in catalogue.dataElements[element].allowedUses
	use in settings.dataUse[input.action.rung]
}

lists_its_data if is_array(input.action.dataElements)

allowed(purposes) := "no purpose" if count(purposes) == 0

allowed(purposes) := words.listed([words.purpose(purpose) | some purpose in purposes]) if count(purposes) > 0
