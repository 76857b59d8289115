package wayleave_test.suppression

import data.wayleave_test.fixtures

test_a_person_without_flags_is_reachable if {
	fixtures.reasons("suppression", fixtures.email) == set()
}

test_a_suppressed_person_gets_no_marketing if {
	fixtures.reasons("suppression", fixtures.changed({"/person/flags": ["suppressed"]})) == {"The person is on the suppression list; contact is possible only for service"}
}

test_a_suppressed_person_gets_service_messages if {
	fixtures.reasons("suppression", fixtures.changed({"/person/flags": ["suppressed"], "/action/purpose": "service"})) == set()
}

test_a_deceased_person_is_never_contacted if {
	fixtures.reasons("suppression", fixtures.changed({"/person/flags": ["deceased"], "/action/purpose": "service"})) == {"The person is recorded as deceased"}
}

test_a_flag_outside_the_settings_suppresses_nothing if {
	fixtures.reasons("suppression", fixtures.changed({"/person/flags": ["employee"]})) == set()
}
