package wayleave_test.quiet_hours

import data.wayleave_test.fixtures

at(hour) := fixtures.reasons("quiet-hours", fixtures.changed({"/context/localHour": hour}))

test_the_day_is_open if {
	every hour in numbers.range(8, 20) {
		at(hour) == set()
	}
}

test_the_night_is_quiet if {
	every hour in array.concat(numbers.range(21, 23), numbers.range(0, 7)) {
		count(at(hour)) == 1
	}
}

test_the_reason_gives_both_clocks if {
	at(22) == {"It is 22:00 where the person is; quiet hours last from 21:00 to 08:00"}
}

test_a_channel_that_disturbs_nobody_stays_open if {
	fixtures.reasons("quiet-hours", fixtures.changed({"/context/localHour": 2, "/action/channel": "web"})) == set()
}

test_quiet_hours_within_one_day if {
	siesta := {"start": 13, "end": 15, "channels": ["email"], "exemptPurposes": []}
	with_siesta(13, siesta) == 1
	with_siesta(14, siesta) == 1
	with_siesta(15, siesta) == 0
	with_siesta(12, siesta) == 0
}

test_equal_hours_mean_no_quiet_hours if {
	none := {"start": 0, "end": 0, "channels": ["email"], "exemptPurposes": []}
	every hour in numbers.range(0, 23) {
		with_siesta(hour, none) == 0
	}
}

test_an_unknown_hour_is_quiet if {
	fixtures.reasons("quiet-hours", fixtures.lacking(["/context/localHour"])) == {"The hour where the person is, or the hours of quiet, are not known"}
}

with_siesta(hour, hours) := count(found) if {
	found := data.wayleave.rules.quiet_hours.deny with input as fixtures.changed({"/context/localHour": hour})
		with data.wayleave.settings.quietHours as hours
}
