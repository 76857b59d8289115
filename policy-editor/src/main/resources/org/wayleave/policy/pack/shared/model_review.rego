# METADATA
# title: Review of models
# description: >-
#   No model chooses for people before somebody has looked at whom it serves badly. A rehearsal with synthetic people may
#   do without, where the settings say so in plain words.
package wayleave.rules.model_review

import data.wayleave.settings

# METADATA
# title: Model with a fairness review
# description: >-
#   An action that a model chose is taken only when the settings have a fairness review of that model in that version, or
#   admit that version to rehearsals without one.
# custom:
#   rule: model-review
deny contains {"rule": "model-review", "reason": reason} if some reason in reasons

reasons contains "The settings have no list of reviewed models" if not has_settings

reasons contains reason if {
	model := input.action.model
	not is_reviewed(model)
	not is_rehearsed(model)
	reason := sprintf("No fairness review of the model %v, version %v, is on record", [
		object.get(model, "id", "without a name"),
		object.get(model, "version", "unknown"),
	])
}

# Positive forms: a negated expression with a missing value inside it would not object.
has_settings if is_object(settings.modelReview.models)

is_reviewed(model) if model.version in settings.modelReview.models[model.id].versions

# Admitted to rehearsals, though nobody has reviewed it; the checks before activation warn of it.
is_rehearsed(model) if model.version in settings.modelReview.rehearsal[model.id].versions
