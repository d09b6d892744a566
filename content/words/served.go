package words

// AtTheClinic are the words where the guide runs on another computer than the
// reader's: what is said of this computer, and of files on it, is said of the
// clinic's, without the names of folders that a reader cannot open.
func (w *Words) AtTheClinic() *Words {
	own := *w
	s := w.Served
	own.Home.Opening, own.Home.Begin, own.Home.Private = s.Intro, s.Begin, s.Private
	own.Home.BeginShortWay, own.Home.PrivateShortWay, own.Frame.TraceLater = s.BeginShortWay, s.PrivateShortWay, s.TraceLater
	own.Home.NoTrace, own.Home.NoTraceSigned, own.Home.TraceUnsure = s.NoTrace, s.SignedKept, s.TraceUnsure
	own.Home.Signed, own.Home.Broken, own.Home.NoPlace, own.Home.Locked = s.Signed, s.Broken, s.NoPlace, w.Errors.InvitationInUse
	own.Frame.ByePrivate, own.Frame.ByeSignedPrivate = s.ByePrivate, s.SignedKept
	own.Frame.SetAside, own.Frame.BegunAnew, own.Frame.Broke, own.Frame.BrokeBare = s.SetAside, s.BegunAnew, s.Broke, s.Broke
	own.Pledge.SignedHeard, own.Pledge.Trace, own.Pledge.Failed, own.Pledge.RecordRun = s.SignedBefore, s.Trace, s.Failed, s.RecordRun
	own.Summary.Unsure, own.Summary.Earlier, own.Summary.NextOne = s.TraceUnsure, s.Earlier, s.NextOne
	own.Notes.KeptHere, own.Notes.Unkept, own.Notes.NotGone, own.Notes.NeitherDone = s.KeptHere, s.KeptHere, s.NotGone, s.NeitherDone
	own.Frame.NotKept = s.NotKept
	own.Plain.Bye, own.Plain.ByeFresh, own.Plain.ByeUnkept, own.Plain.Print = s.Bye, s.ByeFresh, s.ByeUnkept, ""
	own.Lines.IsKept, own.Lines.IsPrivate, own.Keys.BeginPrivate = s.IsKept, "", s.Private
	own.MyPage.Private, own.Notes.Seen = s.MyPage, s.Seen
	own.Errors.InUse = w.Errors.InvitationInUse
	own.Record.TakeBackHow = s.TakeBack
	return &own
}

// Locked are those words where what is kept opens with a word of the reader's own
// alone.
func (w *Words) Locked() *Words {
	own := *w
	s := w.Served
	own.Home.Opening, own.Plain.Bye, own.Notes.Seen = s.IntroLocked, s.ByeLocked, s.SeenLocked
	return &own
}
