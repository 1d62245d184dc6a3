//go:build purego || !amd64

package neural

// panelKernels are all that this machine has.
func panelKernels() map[string]panelKernel {
	return map[string]panelKernel{"fastest": multiplyPanel, "plain": multiplyPanelPlainly}
}
