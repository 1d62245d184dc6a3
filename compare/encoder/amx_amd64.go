package encoder

import "golang.org/x/sys/cpu"

// hasAMX reports whether the processor has tiles of bytes and the system lets this process
// use them.
func hasAMX() bool { return cpu.X86.HasAMXTile && cpu.X86.HasAMXInt8 && mayUseTiles() }

// amx multiplies rows by tiles of 16 rows and as many outputs. Everything else is as with
// AVX-512, which processors that have tiles have too.
var amx = func() kernels {
	k := vnni
	k.name, k.multiply = "AMX", multiplyAMX
	return k
}()

// Rows and outputs that the kernel takes.
const (
	tileRowsAMX  = 16
	stripColumns = 2 * panel
)

// strip is all rows of some columns. The kernel takes twice tileRowsAMX rows at once, whose
// sums it leaves in room.
type strip struct {
	tile
	rows uintptr
	room *[2 * tileRowsAMX * stripColumns]int32
}

func multiplyAMX(out []float32, p *product, in *quantized, rows int) {
	if rows == 0 {
		return
	}
	rows = roundedUp(rows, tileRowsAMX)
	_, _, _, _ = out[rows*p.outputs-1], in.bytes[rows*p.inputs-1], in.scales[rows-1], in.zeros[rows-1]
	var room [2 * tileRowsAMX * stripColumns]int32
	for j := 0; j < p.outputs; j += stripColumns {
		multiplyStripAMX(&strip{
			tile: tile{
				out: &out[j], outStride: uintptr(p.outputs) * 4, in: &in.bytes[0], inStride: uintptr(p.inputs),
				weights: &p.weights[j*p.inputs], panelStride: uintptr(p.inputs) * panel, blocks: uintptr(p.inputs) / panelBlock,
				scales: &p.scales[j], biases: &p.biases[j], sums: &p.sums[j], rowScales: &in.scales[0], rowZeros: &in.zeros[0],
				ahead: uintptr(stripColumns * p.inputs),
			},
			rows: uintptr(rows), room: &room,
		})
	}
}

// multiplyStripAMX takes two panels. It changes s.
//
//go:noescape
func multiplyStripAMX(s *strip)
