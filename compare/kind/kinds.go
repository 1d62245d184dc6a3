package kind

// Kinds is every kind of difference, in the order in which help and legends
// show them.
var Kinds = []*Kind{
	Number,
	Quantifier,
	Date,
	Name,
	Title,
	Pronoun,
	Quote,
	Attribution,
	Modality,
	Negation,
	Role,
	Framing,
	Scope,
	Fact,
}
