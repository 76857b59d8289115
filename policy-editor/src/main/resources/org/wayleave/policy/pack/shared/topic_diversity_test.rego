package wayleave_test.topic_diversity

import data.wayleave_test.fixtures

after(week, offers) := fixtures.reasons("topic-diversity", fixtures.changed({
	"/person/contacts/week": week,
	"/person/contacts/topicWeek/offers": offers,
}))

test_first_contacts_may_share_a_topic if {
	after(0, 0) == set()
	after(1, 1) == set()
}

test_a_third_contact_about_the_same_topic_is_too_much if {
	after(2, 2) == {"With this, 3 of 3 contacts in 7 days would be about offers; at most 67 % may be"}
}

test_a_mixed_week_is_fine if {
	after(2, 1) == set()
	after(4, 2) == set()
}

test_service_messages_are_free if {
	fixtures.reasons("topic-diversity", fixtures.changed({
		"/action/purpose": "service",
		"/person/contacts/week": 4,
		"/person/contacts/topicWeek/offers": 4,
	})) == set()
}
