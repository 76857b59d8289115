package wayleave_test.words

import data.wayleave.words

test_days_are_written_in_full if {
	words.day("2026-03-04T23:59:59Z") == "4 March 2026"
	words.day("2026-12-30T00:00:00Z") == "30 December 2026"
}

test_an_unknown_time_is_no_day if {
	not words.day("")
}

test_counts_agree_with_their_noun if {
	words.counted(1, "day") == "1 day"
	words.counted(0, "day") == "0 days"
	words.counted(12, "day") == "12 days"
}

test_hours_have_two_digits if {
	words.hour(8) == "08:00"
	words.hour(21) == "21:00"
}

test_lists_end_with_and if {
	words.listed([]) == ""
	words.listed(["email"]) == "email"
	words.listed(["push", "email"]) == "email and push"
	words.listed(["push", "email", "SMS"]) == "SMS, email and push"
}

test_titles_start_small_and_acronyms_stay if {
	titles := {"channels": {"sms": {"title": "SMS"}, "web": {"title": "Web page"}}}
	words.channel("sms") == "SMS" with data.wayleave.catalogue as titles
	words.channel("web") == "web page" with data.wayleave.catalogue as titles
	words.channel("fax") == "fax" with data.wayleave.catalogue as titles
}
