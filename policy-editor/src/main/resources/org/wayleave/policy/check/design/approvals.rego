# METADATA
# title: Assessments and approvals
# description: Whether people have looked at what can do harm before it reaches anybody.
package wayleave.design.rules.approvals

import data.wayleave.design

# METADATA
# title: Sensitive journey without an approved DPIA
# description: >-
#   A journey on a sensitive topic, with sensitive data, or in which a model decides has a data protection impact
#   assessment (DPIA) that is approved.
# custom:
#   rule: dpia-missing
#   severity: error
found contains design.about(
	"dpia-missing",
	"journey",
	journey.id,
	sprintf("The journey %s, and no approved DPIA covers it", [concat(", ", sort(grounds))]),
	"Complete a DPIA for this journey and have it approved",
) if {
	some journey in input.journeys
	grounds := sensitive_grounds(journey.id)
	count(grounds) > 0
	not is_assessed(journey.id)
}

# METADATA
# title: Model without a card
# description: Every model that takes part in a decision has an approved model card.
# custom:
#   rule: model-without-card
#   severity: error
found contains design.at_step(
	"model-without-card",
	place.journey,
	place.step,
	sprintf("The model %s has no approved model card", [place.action.model.id]),
	"Complete the model's card and have it approved, or do without the model",
) if {
	some place in design.actions
	place.action.model.id
	not has_card(place.action.model.id)
}

# METADATA
# title: Creative not approved
# description: A creative that is sensitive, or is about a sensitive topic, is approved before the journey starts.
# custom:
#   rule: creative-not-approved
#   severity: error
found contains design.at_step(
	"creative-not-approved",
	place.journey,
	place.step,
	sprintf("The creative %s is for a sensitive subject and has not been approved", [
		object.get(place.action, ["creative", "id"], "without a name"),
	]),
	"Have the creative approved",
) if {
	some place in design.actions
	is_sensitive(place.action)
	not is_approved(place.action)
}

# METADATA
# title: Approved by the sample itself
# description: >-
#   What the sample of a new workspace approved, nobody has read. It lets the sample be rehearsed, and stands for nothing
#   beyond that.
# custom:
#   rule: approved-by-sample
#   severity: info
found contains design.about(
	"approved-by-sample",
	kind,
	document.id,
	sprintf("The %s was approved by the sample itself, by nobody", [title]),
	"Read it, complete it and have it approved by a person before any real use",
) if {
	some list, [kind, title] in {"dpias": ["dpia", "assessment"], "modelCards": ["model-card", "model card"]}
	some document in input[list]
	document.approvedBySample == true
}

sensitive_grounds(id) := {ground |
	some place in design.actions
	place.journey.id == id
	some ground in grounds_of(place.action)
}

grounds_of(action) := {ground |
	some ground in array.concat(
		array.concat(
			[sprintf("is about %s", [input.catalogue.topics[action.topic].title]) | topic_is_sensitive(action)],
			[sprintf("uses %s", [design.element_title(element)]) |
				some element in action.dataElements
				element_is_sensitive(element)
			],
		),
		[sprintf("lets the model %s decide", [action.model.id]) | action.model.id],
	)
}

topic_is_sensitive(action) if input.catalogue.topics[action.topic].sensitive

element_is_sensitive(element) if {
	input.catalogue.dataElements[element].sensitivity in input.settings.sensitiveInference.sensitivities
}

is_assessed(id) if {
	some dpia in input.dpias
	dpia.state in {"approved", "active"}
	id in dpia.journeys
}

has_card(model) if {
	some card in input.modelCards
	card.state in {"approved", "active"}
	card.model == model
}

is_sensitive(action) if topic_is_sensitive(action)

is_sensitive(action) if action.creative.sensitive

is_approved(action) if action.creative.approved == true

is_approved(action) if {
	some approval in input.approvals
	approval.kind == "creative"
	approval.id == action.creative.id
}
