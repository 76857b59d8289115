package wayleave_test_more.explicit_opt_in

import data.wayleave_test.fixtures

sections := {"explicitOptIn": {"purposes": ["marketing", "personalisation"], "sources": ["preference centre"]}}

test_an_express_act_is_enough if {
	fixtures.reasons("explicit-opt-in", fixtures.email) == set()
}

test_a_consent_that_was_carried_over_is_not_enough if {
	document := fixtures.changed({"/person/consent/purpose/marketing/source": "legacy-import"})
	fixtures.reasons("explicit-opt-in", document) == {"Consent to marketing was recorded by legacy-import, which is no express act of the person"}
}

test_the_degree_of_personalisation_needs_an_express_act_too if {
	carried := {"/person/consent/purpose/personalisation/source": "legacy-import"}
	fixtures.reasons("explicit-opt-in", fixtures.changed(carried)) == {"Consent to personalisation was recorded by legacy-import, which is no express act of the person"}
	fixtures.reasons("explicit-opt-in", fixtures.changed(object.union(carried, {"/action/rung": "contextual"}))) == set()
}

test_a_consent_without_its_place_is_not_enough if {
	every document in [
		fixtures.changed({"/person/consent/purpose/marketing/source": ""}),
		fixtures.lacking(["/person/consent/purpose/marketing/source"]),
	] {
		fixtures.reasons("explicit-opt-in", document) == {"Consent to marketing was recorded without its place, which is no express act of the person"}
	}
}

test_a_purpose_that_needs_no_opt_in_is_not_concerned if {
	document := fixtures.changed({
		"/action/purpose": "service",
		"/person/consent/purpose/personalisation/source": "legacy-import",
	})
	fixtures.reasons("explicit-opt-in", document) == set()
}

test_settings_that_say_nothing_are_silence if {
	found := data.wayleave.rules.explicit_opt_in.deny with input as fixtures.email
		with data.wayleave.settings as {}
	{objection.reason | some objection in found} == {"The settings do not say what an explicit opt-in is"}
}
