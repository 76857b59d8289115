package wayleave_test_more.protected_people

import data.wayleave_test.fixtures

sections := {"protectedPeople": {"flags": {"vulnerable": {
	"title": "marked as vulnerable",
	"purposes": ["service"],
	"rungs": ["generic", "contextual"],
}}}}

test_a_person_without_flags_is_not_concerned if {
	fixtures.reasons("protected-people", fixtures.email) == set()
}

test_a_vulnerable_person_gets_no_marketing_on_any_rung if {
	every rung in ["personalised", "contextual", "generic"] {
		"The person is marked as vulnerable and gets nothing for marketing" in fixtures.reasons(
			"protected-people",
			fixtures.changed({"/person/flags": ["vulnerable"], "/action/rung": rung}),
		)
	}
}

test_a_vulnerable_person_gets_nothing_personalised if {
	document := fixtures.changed({"/person/flags": ["vulnerable"], "/action/purpose": "service"})
	fixtures.reasons("protected-people", document) == {"The person is marked as vulnerable and gets no personalised messages"}
}

test_what_the_settings_leave_open_stays_open if {
	document := fixtures.changed({
		"/person/flags": ["employee", "vulnerable"],
		"/action/purpose": "service",
		"/action/rung": "generic",
	})
	fixtures.reasons("protected-people", document) == set()
}

test_an_action_without_purpose_or_rung_does_not_reach_the_vulnerable if {
	document := json.patch(
		fixtures.changed({"/person/flags": ["vulnerable"]}),
		[{"op": "remove", "path": "/action/purpose"}, {"op": "remove", "path": "/action/rung"}],
	)
	count(fixtures.reasons("protected-people", document)) == 2
}

test_unknown_flags_are_silence if {
	every document in [fixtures.lacking(["/person/flags"]), fixtures.changed({"/person/flags": "none"})] {
		fixtures.reasons("protected-people", document) == {"Whether the person needs protection is not known"}
	}
}

test_settings_that_protect_nobody_are_silence if {
	every broken in [{}, {"flags": ["vulnerable"]}] {
		found := data.wayleave.rules.protected_people.deny with input as fixtures.email
			with data.wayleave.settings.protectedPeople as broken
		{objection.reason | some objection in found} == {"The settings do not say whom to protect"}
	}
}
