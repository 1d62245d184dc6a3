package render

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLabels(t *testing.T) {
	for _, row := range []struct {
		reason   string
		articles [][2]string // id, outlet
		want     []string
	}{
		{"outlets", [][2]string{{"a", "Beacon"}, {"b", "Courier"}}, []string{"Beacon", "Courier"}},
		{"ids where the outlet is the same", [][2]string{{"first", "Beacon"}, {"second", "Beacon"}}, []string{"first", "second"}},
		{"the number of an id that goes on with a hash", [][2]string{{"000_355605f52d617fdd", "000_355605f52d617fdd"}, {"001_8c2fb3757f2cc61c", "001_8c2fb3757f2cc61c"}}, []string{"000", "001"}},
		{"as many parts as it takes", [][2]string{{"beacon-2024-05-02", "Beacon"}, {"beacon-2024-05-03", "Beacon"}}, []string{"beacon-2024-05-02", "beacon-2024-05-03"}},
		{"parts that another begins with are not enough", [][2]string{{"beacon-a1-2024-05", "x"}, {"beacon-b1-2024-05", "x"}}, []string{"beacon-a1", "beacon-b1"}},
		{"words stay", [][2]string{{"brightwater-post", "brightwater-post"}}, []string{"brightwater-post"}},
		{"no outlet", [][2]string{{"a", ""}}, []string{"a"}},
	} {
		b := newBuilder(t)
		for _, a := range row.articles {
			b.article(a[0], a[1], "Title", "", "Text.")
		}
		require.Equal(t, row.want, labels(b.r), row.reason)
	}
}
