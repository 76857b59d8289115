package wayleave_test.messages

import data.wayleave_test.design_fixtures as fixtures

test_a_purpose_outside_the_catalogue_is_no_purpose if {
	"no-purpose" in fixtures.codes(fixtures.changed({sprintf("%s/purpose", [fixtures.first_action]): "mystery"}))
}

test_a_message_without_a_topic_is_found if {
	fixtures.codes(fixtures.lacking([sprintf("%s/topic", [fixtures.first_action])])) == {"no-topic"}
}

test_a_ladder_may_end_in_silence if {
	fixtures.codes(fixtures.changed({"/journeys/0/steps/3/ladder/1": {"kind": "silence"}})) == set()
}

test_a_ladder_whose_last_rung_needs_consent_is_found if {
	fixtures.codes(fixtures.lacking(["/journeys/0/steps/3/ladder/1"])) == {"ladder-needs-consent"}
}

test_an_empty_ladder_is_found if {
	fixtures.codes(fixtures.changed({"/journeys/0/steps/3/ladder": []})) == {"ladder-needs-consent"}
}

test_data_resting_on_consent_makes_the_last_rung_need_consent if {
	design := fixtures.changed({"/journeys/0/steps/3/ladder/1/action/dataElements": ["answers"]})
	fixtures.codes(design) == {"ladder-needs-consent"}
}
