package wayleave_test.sensitive_inference

import data.wayleave_test.fixtures

test_ordinary_data_on_ordinary_topics_is_fine if {
	fixtures.reasons("sensitive-inference", fixtures.email) == set()
}

test_an_inferred_health_interest_is_never_used if {
	every rung in ["personalised", "contextual", "generic"] {
		fixtures.reasons("sensitive-inference", fixtures.changed({
			"/action/dataElements": ["health-guess"],
			"/action/rung": rung,
		})) == {"Likely health interest is a guess about a sensitive matter; people are not targeted by it"}
	}
}

test_what_was_told_may_be_used_on_a_sensitive_topic if {
	fixtures.reasons("sensitive-inference", fixtures.changed({
		"/action/topic": "wellbeing",
		"/action/dataElements": ["goals"],
	})) == set()
}

test_what_was_observed_may_not_be_used_on_a_sensitive_topic if {
	fixtures.reasons("sensitive-inference", fixtures.changed({"/action/topic": "wellbeing"})) == {"Purchase history was not told by the person, and messages about wellbeing are personalised only by what was told"}
}

test_a_contextual_message_on_a_sensitive_topic_is_fine if {
	fixtures.reasons("sensitive-inference", fixtures.changed({
		"/action/topic": "wellbeing",
		"/action/rung": "contextual",
	})) == set()
}

test_no_model_scores_people_on_a_sensitive_topic if {
	fixtures.reasons("sensitive-inference", fixtures.changed({
		"/action/topic": "wellbeing",
		"/action/dataElements": ["goals"],
		"/action/model": {"id": "propensity", "version": 2},
	})) == {"The model propensity would guess about a sensitive matter, wellbeing"}
}
