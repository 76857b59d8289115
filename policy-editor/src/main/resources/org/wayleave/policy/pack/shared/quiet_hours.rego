# METADATA
# title: Quiet hours
# description: Nobody is disturbed at night. The hours are those on the person's own clock.
package wayleave.rules.quiet_hours

import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: Quiet hours
# description: >-
#   On the channels named in the settings, nothing is sent from the hour at which quiet begins until the hour at which
#   it ends, in the person's local time. When both hours are the same there are no quiet hours.
# custom:
#   rule: quiet-hours
deny contains {"rule": "quiet-hours", "reason": reason} if {
	not is_silent_channel
	not is_exempt
	not is_waking_hour
}

is_silent_channel if {
	channels := settings.quietHours.channels
	not input.action.channel in channels
}

is_exempt if input.action.purpose in settings.quietHours.exemptPurposes

is_waking_hour if {
	settings.quietHours.start > settings.quietHours.end
	is_number(input.context.localHour)
	input.context.localHour >= settings.quietHours.end
	input.context.localHour < settings.quietHours.start
}

is_waking_hour if {
	settings.quietHours.start < settings.quietHours.end
	is_number(input.context.localHour)
	input.context.localHour < settings.quietHours.start
}

is_waking_hour if {
	settings.quietHours.start < settings.quietHours.end
	is_number(input.context.localHour)
	input.context.localHour >= settings.quietHours.end
}

is_waking_hour if settings.quietHours.start == settings.quietHours.end

reason := sprintf("It is %s where the person is; quiet hours last from %s to %s", [
	words.hour(input.context.localHour),
	words.hour(settings.quietHours.start),
	words.hour(settings.quietHours.end),
]) if {
	is_number(input.context.localHour)
	is_number(settings.quietHours.start)
	is_number(settings.quietHours.end)
} else := "The hour where the person is, or the hours of quiet, are not known"
