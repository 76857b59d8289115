package wayleave_test.models

import data.wayleave_test.design_fixtures as fixtures

with_model(model, reviews) := fixtures.added({
	sprintf("%s/model", [fixtures.first_action]): model,
	"/settings/modelReview": reviews,
	"/dpias": [{"id": "d1", "state": "approved", "journeys": ["win-back"]}],
	"/modelCards": [{"id": "m1", "state": "approved", "model": "propensity"}],
})

reviews := {
	"models": {"propensity": {"title": "Propensity", "versions": ["1"]}},
	"rehearsal": {"propensity": {"title": "Propensity", "versions": ["2"]}},
}

test_a_reviewed_version_is_fine if {
	fixtures.codes(with_model({"id": "propensity", "version": "1"}, reviews)) == set()
}

test_a_version_admitted_to_rehearsals_is_warned_of if {
	fixtures.reasons("fairness-review-missing", with_model({"id": "propensity", "version": "2"}, reviews)) == {concat(" ", [
		"Nobody has reviewed the model Propensity, version 2, for fairness;",
		"it is admitted to rehearsals with synthetic people only",
	])}
}

test_a_version_in_neither_list_is_an_error if {
	fixtures.codes(with_model({"id": "propensity", "version": "3"}, reviews)) == {"model-refused"}
	fixtures.codes(with_model({"id": "propensity"}, reviews)) == {"model-refused"}
	fixtures.codes(with_model({"id": "propensity", "version": "1"}, {})) == {"model-refused"}
}

test_settings_that_ask_for_no_review_warn_of_none if {
	design := json.patch(with_model({"id": "propensity", "version": "1"}, reviews), [{
		"op": "remove",
		"path": "/settings/modelReview",
	}])
	fixtures.codes(design) == set()
}
