// Package lang is the annotation of an English text: sentences, tokens, tags,
// features, lemmas, a dependency parse and names, by Universal Dependencies v2
// conventions. The analyser makes it.
package lang

import "xref/extract/article"

// Text is the annotation of one article's text. The analyser makes it; nothing
// changes it afterwards. Tokens of all sentences stand in one slice, in text
// order, and every index to a token in the project is an index into it.
type Text struct {
	Source    string // the article's Text with its markup as spaces; all spans point into both
	Tokens    []Token
	Sentences []Sentence
	Names     []Name
	Long      []article.Span // what has more words than LongestSentence and is cut into several sentences
}

// Sentence is one sentence or sentence-like line.
type Sentence struct {
	Span       article.Span
	First, End int // its tokens are Tokens[First:End]
	Root       int // token index of the root
	Paragraph  int // ordinal of its paragraph, from 0; the headline, where there is one, is paragraph 0
	Role       Role
}

// Role is what part a sentence plays on the page.
type Role uint8

// The roles of sentences.
const (
	Prose     Role = iota
	Headline       // the article's title
	Subhead        // a short line between paragraphs that titles a section
	Furniture      // byline, dateline, credit, caption label, "WATCH |", tags: not the story's own prose
	Bullet         // an item of a list
	Label          // who speaks what follows, in a transcript
)

// Token is one syntactic word. Fused forms are split as UD splits them ("do|n't",
// "it|'s", "can|not"): the parts' spans touch.
type Token struct {
	Span  article.Span
	Lemma string // lower case but for proper nouns
	UPOS  UPOS
	XPOS  XPOS
	Rel   Rel // here, where it takes no room: there are many tokens
	Feats Feats
	Head  int // index in Text.Tokens; -1 for the root of a sentence
}

// Name is one named entity; names do not overlap.
type Name struct {
	Span       article.Span
	First, End int // tokens
	Type       NameType
}

// NameType classes names.
type NameType uint8

// The types of names.
const (
	OtherName NameType = iota // products, works, laws, peoples, events
	Person
	Organisation
	Place
)

// Form is the surface text of token i.
func (t *Text) Form(i int) string { return t.Tokens[i].Span.In(t.Source) }
