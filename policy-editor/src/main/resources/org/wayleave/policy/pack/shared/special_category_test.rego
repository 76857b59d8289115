package wayleave_test_more.special_category

import data.wayleave_test.fixtures

sections := {"specialCategory": {"sources": ["told"], "lawfulBases": ["explicit-consent"], "purposes": ["education"]}}

test_ordinary_data_is_not_concerned if {
	fixtures.reasons("special-category", fixtures.email) == set()
	fixtures.reasons("special-category", fixtures.changed({"/action/dataElements": ["purchases", "goals"]})) == set()
}

test_a_special_category_reaches_no_message_on_any_rung if {
	every rung in ["personalised", "contextual", "generic"] {
		fixtures.reasons("special-category", fixtures.changed({
			"/action/dataElements": ["purchases", "diagnosis"],
			"/action/rung": rung,
		})) == {"Diagnosis is a special category of data, by which nobody is targeted"}
	}
}

test_what_was_told_with_express_consent_serves_its_own_purpose_only if {
	told := {"/action/dataElements": ["told-condition"]}
	fixtures.reasons("special-category", fixtures.changed(object.union(told, {"/action/purpose": "education"}))) == set()
	count(fixtures.reasons("special-category", fixtures.changed(told))) == 1
	count(fixtures.reasons("special-category", json.patch(
		fixtures.changed(told),
		[{"op": "remove", "path": "/action/purpose"}],
	))) == 1
}

test_a_guess_stays_closed_whatever_it_was_agreed_to if {
	count(fixtures.reasons("special-category", fixtures.changed({
		"/action/dataElements": ["health-guess"],
		"/action/purpose": "education",
	}))) == 1
}

test_an_element_of_unknown_sensitivity_counts_as_special if {
	fixtures.reasons("special-category", fixtures.changed({"/action/dataElements": ["mystery"]})) == {"mystery is a special category of data, by which nobody is targeted"}
}

test_settings_that_say_nothing_are_silence if {
	found := data.wayleave.rules.special_category.deny with input as fixtures.email
		with data.wayleave.catalogue as fixtures.catalogue
		with data.wayleave.settings as {}
	{objection.reason | some objection in found} == {"The settings do not say when special categories of data may be used"}
}
