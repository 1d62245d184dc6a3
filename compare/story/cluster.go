package story

import "slices"

// cluster joins places by average linkage while two groups' mean likeness is at
// least threshold. likeness[i][j] is given for j < i. Groups and their members
// come in ascending order.
func cluster(likeness [][]float64, threshold float64) [][]int {
	var groups [][]int
	for _, part := range components(likeness, threshold) {
		groups = append(groups, average(part, likeness, threshold)...)
	}
	slices.SortFunc(groups, func(a, b []int) int { return a[0] - b[0] })
	return groups
}

// components are the sets of places that chains of likenesses of at least
// threshold connect: no group reaches across them.
func components(likeness [][]float64, threshold float64) [][]int {
	of := make([]int, len(likeness))
	for i := range of {
		of[i] = i
		for j := range i {
			if likeness[i][j] >= threshold && of[i] != of[j] {
				from, to := max(of[i], of[j]), min(of[i], of[j])
				for k := range i + 1 {
					if of[k] == from {
						of[k] = to
					}
				}
			}
		}
	}
	members := make([][]int, len(likeness))
	for i, c := range of {
		members[c] = append(members[c], i)
	}
	return slices.DeleteFunc(members, func(m []int) bool { return len(m) == 0 })
}

// linkage is agglomerative clustering by average linkage of one component. A
// group stands where its first member stood; the others' places are nil.
type linkage struct {
	groups  [][]int
	between [][]float64 // sums of likeness of members
	nearest []int       // of each group, the one before it that is most like it; -1 for none
}

// average clusters one component.
func average(part []int, likeness [][]float64, threshold float64) [][]int {
	l := linkage{make([][]int, len(part)), make([][]float64, len(part)), make([]int, len(part))}
	for i, p := range part {
		l.groups[i] = []int{p}
		l.between[i] = make([]float64, len(part))
		for j := range i {
			s := likeness[max(p, part[j])][min(p, part[j])]
			l.between[i][j], l.between[j][i] = s, s
		}
		l.nearest[i] = l.seek(i)
	}
	for {
		x, y, most := -1, -1, threshold
		for i, j := range l.nearest {
			if l.groups[i] == nil || j < 0 {
				continue
			}
			if mean := l.mean(i, j); mean > most || mean == most && x < 0 {
				x, y, most = j, i, mean
			}
		}
		if x < 0 {
			break
		}
		l.join(x, y)
	}
	return slices.DeleteFunc(l.groups, func(g []int) bool { return g == nil })
}

func (l *linkage) mean(i, j int) float64 {
	return l.between[i][j] / float64(len(l.groups[i])*len(l.groups[j]))
}

// seek is the group before i that is most like it.
func (l *linkage) seek(i int) int {
	best := -1
	for j := range i {
		if l.groups[j] != nil && (best < 0 || l.mean(i, j) > l.mean(i, best)) {
			best = j
		}
	}
	return best
}

// join makes group y, which comes after x, part of x.
func (l *linkage) join(x, y int) {
	l.groups[x] = append(l.groups[x], l.groups[y]...)
	slices.Sort(l.groups[x])
	l.groups[y] = nil
	for k := range l.groups {
		l.between[x][k] += l.between[y][k]
		l.between[k][x] = l.between[x][k]
	}
	for i := range l.groups {
		switch {
		case l.groups[i] == nil || i < x:
		case i == x || l.nearest[i] == x || l.nearest[i] == y:
			l.nearest[i] = l.seek(i)
		case l.nearest[i] < 0 || l.mean(i, x) > l.mean(i, l.nearest[i]):
			l.nearest[i] = x
		}
	}
}
