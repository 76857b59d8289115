package wayleave_test.design

import data.wayleave_test.design_fixtures as fixtures

test_nothing_is_wrong_with_the_good_design if {
	fixtures.findings(fixtures.good) == set()
}

test_a_finding_names_document_and_step if {
	fixtures.findings(fixtures.lacking([sprintf("%s/purpose", [fixtures.first_action])])) == {
		{
			"code": "no-purpose",
			"kind": "journey",
			"document": "win-back",
			"step": "offer",
			"reason": "The personalised message has no purpose from the catalogue",
			"fix": "Choose the purpose that the message serves",
		},
		{
			"code": "data-outside-purpose",
			"kind": "journey",
			"document": "win-back",
			"step": "offer",
			"reason": "Purchase history is not registered for the purpose of this message",
			"fix": "Use another element, or have the purpose assessed and added to the catalogue",
		},
	}
}

test_an_empty_workspace_lacks_only_its_limits if {
	fixtures.codes({}) == {"quiet-hours-off", "cap-off"}
}
