# METADATA
# title: On the device
# description: What is watched on a device is ranked there. Neither the history nor the ranking leaves it.
package wayleave.rules.on_device

import data.wayleave.settings
import data.wayleave.words

# METADATA
# title: Stays on the device
# description: >-
#   A data element or a model that the settings keep on the device takes part only in what is shown on the device itself.
# custom:
#   rule: on-device-only
deny contains {"rule": "on-device-only", "reason": reason} if some reason in reasons

reasons contains "The settings do not say what stays on the device" if not has_settings

reasons contains reason if {
	not is_shown_there
	some element in input.action.dataElements
	element in settings.onDevice.elements
	reason := sprintf("%s stays on the device and is no part of a contact by %s", [words.element(element), channel])
}

reasons contains reason if {
	not is_shown_there
	input.action.model.id in settings.onDevice.models
	reason := sprintf("The model %s runs on the device only, not for a contact by %s", [input.action.model.id, channel])
}

is_shown_there if input.action.channel in settings.onDevice.channels

channel := words.channel(object.get(input, ["action", "channel"], ""))

# A positive form: a negated expression with a missing value inside it would not object.
has_settings if {
	is_array(settings.onDevice.channels)
	is_array(settings.onDevice.elements)
	is_array(settings.onDevice.models)
}
