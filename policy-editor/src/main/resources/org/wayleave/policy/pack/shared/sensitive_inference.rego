# METADATA
# title: Sensitive inference
# description: >-
#   Nobody is targeted by what a system guesses about their health or another sensitive side of their life.
package wayleave.rules.sensitive_inference

import data.wayleave.catalogue
import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: No targeting by inferred health status
# description: >-
#   A sensitive or special data element that was inferred, rather than told by the person, is never used. On a sensitive
#   topic, a personalised message uses only what the person told us for that end, and no model's score.
# custom:
#   rule: sensitive-inference
deny contains {"rule": "sensitive-inference", "reason": reason} if some reason in reasons

reasons contains reason if {
	some element in input.action.dataElements
	entry := catalogue.dataElements[element]
	entry.sensitivity in settings.sensitiveInference.sensitivities
	entry.source in settings.sensitiveInference.sources
	reason := sprintf("%s is a guess about a sensitive matter; people are not targeted by it", [words.element(element)])
}

reasons contains reason if {
	is_sensitive_and_personal
	some element in input.action.dataElements
	not was_told(element)
	reason := sprintf("%s was not told by the person, and messages about %s are personalised only by what was told", [
		words.element(element),
		words.topic(input.action.topic),
	])
}

reasons contains reason if {
	is_sensitive_and_personal
	model := input.action.model.id
	reason := sprintf("The model %s would guess about a sensitive matter, %s", [model, words.topic(input.action.topic)])
}

is_sensitive_and_personal if {
	input.action.rung in settings.sensitiveInference.sensitiveTopicRungs
	not is_ordinary_topic
}

is_ordinary_topic if catalogue.topics[input.action.topic].sensitive == false

was_told(element) if {
	catalogue.dataElements[element].source in settings.sensitiveInference.sensitiveTopicSources
}
