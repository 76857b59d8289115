package wayleave_test_more.on_device

import data.wayleave_test.fixtures

sections := {"onDevice": {"channels": ["device"], "elements": ["visits"], "models": ["next-best"]}}

test_what_lies_on_servers_is_not_concerned if {
	fixtures.reasons("on-device-only", fixtures.email) == set()
}

test_history_of_the_device_is_shown_there if {
	fixtures.reasons("on-device-only", fixtures.changed({
		"/action/channel": "device",
		"/action/dataElements": ["visits"],
		"/action/model": {"id": "next-best", "version": "1"},
	})) == set()
}

test_history_of_the_device_never_leaves_it if {
	every channel, title in {"email": "email", "sms": "SMS", "web": "web"} {
		fixtures.reasons("on-device-only", fixtures.changed({
			"/action/channel": channel,
			"/action/dataElements": ["purchases", "visits"],
		})) == {sprintf("Shop visits stays on the device and is no part of a contact by %s", [title])}
	}
}

test_a_model_of_the_device_never_chooses_elsewhere if {
	fixtures.reasons("on-device-only", fixtures.changed({"/action/model": {"id": "next-best", "version": "1"}})) == {"The model next-best runs on the device only, not for a contact by email"}
}

test_an_action_without_a_channel_is_elsewhere if {
	document := json.patch(
		fixtures.changed({"/action/dataElements": ["visits"]}),
		[{"op": "remove", "path": "/action/channel"}],
	)
	count(fixtures.reasons("on-device-only", document)) == 1
}

test_settings_that_say_nothing_are_silence if {
	found := data.wayleave.rules.on_device.deny with input as fixtures.email
		with data.wayleave.settings as {}
	{objection.reason | some objection in found} == {"The settings do not say what stays on the device"}
}
