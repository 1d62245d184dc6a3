package encoder

import (
	_ "embed"
	"sync"
)

//go:embed model.bin
var modelFile []byte

// Embedded is the model that xref brings along, read when it is first asked for. Who
// made it, from what and under which licence its header says.
var Embedded = sync.OnceValue(func() *Model {
	m, err := Load(modelFile)
	if err != nil {
		panic("encoder/model.bin: " + err.Error())
	}
	return m
})
