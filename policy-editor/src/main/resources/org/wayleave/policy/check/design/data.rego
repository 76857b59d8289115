# METADATA
# title: Personal data
# description: Whether the data that messages use may be used for them.
package wayleave.design.rules.data_use

import data.wayleave.design

# METADATA
# title: Data element without a lawful basis
# description: Every data element in use is in the catalogue and has a lawful basis there.
# custom:
#   rule: data-without-basis
#   severity: error
found contains design.at_step(
	"data-without-basis",
	use.journey,
	use.step,
	sprintf("%s has no lawful basis in the catalogue", [design.element_title(use.element)]),
	"Register the element with its lawful basis, or do without it",
) if {
	some use in design.uses
	not has_basis(use.element)
}

# METADATA
# title: Data element outside its purposes
# description: A data element is used only for the purposes it is registered for.
# custom:
#   rule: data-outside-purpose
#   severity: error
found contains design.at_step(
	"data-outside-purpose",
	use.journey,
	use.step,
	sprintf("%s is not registered for the purpose %s", [
		design.element_title(use.element),
		object.get(use.action, "purpose", "of this message"),
	]),
	"Use another element, or have the purpose assessed and added to the catalogue",
) if {
	some use in design.uses
	has_basis(use.element)
	not has_purpose(use)
}

# METADATA
# title: Data element outside its allowed uses
# description: >-
#   A data element takes part in a message only when one of the kinds of use it is registered for fits the rung, as the
#   settings say.
# custom:
#   rule: data-outside-uses
#   severity: error
found contains design.at_step(
	"data-outside-uses",
	use.journey,
	use.step,
	sprintf("%s may not be used in a %s message", [design.element_title(use.element), use.rung]),
	"Leave the element out of this rung, or have another kind of use assessed and added to the catalogue",
) if {
	some use in design.uses
	has_basis(use.element)
	not has_fitting_use(use)
}

# METADATA
# title: Retention missing
# description: Every data element in use has a retention period, so that it is known when it must no longer be used.
# custom:
#   rule: retention-missing
#   severity: error
found contains design.at_step(
	"retention-missing",
	use.journey,
	use.step,
	sprintf("%s has no retention period in the catalogue", [design.element_title(use.element)]),
	"Give the element a retention period in days",
) if {
	some use in design.uses
	has_basis(use.element)
	not has_retention(use.element)
}

# METADATA
# title: Guess about a sensitive matter
# description: Data that was inferred about a sensitive side of a person's life is never used to target people.
# custom:
#   rule: inferred-sensitive
#   severity: error
found contains design.at_step(
	"inferred-sensitive",
	use.journey,
	use.step,
	sprintf("%s is a guess about a sensitive matter; every message that uses it is blocked", [design.element_title(use.element)]),
	"Use what people told instead",
) if {
	some use in design.uses
	entry := input.catalogue.dataElements[use.element]
	entry.sensitivity in input.settings.sensitiveInference.sensitivities
	entry.source in input.settings.sensitiveInference.sources
}

has_basis(element) if input.catalogue.lawfulBases[input.catalogue.dataElements[element].lawfulBasis]

has_purpose(use) if use.action.purpose in input.catalogue.dataElements[use.element].purposes

has_fitting_use(use) if {
	some kind in input.catalogue.dataElements[use.element].allowedUses
	kind in input.settings.dataUse[use.rung]
}

has_retention(element) if input.catalogue.dataElements[element].retentionDays > 0
