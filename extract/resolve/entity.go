// Package resolve tells who is who: it gathers names, spellings, titles,
// descriptions and pronouns into entities, within one article and across
// several.
package resolve

import "xref/extract/article"

// Entity is one person, body or place with all its mentions in one article.
// Resolve makes it; its index in Resolution.Entities is its identity there.
type Entity struct {
	Type     Type
	Name     string   // the fullest name in the article: "Oksana Pokalchuk"; a description where it is never named
	Named    bool     // the article gives a proper name
	Gender   Gender   // by pronouns and titles of the text, else Unknown; never from a given name alone
	Plural   bool     // several persons or things: "protesters", "Smith and Jones"
	Names    []string // its distinct names as written, in the order of their first places
	Titles   []string // the same of its titles and descriptions
	Mentions []Mention
}

// Mention is one place where an article speaks of an entity.
type Mention struct {
	Span       article.Span
	First, End int // tokens
	Head       int // token index of the phrase's head
	Form       Form
	Class      Class   // of pronouns; NoClass for other forms
	Confidence float64 // 0 to 1: how sure it is that the mention is of this entity
}

// Form is how a mention refers.
type Form uint8

// The forms of mentions.
const (
	Name        Form = iota // "Oksana Pokalchuk", "Pokalchuk", "F.B.I."
	Title                   // a role or description in apposition, before a name, or by "be": "Amnesty's Ukraine head"
	Description             // a definite description that stands alone: "the watchdog"
	Pronoun
)

// Class is the class of a pronoun, all its cases and possessives together.
type Class uint8

// The classes of pronouns.
const (
	NoClass Class = iota
	He
	She
	It
	They
	Who
	I
	We
	You
)

// Gender is what the text says of a person's gender.
type Gender uint8

// The genders.
const (
	Unknown Gender = iota
	Masculine
	Feminine
)

// Type is what an entity is.
type Type uint8

// The types of entities.
const (
	Other Type = iota
	Person
	Organisation
	Place
)

// Resolution is who is who in one article. Of holds, for every token of the
// text, the entity of the smallest mention that the token heads, or -1.
type Resolution struct {
	Entities []Entity
	Of       []int
	Speakers []int // for every quotation its speaker's entity, or -1 where unknown
	Lone     int   // written names that were held against no other, as there are too many
	Near     bool  // phrases were looked for among the latest only, as there are too many
}
