package page

type question struct{}

func (p question) Show(State) Sheet { return Sheet{} }

func (p question) Answer(State, Answer) (Page, Want) { return p, nil }
