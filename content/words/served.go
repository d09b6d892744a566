package words

// AtTheClinic are the words where the guide runs on another computer than the
// reader's: what is said of this computer, and of files on it, is said of the
// clinic's, without the names of folders that a reader cannot open.
func (all *Words) AtTheClinic() *Words {
	w := *all
	s := w.Served
	w.Home.Opening, w.Home.Begin, w.Home.Private = s.Intro, s.Begin, s.Private
	w.Home.BeginShortWay, w.Home.PrivateShortWay, w.Frame.TraceLater = s.BeginShortWay, s.PrivateShortWay, s.TraceLater
	w.Home.NoTrace, w.Home.NoTraceSigned, w.Home.TraceUnsure = s.NoTrace, s.SignedKept, s.TraceUnsure
	w.Home.Signed, w.Home.Broken, w.Home.NoPlace, w.Home.Locked = s.Signed, s.Broken, s.NoPlace, w.Errors.InvitationInUse
	w.Frame.ByePrivate, w.Frame.ByeSignedPrivate = s.ByePrivate, s.SignedKept
	w.Frame.SetAside, w.Frame.BegunAnew, w.Frame.Broke, w.Frame.BrokeBare = s.SetAside, s.BegunAnew, s.Broke, s.Broke
	w.Pledge.Signed, w.Pledge.Trace, w.Pledge.Failed, w.Pledge.RecordRun = s.SignedBefore, s.Trace, s.Failed, s.RecordRun
	w.Summary.Unsure, w.Summary.Earlier, w.Summary.NextOne = s.TraceUnsure, s.Earlier, s.NextOne
	w.Notes.KeptHere, w.Notes.NotGone, w.Notes.NeitherDone = s.KeptHere, s.NotGone, s.NeitherDone
	w.Plain.Bye, w.Plain.ByeFresh, w.Plain.ByeUnkept, w.Plain.Print = s.Bye, s.ByeFresh, s.ByeUnkept, ""
	w.Lines.IsKept, w.Lines.IsPrivate, w.Keys.BeginPrivate = s.IsKept, "", s.Private
	w.MyPage.Private, w.Notes.Seen = s.MyPage, s.Seen
	w.Errors.InUse = w.Errors.InvitationInUse
	w.Record.TakeBackHow = s.TakeBack
	return &w
}

// Locked are those words where what is kept opens with a word of the reader's own
// alone.
func (all *Words) Locked() *Words {
	w := *all
	s := w.Served
	w.Home.Opening, w.Plain.Bye, w.Notes.Seen = s.IntroLocked, s.ByeLocked, s.SeenLocked
	return &w
}
