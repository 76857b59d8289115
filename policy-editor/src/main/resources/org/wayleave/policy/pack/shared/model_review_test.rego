package wayleave_test_more.model_review

import data.wayleave_test.fixtures

sections := {"modelReview": {
	"models": {"propensity": {"versions": ["1", "2"]}},
	"rehearsal": {"draft-score": {"versions": ["1"]}},
}}

chosen_by(model) := fixtures.reasons("model-review", fixtures.changed({"/action/model": model}))

test_an_action_without_a_model_is_not_concerned if {
	fixtures.reasons("model-review", fixtures.email) == set()
}

test_a_reviewed_version_may_choose if {
	chosen_by({"id": "propensity", "version": "2"}) == set()
}

test_a_version_without_a_review_may_not if {
	chosen_by({"id": "propensity", "version": "3"}) == {"No fairness review of the model propensity, version 3, is on record"}
}

test_a_model_without_a_review_may_not if {
	chosen_by({"id": "mystery", "version": "1"}) == {"No fairness review of the model mystery, version 1, is on record"}
	chosen_by({}) == {"No fairness review of the model without a name, version unknown, is on record"}
}

test_a_version_that_is_admitted_to_rehearsals_may_choose if {
	chosen_by({"id": "draft-score", "version": "1"}) == set()
	chosen_by({"id": "draft-score", "version": "2"}) == {"No fairness review of the model draft-score, version 2, is on record"}
}

test_an_admission_alone_is_no_list_of_reviews if {
	found := data.wayleave.rules.model_review.deny with input as fixtures.email
		with data.wayleave.settings.modelReview as {"rehearsal": {}}
	{objection.reason | some objection in found} == {"The settings have no list of reviewed models"}
}

test_settings_without_reviews_are_silence if {
	found := data.wayleave.rules.model_review.deny with input as fixtures.email
		with data.wayleave.settings as {}
	{objection.reason | some objection in found} == {"The settings have no list of reviewed models"}
}
