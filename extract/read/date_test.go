package read

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestParseDate(t *testing.T) {
	tests := []struct{ reason, date, want string }{
		{"a day", "2022-08-04", "2022-08-04T00:00:00Z"},
		{"a day without leading zeros", "2022-8-4", "2022-08-04T00:00:00Z"},
		{"slashes, year first", "2022/08/04", "2022-08-04T00:00:00Z"},
		{"digits only", "20220804", "2022-08-04T00:00:00Z"},
		{"RFC 3339", "2022-08-04T12:30:15Z", "2022-08-04T12:30:15Z"},
		{"an offset is kept", "2022-08-04T22:30:15-04:00", "2022-08-04T22:30:15-04:00"},
		{"an offset without colon", "2022-08-04T22:30:15+0200", "2022-08-04T22:30:15+02:00"},
		{"fractions of a second are dropped", "2022-08-04T22:30:15.123Z", "2022-08-04T22:30:15Z"},
		{"ISO 8601 to the minute", "2022-08-04T22:30+02:00", "2022-08-04T22:30:00+02:00"},
		{"no zone is UTC", "2022-08-04 22:30:15", "2022-08-04T22:30:15Z"},
		{"a named zone", "2022-08-04 22:30:15 UTC", "2022-08-04T22:30:15Z"},
		{"month in words", "August 4, 2022", "2022-08-04T00:00:00Z"},
		{"month with full stop", "Aug. 4, 2022", "2022-08-04T00:00:00Z"},
		{"four letters of September", "Sept. 14, 2022", "2022-09-14T00:00:00Z"},
		{"day first", "4 August 2022", "2022-08-04T00:00:00Z"},
		{"an ordinal", "4th August 2022", "2022-08-04T00:00:00Z"},
		{"an ordinal after the month", "August 4th, 2022", "2022-08-04T00:00:00Z"},
		{"weekday", "Thursday, August 4, 2022", "2022-08-04T00:00:00Z"},
		{"RFC 1123", "Thu, 04 Aug 2022 10:00:00 GMT", "2022-08-04T10:00:00Z"},
		{"RFC 1123 with an offset", "Thu, 04 Aug 2022 10:00:00 +0300", "2022-08-04T10:00:00+03:00"},
		{"clock time in the afternoon", "Aug. 4, 2022, 3:04 p.m. EDT", "2022-08-04T15:04:00-04:00"},
		{"at a clock time", "August 4, 2022 at 3:04 PM", "2022-08-04T15:04:00Z"},
		{"figures that tell the day, month first", "08/24/2022", "2022-08-24T00:00:00Z"},
		{"figures that tell the day, day first", "24/8/2022 10:00", "2022-08-24T10:00:00Z"},
		{"day and month alike", "08/08/2022", "2022-08-08T00:00:00Z"},
		{"full stops, day first", "4.8.2022", "2022-08-04T00:00:00Z"},
		{"hours from Greenwich", "August 4, 2022 at 15:04:05 GMT+2", "2022-08-04T15:04:05+02:00"},
		{"white space around", "  2022-08-04\n", "2022-08-04T00:00:00Z"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			got, ok := ParseDate(test.date)
			require.True(t, ok, test.date)
			require.Equal(t, test.want, got.Format(time.RFC3339))
		})
	}
	for _, none := range []string{"", "yesterday", "08/04/2022", "2022-13-04", "24/24/2022", "08/24-2022", "32.8.2022", "2022-02-30", "August 2022", "2022", "40", "0000-01-01"} {
		_, ok := ParseDate(none)
		require.False(t, ok, none)
	}
}
