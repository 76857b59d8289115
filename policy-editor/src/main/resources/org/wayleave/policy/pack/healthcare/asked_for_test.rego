package wayleave_test_more.asked_for

import data.wayleave_test.fixtures

sections := {"askedFor": {"purposes": ["education"], "element": "goals", "openTopics": ["orders"]}}

education(changes) := fixtures.reasons(
	"asked-for",
	fixtures.changed(object.union({"/action/purpose": "education"}, changes)),
)

test_other_purposes_are_not_concerned if {
	fixtures.reasons("asked-for", fixtures.email) == set()
}

test_education_comes_to_a_person_with_a_goal if {
	education({"/person/dataAge/goals": 0}) == set()
	education({"/person/dataAge/goals": 180}) == set()
}

test_nothing_told_is_silence_on_every_rung if {
	every rung in ["personalised", "contextual", "generic"] {
		education({"/action/rung": rung}) == {"The person has told nothing that may be used under wellbeing goals, and so asked for nothing"}
	}
}

test_an_old_answer_is_silence if {
	count(education({"/person/dataAge/goals": 181})) == 1
	count(education({"/person/dataAge/goals": "yesterday"})) == 1
}

test_an_open_topic_needs_no_goal if {
	education({"/action/topic": "orders"}) == set()
}

test_settings_that_say_nothing_are_silence if {
	found := data.wayleave.rules.asked_for.deny with input as fixtures.email
		with data.wayleave.catalogue as fixtures.catalogue
		with data.wayleave.settings as {}
	{objection.reason | some objection in found} == {"The settings do not say what must be asked for"}
}
