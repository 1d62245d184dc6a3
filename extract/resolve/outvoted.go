package resolve

// outvotedBy is how many times as often a person is "he" as "she", or the other way
// round, where the rarer ones are taken for misread.
const outvotedBy = 4

// Outvoted is the class of pronouns, he or she, that so few of a person's mentions in
// all articles have that their antecedents are taken for misread; NoClass where there
// is none.
func Outvoted(articles []*Resolution, members []Member) Class {
	var he, she float64
	for _, m := range members {
		for _, mention := range articles[m.Article].Entities[m.Entity].Mentions {
			switch mention.Class {
			case He:
				he += mention.Confidence
			case She:
				she += mention.Confidence
			}
		}
	}
	switch {
	case she > 0 && outvotedBy*she <= he:
		return She
	case he > 0 && outvotedBy*he <= she:
		return He
	}
	return NoClass
}
