package wayleave_test.caps

import data.wayleave_test.fixtures

test_below_every_cap_is_fine if {
	fixtures.rules(fixtures.changed({
		"/person/contacts/day": 1,
		"/person/contacts/week": 4,
		"/person/contacts/topicWeek/offers": 2,
	})) == set()
}

test_the_day_is_full if {
	fixtures.reasons("cap-day", fixtures.changed({"/person/contacts/day": 2})) == {"2 contacts in the last 24 hours; at most 2 allowed"}
}

test_the_week_is_full if {
	fixtures.reasons("cap-week", fixtures.changed({"/person/contacts/week": 5})) == {"5 contacts in the last 7 days; at most 5 allowed"}
}

test_the_topic_is_full if {
	fixtures.reasons("cap-topic", fixtures.changed({"/person/contacts/topicWeek/offers": 3})) == {"3 contacts about offers in the last 7 days; at most 3 allowed"}
}

test_a_topic_can_have_a_lower_cap if {
	fixtures.reasons("cap-topic", fixtures.changed({
		"/action/topic": "wellbeing",
		"/person/contacts/topicWeek/wellbeing": 1,
	})) == {"1 contact about wellbeing in the last 7 days; at most 1 allowed"}
}

test_a_channel_that_is_no_contact_is_free if {
	fixtures.rules(fixtures.changed({"/action/channel": "web", "/person/contacts/day": 9})) == set()
}

test_a_service_message_is_free if {
	fixtures.rules(fixtures.changed({"/action/purpose": "service", "/person/contacts/day": 9})) == set()
}

test_an_unknown_number_of_contacts_stops_the_message if {
	fixtures.reasons("cap-day", fixtures.lacking(["/person/contacts/day"])) == {"The number of contacts in the last 24 hours is not known"}
	"cap-topic" in fixtures.rules(fixtures.lacking(["/person/contacts/topicWeek"]))
}

test_settings_without_a_limit_stop_the_message if {
	found := data.wayleave.rules.caps.deny with input as fixtures.email
		with data.wayleave.catalogue as fixtures.catalogue
		with data.wayleave.settings as json.remove(fixtures.settings, ["/caps/week"])
	found == {{"rule": "cap-week", "reason": "The settings give no limit for contacts in the last 7 days"}}
}
