package page

type closing struct{}

func (p closing) Show(State) Sheet { return Sheet{} }

func (p closing) Answer(State, Answer) (Page, Want) { return p, nil }
