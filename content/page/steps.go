package page

import "firstsession/content/walk"

// For is the page of a step of the walk.
func For(step walk.Step, s State) Page {
	switch step.Kind {
	case walk.Question:
		return newQuestion(step, s)
	case walk.Reflection:
		return newReflection(step)
	case walk.Statement:
		return newStatement(step)
	case walk.Signature:
		return newSignature(s)
	case walk.Closing:
		return newClosing()
	case walk.Client, walk.Talk, walk.Points, walk.Countersign, walk.Copy, walk.Clearing:
		return ofIntake(step, s)
	default:
		return newReader(step)
	}
}
