# METADATA
# title: Examples for the tests
# description: A design in which nothing is wrong. Each test changes the one thing it is about.
package wayleave_test.design_fixtures

catalogue := {
	"lawfulBases": {"consent": {"title": "Consent"}, "contract": {"title": "Contract"}},
	"channels": {
		"email": {"title": "Email", "consentRequired": true, "countsAsContact": true},
		"web": {"title": "Web", "consentRequired": false, "countsAsContact": false},
	},
	"purposes": {
		"marketing": {"title": "Marketing", "consentRequired": true},
		"service": {"title": "Service", "consentRequired": false},
	},
	"topics": {
		"offers": {"title": "Offers", "sensitive": false, "consentRequired": true},
		"wellbeing": {"title": "Wellbeing", "sensitive": true, "consentRequired": true},
		"general": {"title": "General", "sensitive": false, "consentRequired": false},
	},
	"dataElements": {
		"purchases": {
			"title": "Purchase history", "lawfulBasis": "contract", "purposes": ["marketing"], "allowedUses": ["content"],
			"retentionDays": 365, "sensitivity": "normal", "source": "observed",
		},
		"answers": {
			"title": "Quiz answers", "lawfulBasis": "consent", "purposes": ["marketing", "service"], "allowedUses": ["content"],
			"retentionDays": 180, "sensitivity": "normal", "source": "told",
		},
		"goals": {
			"title": "Wellbeing goals", "lawfulBasis": "consent", "purposes": ["marketing"], "allowedUses": ["content"],
			"retentionDays": 180, "sensitivity": "sensitive", "source": "told",
		},
		"guess": {
			"title": "Likely health interest", "lawfulBasis": "consent", "purposes": ["marketing"], "allowedUses": ["content"],
			"retentionDays": 30, "sensitivity": "special", "source": "inferred",
		},
		"undated": {
			"title": "Undated notes", "lawfulBasis": "contract", "purposes": ["marketing"], "allowedUses": ["content"],
			"sensitivity": "normal", "source": "observed",
		},
		"baseless": {
			"title": "Bought addresses", "lawfulBasis": "", "purposes": ["marketing"], "allowedUses": ["content"],
			"retentionDays": 30, "sensitivity": "normal", "source": "observed",
		},
	},
}

settings := {
	"id": "settings-1",
	"dataUse": {"personalised": ["content", "ranking"], "contextual": ["content"], "generic": ["content"]},
	"lawfulBasis": {"needConsent": ["consent"]},
	"sensitiveInference": {"sensitivities": ["sensitive", "special"], "sources": ["inferred"]},
	"caps": {"day": 2, "week": 5, "topicWeek": 3},
	"quietHours": {"start": 21, "end": 8, "channels": ["email"]},
}

journey := {
	"id": "win-back",
	"steps": [
		{"id": "start", "type": "entry"},
		{"id": "hold", "type": "holdout"},
		{"id": "pause", "type": "wait", "wait": {"kind": "duration", "duration": "P3D"}},
		{"id": "offer", "type": "message", "ladder": [
			{"kind": "personalised", "action": {
				"channel": "email", "purpose": "marketing", "topic": "offers", "dataElements": ["purchases"],
				"creative": {"id": "c1", "sensitive": false, "approved": true},
			}},
			{"kind": "generic", "action": {
				"channel": "web", "purpose": "service", "topic": "general", "dataElements": [],
				"creative": {"id": "c2", "sensitive": false, "approved": true},
			}},
		]},
		{"id": "end", "type": "exit"},
	],
	"edges": [
		{"from": "start", "port": "next", "to": "hold"},
		{"from": "hold", "port": "treated", "to": "pause"},
		{"from": "hold", "port": "held", "to": "end"},
		{"from": "pause", "port": "next", "to": "offer"},
		{"from": "offer", "port": "granted", "to": "end"},
	],
}

good := {
	"journeys": [journey],
	"catalogue": catalogue,
	"settings": settings,
	"dpias": [],
	"modelCards": [],
	"approvals": [],
}

# The good design with some of its values replaced or removed.
changed(values) := json.patch(good, [{"op": "replace", "path": path, "value": value} | some path, value in values])

added(values) := json.patch(good, [{"op": "add", "path": path, "value": value} | some path, value in values])

lacking(paths) := json.patch(good, [{"op": "remove", "path": path} | some path in paths])

# The findings in a design, and their codes.
findings(design) := found if {
	found := data.wayleave.design.findings with input as design
}

codes(design) := {finding.code | some finding in findings(design)}

# The reasons of the findings of one rule.
reasons(code, design) := {finding.reason |
	some finding in findings(design)
	finding.code == code
}

first_action := "/journeys/0/steps/3/ladder/0/action"
