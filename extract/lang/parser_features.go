package lang

import "xref/extract/lang/perceptron"

// see fills features with what the choice of the next action rests on: the
// words at the top of the stack and at the front of the input, alone and
// together, and what is attached to them.
func (p *parser) see() {
	s := &p.state
	i0, i1, i2 := s.peek(0), s.peek(1), s.peek(2)
	j0, j1, j2 := s.next, s.next+1, s.next+2
	s0, s1, s2 := s.wordAt(i0), s.wordAt(i1), s.wordAt(i2)
	b0, b1, b2 := s.wordAt(j0), s.wordAt(j1), s.wordAt(j2)
	n0, n1, m0 := s.nodeAt(i0), s.nodeAt(i1), s.nodeAt(j0)
	s0l, s0r := s.wordAt(n0.left), s.wordAt(n0.right)
	s1l, s1r := s.wordAt(n1.left), s.wordAt(n1.right)
	b0l := s.wordAt(m0.left)
	rel := func(i int32) uint32 {
		if i < 0 {
			return 99
		}
		return uint32(s.nodes[i].rel)
	}
	dsb, dss := distance(i0, j0), distance(i1, i0)
	before0, after0, beforeB := s.wordAt(i0-1), s.wordAt(i0+1), s.wordAt(j0-1)
	if i0 < 0 {
		before0, after0 = &boundary, &boundary
	}
	valency := func(n *node) uint32 { return uint32(min(n.lefts, 3))<<4 | uint32(min(n.rights, 3)) }
	w2 := func(w *word) uint32 { return w.lower ^ w.tag*0x9E3779B1 }
	p.features = append(p.features[:0],
		perceptron.F1(200, 0),
		perceptron.F1(201, s0.lower), perceptron.F1(202, s0.tag), perceptron.F1(203, w2(s0)),
		perceptron.F1(205, s1.lower), perceptron.F1(206, s1.tag), perceptron.F1(207, w2(s1)),
		perceptron.F1(209, b0.lower), perceptron.F1(210, b0.tag), perceptron.F1(211, w2(b0)),
		perceptron.F1(213, b1.lower), perceptron.F1(214, b1.tag), perceptron.F1(215, b2.lower), perceptron.F1(216, b2.tag),
		perceptron.F1(217, s2.lower), perceptron.F1(218, s2.tag),
		// s0 and b0
		perceptron.F2(221, s0.lower, w2(b0)), perceptron.F2(222, w2(s0), b0.lower),
		perceptron.F2(223, s0.tag, w2(b0)), perceptron.F2(224, w2(s0), b0.tag), perceptron.F2(225, s0.tag, b0.tag),
		perceptron.F2(226, s0.cluster, b0.cluster), perceptron.F2(227, s0.coarse, b0.coarse), perceptron.F2(228, s0.lower, b0.cluster), perceptron.F2(229, s0.cluster, b0.lower),
		// s1 and s0
		perceptron.F2(231, s1.tag, w2(s0)), perceptron.F2(232, w2(s1), s0.tag),
		perceptron.F2(233, s1.tag, s0.tag), perceptron.F2(234, s1.lower, s0.lower), perceptron.F2(235, s1.cluster, s0.cluster),
		perceptron.F2(236, s1.coarse, s0.coarse), perceptron.F2(237, s1.cluster, s0.lower), perceptron.F2(238, s1.lower, s0.cluster),
		// s1 and b0
		perceptron.F2(239, s1.tag, b0.tag),
		// three at once
		perceptron.F3(242, b0.tag, b1.tag, b2.tag), perceptron.F3(243, s0.tag, b0.tag, b1.tag), perceptron.F3(244, s1.tag, s0.tag, b0.tag),
		perceptron.F3(245, s2.tag, s1.tag, s0.tag), perceptron.F3(246, s0.lower, b0.tag, b1.tag), perceptron.F3(247, s0.tag, b0.lower, b1.tag),
		perceptron.F3(248, s1.lower, s0.tag, b0.tag), perceptron.F3(249, s1.tag, s0.lower, b0.tag), perceptron.F3(250, s1.tag, s0.tag, b0.lower),
		perceptron.F3(251, s0.tag, s0l.tag, b0.tag), perceptron.F3(252, s0.tag, s0r.tag, b0.tag), perceptron.F3(253, s0.tag, b0.tag, b0l.tag),
		perceptron.F3(254, s1.tag, s1r.tag, s0.tag), perceptron.F3(255, s1.tag, s0.tag, s0l.tag), perceptron.F3(256, s1.tag, s1l.tag, s0.tag),
		perceptron.F3(257, s1.tag, s1r.tag, b0.tag), perceptron.F3(258, s1.upos, s0.tag, n0.marker),

		perceptron.F3(263, s0.coarse, b0.coarse, b1.coarse), perceptron.F3(264, s1.coarse, s0.coarse, b0.coarse),
		// how far
		perceptron.F3(265, dsb, s0.tag, b0.tag), perceptron.F2(266, dsb, s0.lower), perceptron.F2(267, dsb, b0.lower),
		perceptron.F3(268, dss, s1.tag, s0.tag), perceptron.F2(269, dss, s1.lower), perceptron.F2(270, dss, s0.lower),
		// what is attached
		perceptron.F2(271, s0.lower, valency(n0)), perceptron.F2(272, s0.tag, valency(n0)), perceptron.F2(273, b0.tag, valency(m0)), perceptron.F2(274, b0.lower, valency(m0)),
		perceptron.F2(275, s1.tag, valency(n1)), perceptron.F2(276, s1.lower, valency(n1)),
		perceptron.F2(277, s0.tag, n0.leftSet), perceptron.F2(278, s0.tag, n0.rightSet), perceptron.F2(279, s1.tag, n1.rightSet), perceptron.F2(280, b0.tag, m0.leftSet),
		perceptron.F2(281, s0.lower, n0.rightSet), perceptron.F2(282, s1.lower, n1.rightSet), perceptron.F2(283, s1.tag, n1.leftSet), perceptron.F2(284, s0.lower, n0.leftSet),
		perceptron.F2(285, s0l.lower, rel(n0.left)), perceptron.F2(286, s0r.lower, rel(n0.right)), perceptron.F2(287, s1r.lower, rel(n1.right)), perceptron.F2(288, b0l.lower, rel(m0.left)),
		perceptron.F2(289, s1l.lower, rel(n1.left)),
		perceptron.F3(293, s0.upos, n0.marker, b0.tag), perceptron.F2(294, s1.lower, n0.marker), perceptron.F2(295, s1.cluster, n0.marker), perceptron.F2(296, n0.marker, b0.lower),
		// the words around
		perceptron.F2(297, before0.tag, s0.tag), perceptron.F2(298, after0.tag, s0.tag), perceptron.F2(299, beforeB.tag, b0.tag),
		perceptron.F3(300, s1.tag, before0.tag, s0.tag), perceptron.F3(301, s0.tag, beforeB.lower, b0.tag),
		perceptron.F3(302, s0.tag, b1.tag, b2.tag),
		perceptron.F3(305, s1.tag, n0.marker, b0.tag),
	)
}

