package wayleave_test.limits

import data.wayleave_test.design_fixtures as fixtures

test_equal_hours_are_no_quiet_hours if {
	fixtures.codes(fixtures.changed({"/settings/quietHours/start": 8})) == {"quiet-hours-off"}
}

test_missing_quiet_hours_are_found if {
	fixtures.codes(fixtures.lacking(["/settings/quietHours"])) == {"quiet-hours-off"}
}

test_a_disturbing_channel_outside_the_quiet_hours_is_found if {
	fixtures.reasons("quiet-hours-off", fixtures.changed({"/settings/quietHours/channels": []})) == {"Quiet hours do not hold for Email, on which journeys disturb people"}
}

test_a_channel_may_be_declared_silent if {
	fixtures.codes(fixtures.changed({"/settings/quietHours": {
		"start": 21,
		"end": 8,
		"channels": [],
		"silentChannels": ["email"],
	}})) == set()
}

test_a_missing_cap_is_found if {
	fixtures.reasons("cap-off", fixtures.changed({"/settings/caps/week": 0})) == {"There is no limit to contacts in a week"}
	fixtures.codes(fixtures.lacking(["/settings/caps"])) == {"cap-off"}
}
