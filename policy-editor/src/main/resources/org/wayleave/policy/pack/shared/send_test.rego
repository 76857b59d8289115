package wayleave_test.send

import data.wayleave_test.fixtures

decision(document) := value if {
	value := data.wayleave.send with input as document
		with data.wayleave.catalogue as fixtures.catalogue
		with data.wayleave.settings as fixtures.settings
}

test_an_adult_with_all_consents_gets_the_message if {
	decision(fixtures.email) == {"allow": true, "deny": set(), "consent": "granted"}
}

test_every_objection_is_reported if {
	answer := decision(fixtures.changed({
		"/person/contacts/day": 2,
		"/person/consent/channel/email/state": "unknown",
		"/context/localHour": 23,
	}))
	not answer.allow
	{objection.rule | some objection in answer.deny} == {"cap-day", "consent-channel", "quiet-hours"}
	answer.consent == "unknown"
}

test_every_objection_has_a_reason if {
	answer := decision({})
	not answer.allow
	every objection in answer.deny {
		count(objection.reason) > 10
	}
}

test_nothing_is_sent_without_input if {
	not decision({}).allow
}

test_nothing_is_sent_without_catalogue_and_settings if {
	answer := data.wayleave.send with input as fixtures.email
		with data.wayleave.catalogue as {}
		with data.wayleave.settings as {}
	not answer.allow
}