// seeArc fills features with what the choice of a relation rests on: head and
// dependent, what is attached to them and the words around.
func (p *parser) seeArc(h, d int32) {
	s := &p.state
	hw, dw := s.wordAt(h), s.wordAt(d)
	hn, dn := s.nodeAt(h), s.nodeAt(d)
	dir := uint32(0)
	set := hn.leftSet
	if d > h {
		dir = 1
		set = hn.rightSet
	}
	dist := distance(h, d)<<1 | dir
	dl, dr, hl, hr := s.wordAt(dn.left), s.wordAt(dn.right), s.wordAt(hn.left), s.wordAt(hn.right)
	ht, dt := hw.tag<<1|dir, dw.tag<<1|dir
	prev, next, hprev, hnext := s.wordAt(d-1), s.wordAt(d+1), s.wordAt(h-1), s.wordAt(h+1)
	p.features = append(p.features[:0],
		perceptron.F1(400, dir),
		perceptron.F2(401, hw.lower, dir), perceptron.F1(402, ht), perceptron.F2(403, dw.lower, dir), perceptron.F1(404, dt),
		perceptron.F2(405, hw.lower, dw.lower), perceptron.F2(406, hw.lower, dt), perceptron.F2(407, ht, dw.lower), perceptron.F2(408, ht, dt),
		perceptron.F3(409, ht, dt, dist), perceptron.F2(410, hw.cluster, dt), perceptron.F2(411, ht, dw.cluster), perceptron.F2(412, hw.cluster, dw.cluster),
		perceptron.F3(413, hw.coarse, dw.coarse, dir), perceptron.F3(414, hw.lower, dn.marker, dir), perceptron.F3(415, ht, dn.marker, dt), perceptron.F3(416, dw.lower, dn.marker, dir),
		perceptron.F3(417, hw.cluster, dn.marker, dir), perceptron.F3(418, dw.cluster, dn.marker, ht), perceptron.F2(419, dt, dn.leftSet), perceptron.F2(420, dt, dn.rightSet),
		perceptron.F3(421, ht, dt, dn.leftSet), perceptron.F3(422, ht, dt, set), perceptron.F2(423, ht, set), perceptron.F3(424, ht, dt, hn.leftSet),
		perceptron.F3(425, hw.lower, dw.upos, set), perceptron.F3(426, ht, dt, prev.tag), perceptron.F3(427, ht, dt, next.tag), perceptron.F3(428, ht, dt, hprev.tag), perceptron.F3(429, ht, dt, hnext.tag),
		perceptron.F3(430, ht, dt, dl.lower), perceptron.F3(431, ht, dt, dr.tag), perceptron.F3(432, ht, dt, hl.tag), perceptron.F3(433, ht, dt, hr.tag),
		perceptron.F2(434, dt, prev.lower), perceptron.F2(435, dt, next.lower), perceptron.F3(436, dw.lower, next.tag, dir), perceptron.F3(437, dw.lower, prev.tag, dir),
		perceptron.F3(438, dl.lower, dw.tag, dir), perceptron.F3(439, dr.lower, dw.tag, dir), perceptron.F3(440, dw.suffix[2], ht, dt), perceptron.F3(441, dt, dl.tag, dr.tag),
		perceptron.F3(442, hw.cluster, dt, set), perceptron.F2(443, dw.shape, ht), perceptron.F3(444, hw.lower, dw.cluster, dir),
	)
}
