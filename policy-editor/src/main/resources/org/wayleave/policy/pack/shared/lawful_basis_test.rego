package wayleave_test.lawful_basis

import data.wayleave_test.fixtures

test_registered_elements_and_purposes_are_fine if {
	fixtures.reasons("lawful-basis", fixtures.email) == set()
}

test_an_element_without_a_basis_is_not_used if {
	fixtures.reasons("lawful-basis", fixtures.changed({"/action/dataElements": ["purchases", "baseless"]})) == {"Bought addresses has no lawful basis in the catalogue"}
}

test_an_element_outside_the_catalogue_is_not_used if {
	fixtures.reasons("lawful-basis", fixtures.changed({"/action/dataElements": ["shoe-size"]})) == {"shoe-size has no lawful basis in the catalogue"}
}

test_an_element_is_not_used_for_another_purpose if {
	fixtures.reasons("lawful-basis", fixtures.changed({"/action/purpose": "service", "/action/dataElements": ["goals"]})) == {"Wellbeing goals may be used for marketing, not for service"}
}

test_an_action_without_a_purpose_is_not_taken if {
	"The action names no purpose" in fixtures.reasons("lawful-basis", fixtures.lacking(["/action/purpose"]))
}

test_a_purpose_outside_the_catalogue_is_not_followed if {
	"The purpose mystery has no lawful basis in the catalogue" in fixtures.reasons(
		"lawful-basis",
		fixtures.changed({"/action/purpose": "mystery"}),
	)
}

test_an_action_that_hides_its_data_is_not_taken if {
	fixtures.reasons("lawful-basis", fixtures.lacking(["/action/dataElements"])) == {"The action does not say which data it uses"}
}

test_an_element_kept_for_measurement_is_not_used_in_a_message if {
	fixtures.reasons("lawful-basis", fixtures.changed({"/action/dataElements": ["visits"]})) == {"Shop visits may not be used in a personalised message"}
}

test_a_generic_message_uses_less_than_a_personalised_one if {
	document := fixtures.changed({"/action/dataElements": ["undated"], "/action/rung": "generic"})
	fixtures.reasons("lawful-basis", document) == {"Undated notes may not be used in a generic message"}
}
