package page

type statement struct{}

func (p statement) Show(State) Sheet { return Sheet{} }

func (p statement) Answer(State, Answer) (Page, Want) { return p, nil }
