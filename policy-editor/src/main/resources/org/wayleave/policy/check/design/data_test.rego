package wayleave_test.data_use

import data.wayleave_test.design_fixtures as fixtures

using(element) := fixtures.changed({sprintf("%s/dataElements", [fixtures.first_action]): [element]})

test_an_element_without_a_basis_is_found if {
	fixtures.reasons("data-without-basis", using("baseless")) == {"Bought addresses has no lawful basis in the catalogue"}
	fixtures.codes(using("baseless")) == {"data-without-basis"}
}

test_an_element_outside_the_catalogue_is_found if {
	fixtures.codes(using("shoe-size")) == {"data-without-basis"}
}

test_an_element_outside_its_purposes_is_found if {
	design := fixtures.changed({"/journeys/0/steps/3/ladder/1/action/dataElements": ["purchases"]})
	fixtures.reasons("data-outside-purpose", design) == {"Purchase history is not registered for the purpose service"}
}

test_an_element_without_retention_is_found if {
	fixtures.codes(using("undated")) == {"retention-missing"}
}

test_a_guess_about_health_is_found if {
	"inferred-sensitive" in fixtures.codes(using("guess"))
}

test_an_element_outside_its_allowed_uses_is_found if {
	design := fixtures.changed({"/catalogue/dataElements/purchases/allowedUses": ["measurement"]})
	fixtures.reasons("data-outside-uses", design) == {"Purchase history may not be used in a personalised message"}
	fixtures.codes(design) == {"data-outside-uses"}
}

test_a_use_fits_one_rung_and_not_another if {
	ranking := fixtures.changed({"/catalogue/dataElements/purchases/allowedUses": ["ranking"]})
	fixtures.codes(ranking) == set()
	contextual := json.patch(ranking, [{"op": "replace", "path": "/journeys/0/steps/3/ladder/0/kind", "value": "contextual"}])
	fixtures.codes(contextual) == {"data-outside-uses"}
}

test_settings_that_name_no_uses_allow_none if {
	fixtures.codes(fixtures.lacking(["/settings/dataUse"])) == {"data-outside-uses"}
}
