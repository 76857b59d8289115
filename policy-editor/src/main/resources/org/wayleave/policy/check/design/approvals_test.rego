package wayleave_test.approvals

import data.wayleave_test.design_fixtures as fixtures

wellbeing := fixtures.changed({sprintf("%s/topic", [fixtures.first_action]): "wellbeing"})

with_dpia(state, journeys) := json.patch(wellbeing, [{
	"op": "add",
	"path": "/dpias/-",
	"value": {"id": "d1", "state": state, "journeys": journeys},
}])

test_a_sensitive_topic_needs_an_approved_dpia if {
	fixtures.reasons("dpia-missing", wellbeing) == {"The journey is about Wellbeing, and no approved DPIA covers it"}
	fixtures.codes(with_dpia("draft", ["win-back"])) == {"dpia-missing"}
	fixtures.codes(with_dpia("approved", ["another"])) == {"dpia-missing"}
	fixtures.codes(with_dpia("approved", ["win-back"])) == set()
}

test_sensitive_data_needs_an_approved_dpia if {
	design := fixtures.changed({sprintf("%s/dataElements", [fixtures.first_action]): ["goals"]})
	fixtures.reasons("dpia-missing", design) == {"The journey uses Wellbeing goals, and no approved DPIA covers it"}
}

with_model := fixtures.added({sprintf("%s/model", [fixtures.first_action]): {"id": "propensity", "version": 1}})

test_a_model_needs_a_card_and_a_dpia if {
	fixtures.codes(with_model) == {"model-without-card", "dpia-missing"}
}

test_an_approved_card_is_enough_for_the_model if {
	design := json.patch(with_model, [
		{"op": "add", "path": "/modelCards/-", "value": {"id": "m1", "state": "approved", "model": "propensity"}},
		{"op": "add", "path": "/dpias/-", "value": {"id": "d1", "state": "approved", "journeys": ["win-back"]}},
	])
	fixtures.codes(design) == set()
}

unapproved := json.patch(with_dpia("approved", ["win-back"]), [{
	"op": "replace",
	"path": sprintf("%s/creative/approved", [fixtures.first_action]),
	"value": false,
}])

test_a_creative_on_a_sensitive_topic_needs_approval if {
	fixtures.codes(unapproved) == {"creative-not-approved"}
}

test_an_approval_on_record_is_enough_for_the_creative if {
	design := json.patch(unapproved, [{"op": "add", "path": "/approvals/-", "value": {"kind": "creative", "id": "c1"}}])
	fixtures.codes(design) == set()
}

test_an_ordinary_creative_needs_no_approval if {
	fixtures.codes(fixtures.changed({sprintf("%s/creative/approved", [fixtures.first_action]): false})) == set()
}

test_what_the_sample_approved_is_told if {
	design := json.patch(fixtures.good, [
		{"op": "add", "path": "/modelCards/-", "value": {
			"id": "m1", "state": "approved", "model": "propensity", "approvedBySample": true,
		}},
		{"op": "add", "path": "/dpias/-", "value": {
			"id": "d1", "state": "approved", "journeys": ["win-back"], "approvedBySample": true,
		}},
		{"op": "add", "path": "/dpias/-", "value": {
			"id": "d2", "state": "approved", "journeys": ["win-back"], "approvedBySample": false,
		}},
	])
	{[finding.kind, finding.document] | some finding in fixtures.findings(design)} == {["model-card", "m1"], ["dpia", "d1"]}
	fixtures.reasons("approved-by-sample", design) == {
		"The model card was approved by the sample itself, by nobody",
		"The assessment was approved by the sample itself, by nobody",
	}
}
