# METADATA
# title: Models
# description: Whether somebody has looked at whom a model serves badly before it chooses on a ladder.
package wayleave.design.rules.models

import data.wayleave.design

# METADATA
# title: Fairness review missing
# description: >-
#   A model on a ladder has a fairness review of its version on record. Where the settings ask for reviews, a version that
#   they admit to rehearsals only may be simulated and is warned of.
# custom:
#   rule: fairness-review-missing
#   severity: warning
found contains design.at_step(
	"fairness-review-missing",
	use.journey,
	use.step,
	sprintf("Nobody has reviewed the model %s, version %v, for fairness; it is admitted to rehearsals with synthetic people only", [
		title(use.model, "rehearsal"),
		use.model.version,
	]),
	"Measure it by group, have it reviewed, and enter the version under the reviewed models of the settings",
) if {
	some use in model_uses
	not is_listed(use.model, "models")
	is_listed(use.model, "rehearsal")
}

# METADATA
# title: Model that policy refuses
# description: A model on a ladder is in the settings, in its version, as reviewed or as admitted to rehearsals.
# custom:
#   rule: model-refused
#   severity: error
found contains design.at_step(
	"model-refused",
	use.journey,
	use.step,
	sprintf("The model %s, version %v, has no fairness review and is not admitted to rehearsals, so every message it chooses is blocked", [
		object.get(use.model, "id", "without a name"),
		object.get(use.model, "version", "unknown"),
	]),
	"Have this version reviewed and enter it in the settings, or do without the model",
) if {
	some use in model_uses
	not is_listed(use.model, "models")
	not is_listed(use.model, "rehearsal")
}

# Settings without a section on reviews ask for none.
model_uses contains {"journey": place.journey, "step": place.step, "model": place.action.model} if {
	is_object(input.settings.modelReview)
	some place in design.actions
	is_object(place.action.model)
}

is_listed(model, list) if model.version in input.settings.modelReview[list][model.id].versions

title(model, list) := object.get(input.settings.modelReview, [list, model.id, "title"], model.id)
