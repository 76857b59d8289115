package wayleave_test.creative_approval

import data.wayleave_test.fixtures

test_an_approved_creative_goes_everywhere if {
	fixtures.reasons("creative-approval", fixtures.changed({
		"/action/topic": "wellbeing",
		"/person/flags": ["vulnerable"],
		"/action/creative/sensitive": true,
	})) == set()
}

test_an_ordinary_creative_needs_no_approval if {
	fixtures.reasons("creative-approval", fixtures.changed({"/action/creative/approved": false})) == set()
}

test_a_sensitive_creative_needs_approval if {
	fixtures.reasons("creative-approval", fixtures.changed({
		"/action/creative/approved": false,
		"/action/creative/sensitive": true,
	})) == {"The creative c1 has not been approved, and it is marked as sensitive"}
}

test_a_sensitive_topic_needs_approval if {
	fixtures.reasons("creative-approval", fixtures.changed({
		"/action/creative/approved": false,
		"/action/topic": "wellbeing",
	})) == {"The creative c1 has not been approved, and the topic wellbeing is sensitive"}
}

test_a_vulnerable_person_needs_approval if {
	fixtures.reasons("creative-approval", fixtures.changed({
		"/action/creative/approved": false,
		"/person/flags": ["vulnerable"],
	})) == {"The creative c1 has not been approved, and the person is flagged as vulnerable"}
}

test_a_missing_creative_is_not_approved if {
	document := json.patch(fixtures.lacking(["/action/creative"]), [{"op": "add", "path": "/action/topic", "value": "wellbeing"}])
	fixtures.reasons("creative-approval", document) == {"The creative has not been approved, and the topic wellbeing is sensitive"}
}
