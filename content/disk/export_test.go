package disk

// The folders of a system named as runtime.GOOS is, so that one test covers them all.
var (
	StateFolderOn   = stateFolder
	ConfigFolderOn  = configFolder
	RecordsFolderOn = recordsIn
)
