# METADATA
# title: Words used in reasons
# description: >-
#   Puts dates, names and counts into the sentences that explain an objection. Decides nothing.
package wayleave.words

import data.wayleave.catalogue

# METADATA
# title: Name of a channel
# description: The catalogue's title for a channel, as it reads inside a sentence.
channel(id) := within_sentence(object.get(catalogue, ["channels", id, "title"], id))

# METADATA
# title: Name of a purpose
# description: The catalogue's title for a purpose, as it reads inside a sentence.
purpose(id) := within_sentence(object.get(catalogue, ["purposes", id, "title"], id))

# METADATA
# title: Name of a topic
# description: The catalogue's title for a topic, as it reads inside a sentence.
topic(id) := within_sentence(object.get(catalogue, ["topics", id, "title"], id))

# METADATA
# title: Name of a data element
# description: The catalogue's title for a data element, as it reads at the start of a sentence.
element(id) := object.get(catalogue, ["dataElements", id, "title"], id)

# METADATA
# title: Calendar day
# description: "4 March 2026 for 2026-03-04T10:00:00Z, in Coordinated Universal Time."
day(time) := sprintf("%s %s %s", [number, month, year]) if {
	[year, month_number, day_number] := split(substring(time, 0, 10), "-")
	month := months[month_number]
	number := trim_left(day_number, "0")
}

# METADATA
# title: A count with its noun
# description: "1 contact, 2 contacts."
counted(1, noun) := sprintf("1 %s", [noun])

counted(n, noun) := sprintf("%v %ss", [n, noun]) if n != 1

# METADATA
# title: Hour of the day
# description: "08:00 for 8."
hour(h) := sprintf("%02d:00", [h])

# METADATA
# title: List in words
# description: "email, SMS and push, in alphabetical order."
listed(names) := concat(" and ", array.concat([concat(", ", array.slice(sorted, 0, last))], [sorted[last]])) if {
	count(names) > 1
	sorted := sort(names)
	last := count(sorted) - 1
}

listed(names) := concat("", names) if count(names) < 2

# A title such as "Marketing" starts small within a sentence; an acronym such as "SMS" keeps its capitals.
within_sentence(title) := title if upper(title) == title

within_sentence(title) := concat("", [lower(substring(title, 0, 1)), substring(title, 1, -1)]) if upper(title) != title

months := {
	"01": "January",
	"02": "February",
	"03": "March",
	"04": "April",
	"05": "May",
	"06": "June",
	"07": "July",
	"08": "August",
	"09": "September",
	"10": "October",
	"11": "November",
	"12": "December",
}
