package page

import "firstsession/content/walk"

// For is the page of a step of the walk.
func For(step walk.Step, s State) Page {
	switch step.Kind {
	case walk.Question:
		return newQuestion(step, s)
	case walk.Reflection:
		return reflection{step: step}
	case walk.Statement:
		return statement{step: step}
	case walk.Signature:
		return newSignature(s)
	case walk.Closing:
		return closing{}
	case walk.Client:
		return client{}
	case walk.Talk:
		return talk{}
	case walk.Points:
		return points{}
	case walk.Countersign:
		return countersign{}
	case walk.Copy:
		return clientCopy{}
	case walk.Clearing:
		return clearing{}
	default:
		return reader{step}
	}
}
