package measure

// Clustering is how one grouping stands to another, by the B-cubed measure
// (Bagga and Baldwin 1998): for each element, how much of its predicted group is
// of its gold group, and how much of its gold group is in its predicted group,
// averaged over the elements. All from 0 to 1.
type Clustering struct {
	Elements              int
	Gold, Predicted       int // groups
	Precision, Recall, F1 float64
}

// BCubed compares two groupings of the same elements: gold[i] and predicted[i]
// name the groups of element i. They must be of one length.
func BCubed(gold, predicted []int) Clustering {
	type cell struct{ gold, predicted int }
	golds, predicteds, both := map[int]int{}, map[int]int{}, map[cell]int{}
	for i := range gold {
		golds[gold[i]]++
		predicteds[predicted[i]]++
		both[cell{gold[i], predicted[i]}]++
	}
	c := Clustering{Elements: len(gold), Gold: len(golds), Predicted: len(predicteds)}
	if c.Elements == 0 {
		return c
	}
	for i := range gold {
		n := float64(both[cell{gold[i], predicted[i]}])
		c.Precision += n / float64(predicteds[predicted[i]])
		c.Recall += n / float64(golds[gold[i]])
	}
	c.Precision /= float64(c.Elements)
	c.Recall /= float64(c.Elements)
	c.F1 = 2 * c.Precision * c.Recall / (c.Precision + c.Recall)
	return c
}
