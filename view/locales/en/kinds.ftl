# The kinds of things that a workspace is made of: kind-<name> for one, kinds-<name> for a list.

kind-settings = Workspace
kind-axis = Axis
kind-objective = Objective
kind-indicator = Indicator
kind-verbatim = Quote
kind-term = Term
kind-decision = Decision
kind-block = Dashboard block

kinds-settings = Workspace
kinds-axis = Axes
kinds-objective = Objectives
kinds-indicator = Indicators
kinds-verbatim = Quotes
kinds-term = Glossary
kinds-decision = Decisions
kinds-block = Dashboard
