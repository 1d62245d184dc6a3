package render

// Formats is every way to write a report, in the order in which help shows
// them. The first is what is written where nobody says.
var Formats = []*Format{
	table,
	markdown,
	lines,
	jsonReport,
	htmlReport,
	jsonLines,
	commaSeparated,
	workbook,
	webAnnotation,
	sarif,
	junit,
	github,
	githubSummary,
	rdjson,
}
