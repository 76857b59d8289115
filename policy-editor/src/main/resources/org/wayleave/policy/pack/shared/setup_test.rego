package wayleave_test.setup

import data.wayleave_test.fixtures

test_a_complete_set_up_is_fine if {
	fixtures.reasons("complete-setup", fixtures.email) == set()
}

test_missing_facts_are_named if {
	fixtures.reasons("complete-setup", fixtures.lacking(["/person/dataAge", "/action/topic"])) == {
		"The action names no topic",
		"The age of the person's data is not known",
	}
}

test_missing_settings_are_named if {
	found := data.wayleave.rules.setup.deny with input as fixtures.email
		with data.wayleave.catalogue as fixtures.catalogue
		with data.wayleave.settings as json.remove(fixtures.settings, ["/suppression/flags"])
	found == {{"rule": "complete-setup", "reason": "The settings have nothing under suppression.flags"}}
}

test_each_missing_section_of_the_settings_stops_the_message if {
	every section in object.keys(fixtures.settings) {
		answer := data.wayleave.send with input as fixtures.email
			with data.wayleave.catalogue as fixtures.catalogue
			with data.wayleave.settings as object.remove(fixtures.settings, [section])
		not answer.allow
	}
}

test_each_missing_section_of_the_catalogue_stops_the_message if {
	every section in object.keys(fixtures.catalogue) {
		answer := data.wayleave.send with input as fixtures.email
			with data.wayleave.catalogue as object.remove(fixtures.catalogue, [section])
			with data.wayleave.settings as fixtures.settings
		not answer.allow
	}
}
