package content

// IntakeWords stand on the pages that only an intake has. Those that end in
// Word are what is typed where the guide is read line by line.
type IntakeWords struct {
	Title        string `toml:"title"`
	ForClinician string `toml:"for_clinician"`
	ForClient    string `toml:"for_client"`
	ForBoth      string `toml:"for_both"`

	Start      string `toml:"start"`
	StartLead  string `toml:"start_lead"`
	New        string `toml:"new"`
	NewWord    string `toml:"new_word"`
	Resume     string `toml:"resume"`      // {reference} {date}
	ResumeWord string `toml:"resume_word"` // {n}
	Delete     string `toml:"delete"`      // {reference}
	DeleteWord string `toml:"delete_word"` // {n}
	DeleteSure string `toml:"delete_sure"` // {reference}
	InUse      string `toml:"in_use"`      // {reference}
	Damaged    string `toml:"damaged"`     // {reference} {error}
	DeletedIt  string `toml:"deleted_it"`

	Form          string `toml:"form"`
	FormLead      string `toml:"form_lead"`
	Reference     string `toml:"reference"`
	ReferenceHow  string `toml:"reference_how"`
	Clinician     string `toml:"clinician"`
	Run           string `toml:"run"`
	Together      string `toml:"together"`
	ReadAloud     string `toml:"read_aloud"`
	Interpreter   string `toml:"interpreter"`
	SupportPerson string `toml:"support_person"`
	Parts         string `toml:"parts"`
	PartsAll      string `toml:"parts_all"`
	PartsShort    string `toml:"parts_short"`
	PartsTalk     string `toml:"parts_talk"`
	Aim           string `toml:"aim"`
	AimHow        string `toml:"aim_how"`
	Check         string `toml:"check"`
	CheckHow      string `toml:"check_how"`
	CheckSafe     string `toml:"check_safe"`
	CheckLanguage string `toml:"check_language"`
	CheckSenses   string `toml:"check_senses"`
	CheckKnows    string `toml:"check_knows"`
	CheckSent     string `toml:"check_sent"`
	CheckOthers   string `toml:"check_others"`
	CheckCrisis   string `toml:"check_crisis"`
	Begin         string `toml:"begin"`
	BeginWord     string `toml:"begin_word"`
	NeedParts     string `toml:"need_parts"`
	BadReference  string `toml:"bad_reference"` // {error}

	Client      string `toml:"client"`
	ClientSees  string `toml:"client_sees"`
	ClientKept  string `toml:"client_kept"`
	ClientWhile string `toml:"client_while"`
	ClientNever string `toml:"client_never"`
	ClientWhere string `toml:"client_where"` // {folder}
	ClientReads string `toml:"client_reads"`
	ClientSkip  string `toml:"client_skip"`
	ClientAlone string `toml:"client_alone"`
	GoOn        string `toml:"go_on"`

	Talk        string `toml:"talk"`
	TalkLead    string `toml:"talk_lead"`
	TalkFlagged string `toml:"talk_flagged"`
	TalkUnmark  string `toml:"talk_unmark"`
	TalkTopics  string `toml:"talk_topics"`
	TalkNothing string `toml:"talk_nothing"`
	TalkNotes   string `toml:"talk_notes"`
	TalkShow    string `toml:"talk_show"` // {n}

	Points      string `toml:"points"`
	PointsLead  string `toml:"points_lead"`
	PointAnswer string `toml:"point_answer"` // {answer}
	Needed      string `toml:"needed"`
	PointsNone  string `toml:"points_none"`
	AnswerAgain string `toml:"answer_again"` // {n}
	AnswerWord  string `toml:"answer_word"`  // {n}

	SignHow    string `toml:"sign_how"`
	SignRecord string `toml:"sign_record"`

	End          string `toml:"end"`
	EndLead      string `toml:"end_lead"`
	EndStopped   string `toml:"end_stopped"`
	EndStopWord  string `toml:"end_stop_word"`
	EndContinued string `toml:"end_continued"`
	EndLaterWord string `toml:"end_later_word"`
	Countersign  string `toml:"countersign"`
	Outcome      string `toml:"outcome"` // {outcome}
	OutcomeNone  string `toml:"outcome_none"`
	Record       string `toml:"record"`
	RecordWhat   string `toml:"record_what"` // {reference}
	RecordTopics string `toml:"record_topics"`
	RecordNever  string `toml:"record_never"`
	YourName     string `toml:"your_name"`
	Sign         string `toml:"sign"`
	SignWord     string `toml:"sign_word"`
	Save         string `toml:"save"`
	SaveWord     string `toml:"save_word"`
	SaveAgain    string `toml:"save_again"`
	NeedName     string `toml:"need_name"`
	Saved        string `toml:"saved"`
	NotSavedYet  string `toml:"not_saved_yet"`
	SaveFailed   string `toml:"save_failed"` // {error}

	Copy       string `toml:"copy"`
	CopyLead   string `toml:"copy_lead"`
	CopyPage   string `toml:"copy_page"`
	CopyFolder string `toml:"copy_folder"`
	CopyHow    string `toml:"copy_how"`
	CopyFile   string `toml:"copy_file"`
	FileWord   string `toml:"file_word"`
	CopyPrint  string `toml:"copy_print"`
	PrintWord  string `toml:"print_word"`
	CopyNone   string `toml:"copy_none"`
	NoneWord   string `toml:"none_word"`
	NeedFolder string `toml:"need_folder"`
	CopyFailed string `toml:"copy_failed"` // {error}
	CopyIs     string `toml:"copy_is"`     // {path}

	ClosingRecord string `toml:"closing_record"`

	Clear       string `toml:"clear"`
	ClearLead   string `toml:"clear_lead"`
	ClearLines  string `toml:"clear_lines"`
	ClearAct    string `toml:"clear_act"`
	ClearWord   string `toml:"clear_word"`
	ClearSure   string `toml:"clear_sure"`
	ClearNow    string `toml:"clear_now"`
	ClearNowW   string `toml:"clear_now_word"`
	ClearKeep   string `toml:"clear_keep"`
	KeepWord    string `toml:"keep_word"`
	ClearFailed string `toml:"clear_failed"` // {error}
	Cleared     string `toml:"cleared"`

	Flag            string `toml:"flag"`
	Unflag          string `toml:"unflag"`
	Flagged         string `toml:"flagged"`
	Unflagged       string `toml:"unflagged"`
	Note            string `toml:"note"`
	NoteTitle       string `toml:"note_title"`
	NoNote          string `toml:"no_note"`
	Reflection      string `toml:"reflection"`
	NotesHeard      string `toml:"notes_heard"` // where one goes by lines
	NotesSeen       string `toml:"notes_seen"`
	LeaveKept       string `toml:"leave_kept"` // {folder}
	NoForm          string `toml:"no_form"`
	PracticeChanged string `toml:"practice_changed"`
	PracticeSure    string `toml:"practice_sure"` // {before} {now}
	NoPractice      string `toml:"no_practice"`
	SignatureFell   string `toml:"signature_fell"`
	OtherPractice   string `toml:"other_practice"`
	Known           string `toml:"known"`     // {reference}
	NoFolder        string `toml:"no_folder"` // {folder}
	Covered         string `toml:"covered"`   // {n}
	SignEither      string `toml:"sign_either"`
	NotesClosed     string `toml:"notes_closed"`
	NoteCovered     string `toml:"note_covered"`  // {n}
	NotesCovered    string `toml:"notes_covered"` // {count} {page}
	NoteAnew        string `toml:"note_anew"`
	SureDelete      string `toml:"sure_delete"` // {number}
	OwnCovered      string `toml:"own_covered"`
	OwnHow          string `toml:"own_how"`
	Marked          string `toml:"marked"` // {place}
	LeaveSure       string `toml:"leave_sure"`
	LeaveSureKept   string `toml:"leave_sure_kept"`
	LeaveClean      string `toml:"leave_clean"`
	LeaveResume     string `toml:"leave_resume"`
}
