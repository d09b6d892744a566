package page

type signature struct{}

func (p signature) Show(State) Sheet { return Sheet{} }

func (p signature) Answer(State, Answer) (Page, Want) { return p, nil }
