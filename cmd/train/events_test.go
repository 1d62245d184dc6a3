package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"xref/compare"
	"xref/compare/kind"
	"xref/compare/match"
	"xref/compare/measure"
)

const writtenEvent = `## the mill

A
{1= The paper mill at Orrin Falls will shut}. {2!date Its machines stop on <Monday>}. {3~ Forty people lost their work at the dairy}.
B
{2!date The machines will fall silent on <Tuesday>}, for {1= the Orrin Falls paper mill is to close}. {3~ Forty people marched}.
`

func TestEventReportIsReadWithoutItsMarks(t *testing.T) {
	r := readEventReport("{1= The mill will shut}, {2!date the owners said on <Monday>}. So it goes.")
	if want := "The mill will shut, the owners said on Monday. So it goes."; r.text != want {
		t.Fatalf("the text is %q, want %q", r.text, want)
	}
	if len(r.marks) != 2 {
		t.Fatalf("%d marks, want 2", len(r.marks))
	}
	first, second := r.marks[0], r.marks[1]
	if first.matter != "1" || first.sign != "=" || first.clause.In(r.text) != "The mill will shut" || first.words != nil {
		t.Errorf("the first mark is %+v", first)
	}
	if second.sign != "!" || second.clause.In(r.text) != "the owners said on Monday" || len(second.words) != 1 || second.words[0].In(r.text) != "Monday" {
		t.Errorf("the second mark is %+v", second)
	}
}

func TestEventsThatTheEncoderDidNotLearnAreCases(t *testing.T) {
	folder := t.TempDir()
	all := strings.Repeat(strings.ReplaceAll(writtenEvent, "mill", "dam"), everyHeld-1) + writtenEvent
	if err := os.WriteFile(filepath.Join(folder, "towns.txt"), []byte(all), 0o644); err != nil {
		t.Fatal(err)
	}
	found, err := readEvents(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 1 || found[0].name != "towns 6" {
		t.Fatalf("%d events, want the sixth alone", len(found))
	}
	c := found[0]
	var got []string
	for _, i := range c.planted.Items {
		got = append(got, i.Expect)
	}
	if want := "agree differ apart"; strings.Join(got, " ") != want {
		t.Errorf("what is expected of the marks is %q, want %q", got, want)
	}
	if n := len(c.gold.Findings); n != 2 || c.gold.Findings[0].Verdict != kind.Agree || c.gold.Findings[1].Verdict != kind.Differ {
		t.Errorf("%d findings in the annotation: %+v", n, c.gold.Findings)
	}
	if l := measure.NewLabels(c.documents, c.gold); l == nil {
		t.Error("no labels")
	}
}

func TestBrokenEventIsToldWithItsFile(t *testing.T) {
	folder := t.TempDir()
	broken := strings.Repeat(writtenEvent, everyHeld-1) + "## half\nA\nOne report.\n"
	if err := os.WriteFile(filepath.Join(folder, "towns.txt"), []byte(broken), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := readEvents(folder); err == nil || !strings.Contains(err.Error(), `towns.txt: event "half"`) {
		t.Errorf("the error is %v", err)
	}
}

func TestMarkedDifferenceIsARealContrast(t *testing.T) {
	_, event, _ := strings.Cut(writtenEvent, "\n")
	a, b, _ := strings.Cut(event, "B\n")
	c := annotatedEvent("the mill", readEventReport(strings.TrimPrefix(strings.TrimSpace(a), "A\n")), readEventReport(b))
	contrasted := func(words [2]string) *compare.Contrasted {
		of := &compare.Contrasted{}
		for side, w := range words {
			d := c.documents[side]
			at := strings.Index(d.Article.Text, w)
			for n := range d.Assertions {
				if s := d.Assertions[n].Span; s.Start <= at && at < s.End {
					member, run := match.Member{Article: side, Assertion: n}, match.Run{}
					for i := range d.Text.Tokens {
						if s := d.Text.Tokens[i].Span; s.Start >= at && s.End <= at+len(w) {
							if run.Empty() {
								run.First = i
							}
							run.End = i + 1
						}
					}
					if side == 0 {
						of.Pair.A, of.Contrast.A = member, run
					} else {
						of.Pair.B, of.Contrast.B = member, run
					}
				}
			}
		}
		return of
	}
	for _, test := range []struct {
		words [2]string
		real  bool
	}{
		{[2]string{"Monday", "Tuesday"}, true},
		{[2]string{"mill", "mill"}, false},
		{[2]string{"machines", "silent"}, false},
		{[2]string{"Monday", "mill"}, false},
	} {
		if got := c.differsIn(contrasted(test.words)); got != test.real {
			t.Errorf("%v: real %v, want %v", test.words, got, test.real)
		}
	}
}
