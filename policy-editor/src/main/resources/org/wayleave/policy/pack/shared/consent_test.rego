package wayleave_test.consent

import data.wayleave_test.fixtures

test_granted_consents_raise_no_objection if {
	fixtures.rules(fixtures.email) == set()
}

test_expired_purpose_names_the_day if {
	expired := fixtures.consent("expired", "2026-03-04T08:00:00Z")
	fixtures.reasons("consent-purpose", fixtures.changed({"/person/consent/purpose/marketing": expired})) == {"Consent to marketing expired on 4 March 2026"}
}

test_denied_channel_names_the_day if {
	denied := fixtures.consent("denied", "2026-02-14T08:00:00Z")
	fixtures.reasons("consent-channel", fixtures.changed({"/person/consent/channel/email": denied})) == {"Consent to contact by email was denied on 14 February 2026"}
}

test_denied_category_without_a_time_names_no_day if {
	denied := fixtures.consent("denied", "")
	fixtures.reasons("consent-category", fixtures.changed({"/person/consent/category/offers": denied})) == {"Consent to messages about offers was denied"}
}

test_unknown_is_never_granted if {
	document := fixtures.changed({
		"/person/consent/channel/email/state": "unknown",
		"/person/consent/purpose/marketing/state": "unknown",
		"/person/consent/category/offers/state": "unknown",
	})
	fixtures.rules(document) == {"consent-channel", "consent-purpose", "consent-category"}
}

test_absent_consents_count_as_unknown if {
	document := fixtures.lacking(["/person/consent"])
	fixtures.rules(document) == {"consent-channel", "consent-purpose", "consent-category"}
	fixtures.reasons("consent-purpose", document) == {
		"No answer about consent to marketing is on record",
		"No answer about consent to personalisation is on record",
	}
}

test_an_unheard_of_state_counts_as_unknown if {
	fixtures.rules(fixtures.changed({"/person/consent/channel/email/state": "maybe"})) == {"consent-channel"}
}

test_free_channel_purpose_and_topic_need_no_consent if {
	document := json.patch(
		fixtures.changed({
			"/action/channel": "web",
			"/action/purpose": "service",
			"/action/topic": "orders",
		}),
		[{"op": "remove", "path": "/person/consent"}],
	)
	fixtures.rules(document) == set()
	weakest(document) == "granted"
}

test_what_the_catalogue_does_not_know_needs_consent if {
	"consent-channel" in fixtures.rules(fixtures.changed({"/action/channel": "fax"}))
	"consent-purpose" in fixtures.rules(fixtures.changed({"/action/purpose": "mystery"}))
	"consent-category" in fixtures.rules(fixtures.changed({"/action/topic": "mystery"}))
}

test_a_personalised_promotion_needs_consent_to_personalisation_too if {
	document := fixtures.changed({"/person/consent/purpose/personalisation/state": "unknown"})
	fixtures.reasons("consent-purpose", document) == {"No answer about consent to personalisation is on record"}
	weakest(document) == "unknown"
}

test_a_contextual_promotion_needs_consent_to_its_purpose_alone if {
	document := fixtures.changed({
		"/person/consent/purpose/personalisation/state": "denied",
		"/action/rung": "contextual",
	})
	fixtures.rules(document) == set()
}

test_a_purpose_that_is_free_stays_free_when_personalised if {
	document := fixtures.changed({
		"/person/consent/purpose/personalisation/state": "denied",
		"/action/purpose": "service",
	})
	fixtures.rules(document) == set()
}

test_a_purpose_of_its_own_needs_no_other_when_personalised if {
	document := fixtures.changed({"/person/consent/purpose/personalisation/state": "denied"})
	found := data.wayleave.rules.consent.deny with input as document
		with data.wayleave.catalogue as fixtures.catalogue
		with data.wayleave.settings as object.union(fixtures.settings, {"purposesOfTheirOwn": ["marketing"]})
	found == set()
}

test_an_element_resting_on_consent_needs_the_topic_to_be_chosen if {
	document := fixtures.changed({
		"/action/purpose": "service",
		"/action/topic": "orders",
		"/action/dataElements": ["answers"],
	})
	fixtures.reasons("consent-category", document) == {"No answer about consent to messages about orders is on record"}
}

test_the_weakest_consent_is_named if {
	weakest(fixtures.email) == "granted"
	weakest(fixtures.changed({"/person/consent/channel/email/state": "unknown"})) == "unknown"
	weakest(fixtures.changed({
		"/person/consent/channel/email/state": "unknown",
		"/person/consent/purpose/marketing/state": "expired",
	})) == "expired"
	weakest(fixtures.changed({
		"/person/consent/category/offers/state": "denied",
		"/person/consent/purpose/marketing/state": "expired",
	})) == "denied"
}

weakest(document) := value if {
	value := data.wayleave.send.consent with input as document
		with data.wayleave.catalogue as fixtures.catalogue
		with data.wayleave.settings as fixtures.settings
}
