# METADATA
# title: Limits on contact
# description: Whether the settings protect people's rest.
package wayleave.design.rules.limits

import data.wayleave.design

# METADATA
# title: Quiet hours off
# description: Quiet hours are on, and they hold for every channel that the catalogue counts as contact.
# custom:
#   rule: quiet-hours-off
#   severity: warning
found contains design.about(
	"quiet-hours-off",
	"settings",
	settings_id,
	"There are no quiet hours, so people can be disturbed at night",
	"Set the hours at which quiet begins and ends",
) if {
	not has_quiet_hours
}

found contains design.about(
	"quiet-hours-off",
	"settings",
	settings_id,
	sprintf("Quiet hours do not hold for %s, on which journeys disturb people", [
		object.get(input, ["catalogue", "channels", channel, "title"], channel),
	]),
	"Add the channel to the quiet hours",
) if {
	has_quiet_hours
	some place in design.actions
	channel := place.action.channel
	input.catalogue.channels[channel].countsAsContact
	input.catalogue.channels[channel].consentRequired
	not channel in input.settings.quietHours.channels
	not channel in object.get(input.settings, ["quietHours", "silentChannels"], [])
}

# METADATA
# title: Frequency cap off
# description: The settings limit contacts in a day, in a week, and in a week about one topic.
# custom:
#   rule: cap-off
#   severity: warning
found contains design.about(
	"cap-off",
	"settings",
	settings_id,
	sprintf("There is no limit to contacts in a %s", [period]),
	"Set the limit to 1 or more",
) if {
	some cap, period in {"day": "day", "week": "week", "topicWeek": "week about one topic"}
	not has_cap(cap)
}

settings_id := object.get(input, ["settings", "id"], "settings")

has_quiet_hours if input.settings.quietHours.start != input.settings.quietHours.end

has_cap(cap) if input.settings.caps[cap] > 0
