package quantity

// before are the phrases in front of a number that bound it. The longest one
// that ends at the number holds.
var before = withEqual(map[string]Bound{
	"at least": AtLeast, "no fewer than": AtLeast, "no less than": AtLeast, "not less than": AtLeast, "not fewer than": AtLeast,
	"a minimum of": AtLeast, "minimum of": AtLeast, "minimum": AtLeast, "as few as": AtLeast, "as little as": AtLeast,
	"at the very least": AtLeast, "at minimum": AtLeast, "at a minimum": AtLeast, "> =": AtLeast, "≥": AtLeast,

	"more than": MoreThan, "over": MoreThan, "above": MoreThan, "greater than": MoreThan, "higher than": MoreThan,
	"larger than": MoreThan, "bigger than": MoreThan, "exceed": MoreThan, "exceeds": MoreThan, "exceeded": MoreThan,
	"exceeding": MoreThan, "in excess of": MoreThan, "upwards of": MoreThan, "upward of": MoreThan, "north of": MoreThan,
	"surpass": MoreThan, "surpasses": MoreThan, "surpassed": MoreThan, "surpassing": MoreThan, "well over": MoreThan,
	"just over": MoreThan, "a little over": MoreThan, "slightly over": MoreThan, "slightly more than": MoreThan,
	"just more than": MoreThan, "well above": MoreThan, "just above": MoreThan, "far more than": MoreThan, "much more than": MoreThan,
	"many more than": MoreThan, "a little more than": MoreThan, "longer than": MoreThan, "older than": MoreThan, "beyond": MoreThan, ">": MoreThan,

	"up to": AtMost, "at most": AtMost, "no more than": AtMost, "not more than": AtMost, "a maximum of": AtMost,
	"maximum of": AtMost, "maximum": AtMost, "as many as": AtMost, "as much as": AtMost, "as high as": AtMost,
	"no later than": AtMost, "no longer than": AtMost, "< =": AtMost, "≤": AtMost,

	"less than": LessThan, "fewer than": LessThan, "under": LessThan, "below": LessThan, "lower than": LessThan,
	"smaller than": LessThan, "just under": LessThan, "well under": LessThan, "well below": LessThan, "just below": LessThan,
	"slightly less than": LessThan, "a little less than": LessThan, "slightly under": LessThan, "a little under": LessThan,
	"just shy of": LessThan, "shy of": LessThan, "short of": LessThan, "just short of": LessThan, "younger than": LessThan, "<": LessThan,

	"about": About, "around": About, "some": About, "roughly": About, "approximately": About, "approx": About, "approx .": About,
	"an estimated": About, "estimated": About, "nearly": About, "almost": About, "close to": About, "near": About,
	"circa": About, "just about": About, "perhaps": About, "something like": About, "in the region of": About,
	"on the order of": About, "somewhere around": About, "~": About, "≈": About, "as about": About, "virtually": About,

	"exactly": Exact, "precisely": Exact, "just": Exact, "only": Exact, "a total of": Exact, "total of": Exact,
	"equal to": Exact, "equals to": Exact, "equaling to": Exact, "equals": Exact, "a record": Exact,
})

// behind are the phrases after a number that bound it.
var behind = map[string]Bound{
	"or more": AtLeast, "or greater": AtLeast, "or above": AtLeast, "or higher": AtLeast, "or over": AtLeast, "or older": AtLeast,
	"and more": AtLeast, "and above": AtLeast, "and over": AtLeast, "and older": AtLeast, "and up": AtLeast, "or better": AtLeast,
	"or longer": AtLeast, "or later": AtLeast, "+": AtLeast, "- plus": AtLeast, "plus": AtLeast, "or more than": AtLeast,
	"or less": AtMost, "or fewer": AtMost, "or below": AtMost, "or under": AtMost, "or lower": AtMost, "or younger": AtMost,
	"and under": AtMost, "and below": AtMost, "and younger": AtMost, "or less than": AtMost,
	"or so": About, "or thereabouts": About, "odd": About, "- odd": About,
}

// aboutBelow are the words that put a number just below what is said.
var aboutBelow = map[string]bool{"nearly": true, "almost": true, "close to": true, "near": true, "virtually": true}

// longestBound is how many atoms the longest phrase of a bound has.
const longestBound = 6

// withEqual adds the phrases that say "or equal" to a comparison.
func withEqual(phrases map[string]Bound) map[string]Bound {
	for _, row := range []struct {
		bound      Bound
		adjectives []string
	}{
		{AtLeast, []string{"more", "greater", "higher", "larger", "bigger"}},
		{AtMost, []string{"less", "fewer", "lower", "smaller"}},
	} {
		for _, adj := range row.adjectives {
			for _, equal := range []string{" or equal than", " or equal to", " than or equal to", " than or equal"} {
				phrases[adj+equal] = row.bound
			}
			phrases["equal to or "+adj+" than"] = row.bound
		}
	}
	phrases["at least or equal to"] = AtLeast
	phrases["at most or equal to"] = AtMost
	return phrases
}
