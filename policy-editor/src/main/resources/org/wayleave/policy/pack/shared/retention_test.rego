package wayleave_test.retention

import data.wayleave_test.fixtures

test_data_is_used_up_to_its_last_day if {
	fixtures.reasons("retention", fixtures.changed({"/person/dataAge/purchases": 365})) == set()
}

test_data_is_not_used_after_its_last_day if {
	fixtures.reasons("retention", fixtures.changed({"/person/dataAge/purchases": 366})) == {"Purchase history is 366 days old and may be used for 365 days"}
}

test_a_person_without_such_data_is_not_stopped_by_it if {
	fixtures.reasons("retention", fixtures.lacking(["/person/dataAge/purchases"])) == set()
}

test_an_element_without_a_retention_period_is_not_used if {
	fixtures.reasons("retention", fixtures.changed({"/action/dataElements": ["undated"]})) == {"Undated notes has no retention period in the catalogue"}
}
