package wayleave_test_more.aggregates

import data.wayleave_test.fixtures

sections := {"aggregatesOnly": {"uses": ["aggregate"], "purposes": ["statistics"]}}

test_data_for_messages_is_not_concerned if {
	fixtures.reasons("aggregates-only", fixtures.email) == set()
}

test_counted_data_takes_no_part_in_a_message if {
	every rung in ["personalised", "contextual", "generic"] {
		fixtures.reasons("aggregates-only", fixtures.changed({
			"/action/dataElements": ["purchases", "reading"],
			"/action/rung": rung,
		})) == {"Articles read is only counted over many people"}
	}
}

test_nobody_is_contacted_for_statistics if {
	fixtures.reasons("aggregates-only", fixtures.changed({"/action/purpose": "statistics"})) == {"For statistics people are only counted, and nobody is contacted"}
}

test_settings_that_say_nothing_are_silence if {
	found := data.wayleave.rules.aggregates.deny with input as fixtures.email
		with data.wayleave.catalogue as fixtures.catalogue
		with data.wayleave.settings as {}
	{objection.reason | some objection in found} == {"The settings do not say what is only counted"}
}
