package pdf

import (
	"math"
	"sort"
)

// Bounds of columns.
const (
	gutter         = 0.7 // sizes of type that a gutter between columns is wide
	leastColumn    = 3   // lines of a column
	deepestCutting = 40
)

// region is lines that are read from top to bottom: one column, or what stands
// across all of them.
type region struct {
	lines       []Line
	left, right float64
}

// regions puts the lines of a page in reading order: where a gutter goes through
// all of them, left before right; else what is above the widest gap before what
// is below.
func regions(lines []Line, depth int) []region {
	if len(lines) == 0 {
		return nil
	}
	if depth < deepestCutting {
		if left, right, ok := cutAcross(lines); ok {
			return append(regions(left, depth+1), regions(right, depth+1)...)
		}
		if above, below, ok := cutDown(lines); ok {
			return together(append(regions(above, depth+1), regions(below, depth+1)...))
		}
	}
	lines, notes := parted(lines)
	if len(notes) > 0 {
		return append(regions(lines, deepestCutting), regions(notes, deepestCutting)...)
	}
	r := region{lines: append([]Line(nil), lines...), left: math.Inf(1), right: math.Inf(-1)}
	sort.SliceStable(r.lines, func(i, j int) bool {
		a, b := r.lines[i], r.lines[j]
		if overlap := math.Min(a.Top, b.Top) - math.Max(a.Bottom, b.Bottom); overlap > sameHeight*math.Min(a.Top-a.Bottom, b.Top-b.Bottom) {
			return a.Left < b.Left
		}
		return a.Top > b.Top
	})
	for _, l := range r.lines {
		r.left, r.right = math.Min(r.left, l.Left), math.Max(r.right, l.Right)
	}
	return []region{r}
}

// parted is the lines of a column without those in smaller type that stand beside them,
// as the caption of a picture does about which the text runs, and these.
func parted(lines []Line) (text, notes []Line) {
	const smallType = 0.9
	size := typical(lines)
	var small, large []Line
	for _, l := range lines {
		if l.Size < smallType*size {
			small = append(small, l)
		} else {
			large = append(large, l)
		}
	}
	sort.SliceStable(large, func(i, j int) bool { return large[i].Top > large[j].Top })
	isNote := map[Line]bool{}
	for _, l := range small {
		isNote[l] = standsBeside(l, large)
	}
	sort.SliceStable(small, func(i, j int) bool { return small[i].Top > small[j].Top })
	for i := 1; i < len(small); i++ { // the caption's lines below and above those
		follows(isNote, small[i-1], small[i])
	}
	for i := len(small) - 1; i > 0; i-- {
		follows(isNote, small[i], small[i-1])
	}
	for _, l := range lines {
		if isNote[l] {
			notes = append(notes, l)
		} else {
			text = append(text, l)
		}
	}
	if len(text) == 0 {
		return notes, nil
	}
	return text, notes
}

// follows marks next too where it stands close to a line that is marked.
func follows(marked map[Line]bool, l, next Line) {
	near := math.Max(l.Bottom-next.Top, next.Bottom-l.Top) < 1.5*l.Size
	if marked[l] && near && math.Min(l.Right, next.Right) > math.Max(l.Left, next.Left) {
		marked[next] = true
	}
}

// standsBeside reports whether one of the lines, which are in order from the top, is at the
// height of l and to one side of it.
func standsBeside(l Line, lines []Line) bool {
	const reach = 3 // sizes of type above
	for i := sort.Search(len(lines), func(i int) bool { return lines[i].Top <= l.Top+reach*l.Size }); i < len(lines) && lines[i].Top > l.Bottom; i++ {
		o := lines[i]
		level := math.Min(o.Top, l.Top)-math.Max(o.Bottom, l.Bottom) > (l.Top-l.Bottom)/3
		if level && (l.Left > o.Right+gutter*l.Size || l.Right < o.Left-gutter*l.Size) {
			return true
		}
	}
	return false
}

// together joins regions that follow each other and have the same edges: they
// were cut only to look for columns.
func together(all []region) []region {
	var out []region
	for _, r := range all {
		if n := len(out); n > 0 {
			o := &out[n-1]
			overlap := math.Min(o.right, r.right) - math.Max(o.left, r.left)
			if overlap > 0 && o.lines[len(o.lines)-1].Bottom >= r.lines[0].Top-1 {
				o.lines = append(o.lines, r.lines...)
				o.left, o.right = math.Min(o.left, r.left), math.Max(o.right, r.right)
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// cutAcross finds a gutter that no line crosses, with lines enough on both sides.
func cutAcross(lines []Line) (left, right []Line, ok bool) {
	byLeft := append([]Line(nil), lines...)
	sort.SliceStable(byLeft, func(i, j int) bool { return byLeft[i].Left < byLeft[j].Left })
	size := typical(lines)
	end := math.Inf(-1)
	widest, at := 0.0, -1
	for i, l := range byLeft {
		if i >= leastColumn && len(byLeft)-i >= leastColumn {
			if gap := l.Left - end; gap > gutter*size && gap > widest && rows(byLeft[:i]) >= leastColumn && rows(byLeft[i:]) >= leastColumn {
				widest, at = gap, i
			}
		}
		end = math.Max(end, l.Right)
	}
	if at < 0 {
		return nil, nil, false
	}
	return byLeft[:at], byLeft[at:], true
}

// rows is how many lines stand one below the other.
func rows(lines []Line) int {
	byTop := append([]Line(nil), lines...)
	sort.SliceStable(byTop, func(i, j int) bool { return byTop[i].Top > byTop[j].Top })
	n, bottom := 0, math.Inf(1)
	for _, l := range byTop {
		if (l.Top+l.Bottom)/2 < bottom {
			n++
			bottom = l.Bottom
		}
	}
	return n
}

// cutDown finds the widest gap between what is above and what is below, where
// there are columns on one side of it at least.
func cutDown(lines []Line) (above, below []Line, ok bool) {
	byTop := append([]Line(nil), lines...)
	sort.SliceStable(byTop, func(i, j int) bool { return byTop[i].Top > byTop[j].Top })
	type gap struct {
		width float64
		at    int
	}
	var gaps []gap
	bottom := math.Inf(1)
	for i, l := range byTop {
		if i > 0 && bottom-l.Top > 0 {
			gaps = append(gaps, gap{bottom - l.Top, i})
		}
		bottom = math.Min(bottom, l.Bottom)
	}
	for _, g := range gaps {
		_, _, across := cutAcross(byTop[g.at:])
		if !across {
			_, _, across = cutAcross(byTop[:g.at])
		}
		if across {
			return byTop[:g.at], byTop[g.at:], true
		}
	}
	return nil, nil, false
}

// typical is the size of type that most of the text has.
func typical(lines []Line) float64 {
	type weighed struct {
		size   float64
		length int
	}
	var all []weighed
	total := 0
	for _, l := range lines {
		all = append(all, weighed{l.Size, len(l.Text)})
		total += len(l.Text)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].size < all[j].size })
	seen := 0
	for _, w := range all {
		if seen += w.length; 2*seen >= total {
			return w.size
		}
	}
	return 10
}
