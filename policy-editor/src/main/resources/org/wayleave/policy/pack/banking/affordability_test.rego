package wayleave_test_more.affordability

import data.wayleave_test.fixtures

sections := {"affordability": {
	"limits": {"overdrafts90": {"title": "Overdrafts in 90 days", "most": 0}},
	"openTopics": ["offers", "wellbeing", "orders", "mystery"],
}}

about_savings(changes) := fixtures.reasons(
	"affordability",
	fixtures.changed(object.union({"/action/topic": "savings"}, changes)),
)

test_an_offer_goes_to_a_person_who_was_not_overdrawn if {
	about_savings({"/person/features/overdrafts90": 0}) == set()
}

test_an_overdrawn_person_gets_no_offer_on_any_rung if {
	every rung in ["personalised", "contextual", "generic"] {
		about_savings({
			"/person/features/overdrafts90": 2,
			"/action/rung": rung,
		}) == {"Overdrafts in 90 days: 2 times; at most 0 allowed for an offer"}
	}
}

test_unknown_is_silence if {
	about_savings({}) == {"Overdrafts in 90 days: not known, so nothing is offered"}
	about_savings({"/person/features/overdrafts90": "none"}) == {"Overdrafts in 90 days: not known, so nothing is offered"}
	about_savings({"/person/features": {}}) == {"Overdrafts in 90 days: not known, so nothing is offered"}
}

test_other_topics_stay_open if {
	fixtures.reasons("affordability", fixtures.changed({"/person/features/overdrafts90": 3})) == set()
}

test_a_message_without_a_topic_counts_as_an_offer if {
	count(fixtures.reasons("affordability", fixtures.lacking(["/action/topic"]))) == 1
}

test_settings_that_say_nothing_are_silence if {
	every broken in [{}, {"limits": {}, "openTopics": ["offers"]}] {
		found := data.wayleave.rules.affordability.deny with input as fixtures.email
			with data.wayleave.settings.affordability as broken
		{"rule": "affordability", "reason": "The settings do not say when money is short"} in found
	}
}
