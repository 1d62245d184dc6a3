package render

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"xref/fixtures"
)

// decidedAll is that somebody decided about all findings of a report, and rated every
// other one.
func decidedAll(k *Kept) map[string]Decided {
	out := map[string]Decided{}
	for i, f := range k.Report.Findings {
		d := Decided{Choice: "accepted", State: "checked", Who: "ines", At: time.Date(2024, time.May, 2, 9, 0, 0, 0, time.UTC)}
		if i%2 == 0 {
			d.Choice, d.Reason, d.Note, d.Claim, d.Rating = "dismissed", "=1+1 | `x`", "<b>asked</b> the port", "It was so.", "False"
		}
		out[f.ID] = d
	}
	return out
}

func TestExportsOfWhatIsChecked(t *testing.T) {
	golden := fixtures.OpenGolden(t, "testdata/checked")
	k := Keep(bridge(t))
	for _, e := range Exports {
		var b bytes.Buffer
		require.NoError(t, e.Write(&b, k, Options{Version: "v1.2.3"}, decidedAll(k)), e.Name)
		if !strings.HasSuffix(e.Name, ".xlsx") {
			golden.Equal(t, e.Name, b.String())
		}
		b.Reset()
		require.NoError(t, e.Write(&b, k, Options{}, nil), e.Name)
	}
	for _, r := range further {
		k := Keep(r.make(t))
		for _, e := range Exports {
			var b bytes.Buffer
			require.NoError(t, e.Write(&b, k, Options{}, decidedAll(k)), "%s, %s", r.name, e.Name)
			if !strings.HasSuffix(e.Name, ".xlsx") {
				require.NotContains(t, b.String(), "\x1b", "%s, %s", r.name, e.Name)
			}
		}
	}
}
