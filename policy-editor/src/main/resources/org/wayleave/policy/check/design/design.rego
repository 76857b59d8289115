# METADATA
# title: Checks before activation
# description: >-
#   Looks at whole designs: journeys together with the catalogue, the settings, the assessments (DPIAs), the model cards
#   and the approvals around them. Each file of rules adds findings; a new file joins in by choosing a package below
#   wayleave.design.rules and adding to its found set.
package wayleave.design

# METADATA
# title: All findings
# description: Each finding names a rule, the document and perhaps the step it is about, what is wrong, and what to do.
# entrypoint: true
findings contains finding if {
	some concern
	some finding in data.wayleave.design.rules[concern].found
}

# METADATA
# title: Finding about a step
# description: A finding about one step of a journey.
at_step(code, journey, step, reason, fix) := {
	"code": code,
	"kind": "journey",
	"document": journey.id,
	"step": step.id,
	"reason": reason,
	"fix": fix,
}

# METADATA
# title: Finding about a document
# description: A finding about a document as a whole.
about(code, kind, document, reason, fix) := {
	"code": code,
	"kind": kind,
	"document": document,
	"step": null,
	"reason": reason,
	"fix": fix,
}

# METADATA
# title: Everything that could be sent
# description: Each action on a ladder, with the journey and the step it belongs to.
actions contains {"journey": journey, "step": step, "rung": rung.kind, "action": rung.action} if {
	some journey in input.journeys
	some step in journey.steps
	step.type == "message"
	some rung in step.ladder
	rung.action
}

# METADATA
# title: Data in use
# description: Each data element that an action uses, with the place.
uses contains object.union(place, {"element": element}) if {
	some place in actions
	some element in place.action.dataElements
}

# METADATA
# title: Name of a data element
# description: The catalogue's title of a data element, or its id.
element_title(id) := object.get(input, ["catalogue", "dataElements", id, "title"], id)
