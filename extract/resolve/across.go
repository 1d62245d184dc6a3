package resolve

// Member is one entity of one article: Article is the article's place among
// those linked, Entity its index in that article's Resolution.
type Member struct {
	Article, Entity int
}

// Link gathers the entities of several articles that are the same person, body
// or place. Every entity stands in exactly one group; groups are in the order
// of their first members, members in the order of articles. Adding an article
// about others changes no group among the rest.
func Link(articles []*Resolution) [][]Member { return nil }
