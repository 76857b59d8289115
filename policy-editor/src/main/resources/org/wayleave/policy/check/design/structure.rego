# METADATA
# title: Shape of the journey
# description: Whether people who enter a journey can be measured, get on, and get out again.
package wayleave.design.rules.structure

import data.wayleave.design

# METADATA
# title: No holdout
# description: >-
#   A journey that contacts people keeps some of them apart, so that its effect can be told from what would have
#   happened anyway.
# custom:
#   rule: no-holdout
#   severity: warning
found contains design.about(
	"no-holdout",
	"journey",
	journey.id,
	"The journey contacts everybody, so its effect cannot be measured",
	"Add a holdout step before the first message",
) if {
	some journey in input.journeys
	some step in journey.steps
	step.type == "message"
	not has_step(journey, "holdout")
}

# METADATA
# title: No exit
# description: Everybody who enters a journey can leave it.
# custom:
#   rule: no-exit
#   severity: error
found contains design.about(
	"no-exit",
	"journey",
	journey.id,
	"No exit can be reached, so people stay in the journey for ever",
	"Connect the last steps to an exit",
) if {
	some journey in input.journeys
	not reaches_exit(journey)
}

# METADATA
# title: Unreachable step
# description: Every step can be reached from an entry.
# custom:
#   rule: unreachable-step
#   severity: error
found contains design.at_step(
	"unreachable-step",
	journey,
	step,
	"Nobody can get to this step",
	"Connect it to a step before it, or remove it",
) if {
	some journey in input.journeys
	has_step(journey, "entry")
	reached := reachable(journey)
	some step in journey.steps
	not step.id in reached
}

# METADATA
# title: Loop without a wait
# description: >-
#   A loop in which no time need pass would send the same messages without end. A wait for an event or for a window may
#   take no time.
# custom:
#   rule: loop-without-wait
#   severity: error
found contains design.at_step(
	"loop-without-wait",
	journey,
	step,
	"From here a path leads back to this step in which no time need pass",
	"Put a wait of fixed duration into the loop, or lead the path elsewhere",
) if {
	some journey in input.journeys
	next := successors_without_waits(journey)
	some step in journey.steps
	step.id in graph.reachable(next, next[step.id])
}

has_step(journey, type) if {
	some step in journey.steps
	step.type == type
}

reaches_exit(journey) if {
	reached := reachable(journey)
	some step in journey.steps
	step.type == "exit"
	step.id in reached
}

reachable(journey) := graph.reachable(successors(journey), {step.id |
	some step in journey.steps
	step.type == "entry"
})

successors(journey) := {step.id: next |
	some step in journey.steps
	next := {edge.to | some edge in journey.edges; edge.from == step.id}
}

successors_without_waits(journey) := {step.id: next |
	some step in journey.steps
	not takes_time(step)
	next := {edge.to | some edge in journey.edges; edge.from == step.id}
}

takes_time(step) if {
	step.type == "wait"
	step.wait.kind == "duration"
}
