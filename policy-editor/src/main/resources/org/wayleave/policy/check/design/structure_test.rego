package wayleave_test.structure

import data.wayleave_test.design_fixtures as fixtures

test_a_journey_without_holdout_is_found if {
	fixtures.codes(fixtures.changed({"/journeys/0/steps/1/type": "branch"})) == {"no-holdout"}
}

test_a_journey_that_contacts_nobody_needs_no_holdout if {
	not "no-holdout" in fixtures.codes(fixtures.changed({
		"/journeys/0/steps/1/type": "branch",
		"/journeys/0/steps/3/type": "goal",
	}))
}

test_a_journey_without_exit_is_found if {
	fixtures.codes(fixtures.changed({"/journeys/0/steps/4/type": "goal"})) == {"no-exit"}
}

test_an_exit_that_nobody_reaches_is_no_exit if {
	fixtures.codes(fixtures.lacking(["/journeys/0/edges/4", "/journeys/0/edges/2"])) == {"no-exit", "unreachable-step"}
}

test_an_unreachable_step_is_found if {
	design := fixtures.added({"/journeys/0/steps/-": {"id": "lost", "type": "goal"}})
	{finding.step | some finding in fixtures.findings(design)} == {"lost"}
	fixtures.codes(design) == {"unreachable-step"}
}

test_a_loop_without_a_wait_is_found_at_each_of_its_steps if {
	design := fixtures.added({"/journeys/0/edges/-": {"from": "offer", "port": "denied", "to": "hold"}})
	fixtures.findings(design) == set()
	short := fixtures.added({"/journeys/0/edges/-": {"from": "offer", "port": "denied", "to": "offer"}})
	fixtures.codes(short) == {"loop-without-wait"}
	{finding.step | some finding in fixtures.findings(short)} == {"offer"}
}

test_a_wait_for_an_event_does_not_break_a_loop if {
	design := json.patch(fixtures.good, [
		{"op": "add", "path": "/journeys/0/edges/-", "value": {"from": "offer", "port": "denied", "to": "hold"}},
		{"op": "replace", "path": "/journeys/0/steps/2/wait/kind", "value": "event"},
	])
	fixtures.codes(design) == {"loop-without-wait"}
	{finding.step | some finding in fixtures.findings(design)} == {"hold", "pause", "offer"}
}
