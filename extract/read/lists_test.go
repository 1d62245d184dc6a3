package read

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// Tables as programs and people write them: each gives the article a.txt of the outlet
// Mail, and the second, where there is one, is told.
func TestOddLists(t *testing.T) {
	for _, test := range []struct{ reason, name, list, where, skipped string }{
		{"an empty first cell between tabs", "l.tsv", "Link\tMedium\tPublication Date\tFile\n\tMail\tMarch 9, 2021\ta.txt\n", "l.tsv:2", ""},
		{"tabs in a file of commas, commas in a cell", "l.csv", "path\toutlet\tdate\na.txt\tMail\t9.3.2021\n", "l.csv:2", ""},
		{"the line that names the separator", "l.csv", "sep=;\r\npath;outlet;date\r\na.txt;Mail;2021-03-09\r\n", "l.csv:3", ""},
		{"another separator that is named", "l.csv", "sep=|\npath|outlet|date\na.txt|Mail|2021-03-09\n", "l.csv:3", ""},
		{"a title above the columns", "l.csv", "Coverage of the strike, so far\n\nArticle_URL;File Name;Publisher;Published on\n;a.txt;Mail;2021-03-09\n", "l.csv:4", ""},
		{"a mark at the beginning, spaces about cells", "l.csv", "\xEF\xBB\xBF Path , Outlet , Date \n a.txt , Mail , 2021-03-09 \n", "l.csv:2", ""},
		{"one row twice", "l.csv", "path,outlet,date\na.txt,Mail,2021-03-09\na.txt,Post,\n", "l.csv:2", "l.csv:3: the same file or link as in l.csv:2, whose values count"},
		{"cells that are too many, and a column twice", "l.csv", "path,outlet,date,outlet\na.txt,Mail,2021-03-09,Post,more\n", "l.csv:2", ""},
		{"UTF-16", "l.csv", "\xFF\xFEp\x00a\x00t\x00h\x00,\x00o\x00u\x00t\x00l\x00e\x00t\x00,\x00d\x00a\x00t\x00e\x00\n\x00a\x00.\x00t\x00x\x00t\x00,\x00M\x00a\x00i\x00l\x00,\x002\x000\x002\x001\x00-\x000\x003\x00-\x000\x009\x00\n\x00", "l.csv:2", ""},
	} {
		t.Run(test.reason, func(t *testing.T) {
			inFolder(t, map[string]string{test.name: test.list, "a.txt": prose})
			r, err := Paths(nil, Options{From: []string{test.name}, Offline: true})
			require.NoError(t, err)
			require.Equal(t, "a", ids(r))
			require.Equal(t, "Mail", r.Articles[0].Outlet)
			require.Equal(t, "2021-03-09", r.Articles[0].Published.Format(time.DateOnly))
			require.Equal(t, test.where, r.Readings[0].From["outlet"])
			require.Equal(t, test.skipped, skips(r))
		})
	}
}

// A line of a list may have a comment behind its link, and a path in quotation marks.
func TestCommentsInLists(t *testing.T) {
	url, _ := server(t)
	inFolder(t, map[string]string{"l.txt": url + "/strike # the first\n\"a b.txt\"\nno #1.txt\n", "a b.txt": prose, "no #1.txt": "Talks failed. " + prose})
	r, err := Paths(nil, Options{From: []string{"l.txt"}, AllowPrivate: true})
	require.NoError(t, err)
	require.Equal(t, "a b no #1 strike", ids(r))
}

// The sheet counts that names columns, wherever they stand in it.
func TestWorkbookSheets(t *testing.T) {
	inFolder(t, map[string]string{"a.txt": prose})
	book := excelize.NewFile()
	require.NoError(t, book.SetSheetRow("Sheet1", "A1", &[]any{"About this table", "made on Monday"}))
	_, err := book.NewSheet("Links")
	require.NoError(t, err)
	require.NoError(t, book.SetSheetRow("Links", "B2", &[]any{"Coverage"}))
	require.NoError(t, book.SetSheetRow("Links", "B4", &[]any{"File", "Outlet"}))
	require.NoError(t, book.SetSheetRow("Links", "B5", &[]any{"a.txt", "Mail"}))
	require.NoError(t, book.SaveAs("l.xlsx"))
	r, err := Paths(nil, Options{From: []string{"l.xlsx"}})
	require.NoError(t, err)
	require.Equal(t, "Mail", r.Articles[0].Outlet)
	require.Equal(t, "l.xlsx:5", r.Readings[0].From["outlet"])
}
