package read

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// messageOf is a message of a text.
func messageOf(from, subject, text string) string {
	return "From: " + from + "\nSubject: " + subject + "\nDate: Thu, 11 Mar 2021 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + text
}

// What was forwarded is the article, with its own sender, subject and day, however often and
// by whichever program.
func TestForwarded(t *testing.T) {
	body := strings.ReplaceAll(strings.Repeat(prose, 5), "\n", "\n\n") + "Fourteen ships wait."
	gmail := func(from, date, text string) string {
		return "---------- Forwarded message ---------\nFrom: " + from + "\nDate: " + date + "\nSubject: Strike goes on\nTo: Cy <cy@check.example>\n\n\n" + text
	}
	quoted := "> " + strings.ReplaceAll(body, "\n", "\n> ")
	for _, test := range []struct{ reason, text string }{
		{"once", "See this.\n\n" + gmail("Agency Desk <desk@agency.example>", "Tue, Mar 9, 2021 at 8:00 AM", body)},
		{"twice", "And you?\n\n" + gmail("Bo Ek <bo@check.example>", "Wed, Mar 10, 2021 at 8:00 AM", "See this.\n\n"+gmail("Agency Desk <desk@agency.example>", "Tue, Mar 9, 2021 at 8:00 AM", body))},
		{"as Apple's program does", "See this.\n\nBegin forwarded message:\n\n> From: Agency Desk <desk@agency.example>\n> Subject: Strike goes on\n> Date: March 9, 2021 at 08:00:00 GMT+1\n> To: bo@check.example\n> \n" + quoted},
		{"as Outlook does", "See this.\n\n________________________________\nFrom: Agency Desk <desk@agency.example>\nSent: Tuesday, March 9, 2021 8:00:00 AM\nTo: Bo Ek\nSubject: Strike goes on\n\n" + body},
	} {
		t.Run(test.reason, func(t *testing.T) {
			all, _, err := Readings("a.eml", []byte(messageOf("Cy <cy@check.example>", "Fwd: Fwd: Strike", test.text)), Options{})
			require.NoError(t, err)
			require.Len(t, all, 1)
			a := all[0].Article
			require.Equal(t, "Agency Desk", a.Outlet)
			require.Equal(t, "Strike goes on", a.Headline)
			require.Equal(t, "2021-03-09", a.Published.Format(time.DateOnly))
			require.Equal(t, body, all[0].Prose())
		})
	}
}

// What a reply quotes is another message; where the sender says little, it is what matters.
func TestReplies(t *testing.T) {
	own := strings.TrimSpace(strings.Repeat(prose, 6))
	for _, test := range []struct {
		reason, text string
		whole        bool
	}{
		{"an answer", own + "\n\nOn Tue, 9 Mar 2021 at 08:00, Bo Ek <bo@check.example> wrote:\n> Have you heard of the ships?\n> I have not.\n", false},
		{"a line about it", "Look.\n\nOn Tue, 9 Mar 2021 at 08:00, Bo Ek <bo@check.example> wrote:\n" + own + "\n", true},
		{"someone who wrote", own + "\n\nOn Tuesday he wrote that the ships are to wait.\n", true},
	} {
		t.Run(test.reason, func(t *testing.T) {
			all, _, err := Readings("a.eml", []byte(messageOf("Post <news@post.example>", "Strike", test.text)), Options{})
			require.NoError(t, err)
			require.Equal(t, test.whole, strings.Contains(all[0].Prose(), " wrote"))
			require.Equal(t, !test.whole, len(all[0].LeftOut) > 0)
		})
	}
}
