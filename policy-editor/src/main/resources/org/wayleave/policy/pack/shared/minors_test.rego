package wayleave_test.minors

import data.wayleave_test.fixtures

test_adults_are_not_concerned if {
	fixtures.reasons("minors", fixtures.email) == set()
}

test_a_minor_gets_no_marketing_and_nothing_personalised if {
	fixtures.reasons("minors", fixtures.changed({"/person/ageBand": "16-17"})) == {
		"The person is in the age band 16-17, and minors get no contact for marketing",
		"The person is in the age band 16-17, and minors get no personalised messages",
	}
}

test_a_minor_gets_no_messages_about_a_blocked_topic if {
	document := fixtures.changed({
		"/person/ageBand": "under-16",
		"/action/purpose": "service",
		"/action/rung": "generic",
		"/action/topic": "wellbeing",
	})
	fixtures.reasons("minors", document) == {"The person is in the age band under-16, and minors get no messages about wellbeing"}
}

test_a_minor_gets_plain_service_messages if {
	document := fixtures.changed({"/person/ageBand": "16-17", "/action/purpose": "service", "/action/rung": "generic"})
	fixtures.reasons("minors", document) == set()
}

test_an_unknown_age_is_protected if {
	"minors" in fixtures.rules(fixtures.changed({"/person/ageBand": ""}))
	"minors" in fixtures.rules(fixtures.lacking(["/person/ageBand"]))
}
