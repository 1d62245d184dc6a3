//go:build !purego

package neural

// panelKernels are all that this machine has.
func panelKernels() map[string]panelKernel {
	return map[string]panelKernel{"fastest": multiplyPanel, "SSE": multiplyPanelSSE, "plain": multiplyPanelPlainly}
}
