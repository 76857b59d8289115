package wayleave_test_more.session

import data.wayleave_test.fixtures

sections := {"session": {"elements": ["visits"], "channels": ["web"], "purposes": ["service"], "models": ["session-next"]}}

during_a_visit(changes) := fixtures.reasons("session-only", fixtures.changed(object.union(
	{
		"/action/channel": "web",
		"/action/purpose": "service",
		"/action/dataElements": ["visits"],
		"/person/dataAge/visits": 0,
	},
	changes,
)))

test_what_is_kept_longer_is_not_concerned if {
	fixtures.reasons("session-only", fixtures.email) == set()
}

test_a_visit_orders_its_own_rows if {
	during_a_visit({}) == set()
	during_a_visit({"/action/model": {"id": "session-next", "version": "1"}}) == set()
}

test_a_visit_never_becomes_an_email if {
	during_a_visit({"/action/channel": "email"}) == {"Shop visits is used on the screens of the visit only, not by email"}
}

test_a_visit_serves_no_other_purpose if {
	during_a_visit({"/action/purpose": "marketing"}) == {"Shop visits serves the visit only, not marketing"}
}

test_an_earlier_visit_is_forgotten if {
	during_a_visit({"/person/dataAge/visits": 1}) == {"Shop visits is of an earlier visit"}
}

test_a_model_of_the_visit_reads_nothing_else if {
	during_a_visit({
		"/action/dataElements": ["visits", "purchases"],
		"/action/model": {"id": "session-next", "version": "1"},
	}) == {"The model session-next reads this visit only, not purchase history"}
}

test_settings_that_say_nothing_are_silence if {
	found := data.wayleave.rules.session.deny with input as fixtures.email
		with data.wayleave.settings as {}
	{objection.reason | some objection in found} == {"The settings do not say what belongs to a visit"}
}
