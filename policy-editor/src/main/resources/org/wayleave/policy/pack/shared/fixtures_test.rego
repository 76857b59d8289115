# METADATA
# title: Examples for the tests
# description: >-
#   A small catalogue, settings, and one adult whose consents are all granted and to whom everything is allowed. Each
#   test changes the one thing it is about. Tests of rules that not every pack has bring the sections of the settings that
#   these rules read.
package wayleave_test.fixtures

settings := object.union_n(array.concat([common_settings], more_settings))

more_settings := [sections |
	some concern
	sections := data.wayleave_test_more[concern].sections
]

common_settings := {
	"lawfulBasis": {"needConsent": ["consent"]},
	"rungPurposes": {"personalised": ["personalisation"]},
	"dataUse": {
		"personalised": ["content", "ranking", "eligibility"],
		"contextual": ["content", "eligibility"],
		"generic": ["eligibility"],
	},
	"caps": {"day": 2, "week": 5, "topicWeek": 3, "topicWeekFor": {"wellbeing": 1}, "exemptPurposes": ["service"]},
	"quietHours": {"start": 21, "end": 8, "channels": ["email", "sms"], "exemptPurposes": []},
	"topicDiversity": {"afterContacts": 2, "maxSharePercent": 67, "exemptPurposes": ["service"]},
	"minors": {
		"ageBands": ["under-16", "16-17"],
		"adultAgeBands": ["18-24", "25-34"],
		"blockedPurposes": ["marketing"],
		"blockedRungs": ["personalised"],
		"blockedTopics": ["wellbeing"],
	},
	"sensitiveInference": {
		"sensitivities": ["sensitive", "special"],
		"sources": ["inferred"],
		"sensitiveTopicRungs": ["personalised"],
		"sensitiveTopicSources": ["told"],
	},
	"creativeApproval": {"flags": ["vulnerable"]},
	"suppression": {"flags": {
		"suppressed": {"title": "on the suppression list", "exemptPurposes": ["service"]},
		"deceased": {"title": "recorded as deceased", "exemptPurposes": []},
	}},
}

catalogue := {
	"lawfulBases": {"consent": {"title": "Consent"}, "contract": {"title": "Contract"}},
	"channels": {
		"email": {"title": "Email", "consentRequired": true, "countsAsContact": true},
		"sms": {"title": "SMS", "consentRequired": true, "countsAsContact": true},
		"web": {"title": "Web", "consentRequired": false, "countsAsContact": false},
	},
	"purposes": {
		"marketing": {"title": "Marketing", "lawfulBasis": "consent", "consentRequired": true},
		"personalisation": {"title": "Personalisation", "lawfulBasis": "consent", "consentRequired": true},
		"service": {"title": "Service", "lawfulBasis": "contract", "consentRequired": false},
		"statistics": {"title": "Statistics", "lawfulBasis": "consent", "consentRequired": true},
	},
	"topics": {
		"offers": {"title": "Offers", "sensitive": false, "consentRequired": true},
		"wellbeing": {"title": "Wellbeing", "sensitive": true, "consentRequired": true},
		"orders": {"title": "Orders", "sensitive": false, "consentRequired": false},
	},
	"dataElements": {
		"purchases": {
			"title": "Purchase history", "lawfulBasis": "contract", "purposes": ["service", "marketing"],
			"allowedUses": ["eligibility", "content"],
			"retentionDays": 365, "sensitivity": "normal", "source": "observed",
		},
		"goals": {
			"title": "Wellbeing goals", "lawfulBasis": "consent", "purposes": ["marketing"],
			"allowedUses": ["eligibility", "content"],
			"retentionDays": 180, "sensitivity": "sensitive", "source": "told",
		},
		"answers": {
			"title": "Quiz answers", "lawfulBasis": "consent", "purposes": ["service"],
			"allowedUses": ["eligibility", "content"],
			"retentionDays": 180, "sensitivity": "normal", "source": "told",
		},
		"health-guess": {
			"title": "Likely health interest", "lawfulBasis": "consent", "purposes": ["marketing"],
			"allowedUses": ["eligibility", "content"],
			"retentionDays": 30, "sensitivity": "special", "source": "inferred",
		},
		"undated": {
			"title": "Undated notes",
			"allowedUses": ["content"], "lawfulBasis": "contract", "purposes": ["marketing"],
			"sensitivity": "normal", "source": "observed",
		},
		"visits": {
			"title": "Shop visits", "lawfulBasis": "contract", "purposes": ["marketing"],
			"allowedUses": ["measurement"],
			"retentionDays": 30, "sensitivity": "normal", "source": "observed",
		},
		"diagnosis": {
			"title": "Diagnosis", "lawfulBasis": "contract", "purposes": ["service", "marketing"],
			"allowedUses": ["eligibility", "content"],
			"retentionDays": 365, "sensitivity": "special", "source": "observed",
		},
		"told-condition": {
			"title": "Condition as told", "lawfulBasis": "explicit-consent", "purposes": ["education", "marketing"],
			"allowedUses": ["eligibility", "content"],
			"retentionDays": 365, "sensitivity": "special", "source": "told",
		},
		"reading": {
			"title": "Articles read", "lawfulBasis": "consent", "purposes": ["marketing"],
			"allowedUses": ["aggregate"],
			"retentionDays": 90, "sensitivity": "normal", "source": "observed",
		},
		"baseless": {
			"title": "Bought addresses", "lawfulBasis": "", "purposes": ["marketing"],
			"allowedUses": ["eligibility", "content"],
			"retentionDays": 30, "sensitivity": "normal", "source": "observed",
		},
	},
}

granted := consent("granted", "2026-01-05T09:00:00Z")

consent(state, time) := {"state": state, "time": time, "policyVersion": "2026-1", "source": "preference centre"}

email := {
	"person": {
		"id": "p000001",
		"ageBand": "25-34",
		"country": "NL",
		"flags": [],
		"consent": {
			"channel": {"email": granted, "sms": granted},
			"purpose": {"marketing": granted, "personalisation": granted},
			"category": {"offers": granted, "wellbeing": granted},
		},
		"contacts": {"day": 0, "week": 0, "topicWeek": {}},
		"features": {},
		"dataAge": {"purchases": 12},
	},
	"action": {
		"id": "offer-email",
		"channel": "email",
		"purpose": "marketing",
		"topic": "offers",
		"dataElements": ["purchases"],
		"rung": "personalised",
		"creative": {"id": "c1", "sensitive": false, "approved": true},
	},
	"context": {
		"time": "2026-04-07T10:00:00Z",
		"localHour": 12,
		"weekday": 2,
		"journey": {"id": "win-back", "version": 1},
		"step": "send",
		"arm": "treated",
	},
}

# The example with some of its values replaced: {"/action/channel": "sms"} and the like.
changed(values) := json.patch(email, [{"op": "add", "path": path, "value": value} | some path, value in values])

# The example without some of its values.
lacking(paths) := json.patch(email, [{"op": "remove", "path": path} | some path in paths])

# The reasons that one rule gives for an input.
reasons(rule, document) := {objection.reason |
	some objection in data.wayleave.send.deny with input as document
		with data.wayleave.catalogue as catalogue
		with data.wayleave.settings as settings
	objection.rule == rule
}

# The ids of all rules that object to an input.
rules(document) := {objection.rule |
	some objection in data.wayleave.send.deny with input as document
		with data.wayleave.catalogue as catalogue
		with data.wayleave.settings as settings
}
