//go:build !purego

#include "textflag.h"

// TAKE adds the products of four weights and the numbers of two rows in X8 and X9 to a
// and b.
#define TAKE(weights, a, b) \
	MOVUPS weights, X10 \
	MOVAPS X10, X11     \
	MULPS  X8, X10      \
	MULPS  X9, X11      \
	ADDPS  X10, a       \
	ADDPS  X11, b

// func multiplyTwoSSE(c, a, panel *float32, strideC, strideA, inner uintptr)
TEXT ·multiplyTwoSSE(SB), NOSPLIT, $0-48
	MOVQ c+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ panel+16(FP), DX
	MOVQ strideC+24(FP), R8
	MOVQ strideA+32(FP), R9
	MOVQ inner+40(FP), CX
	XORPS X0, X0
	XORPS X1, X1
	XORPS X2, X2
	XORPS X3, X3
	XORPS X4, X4
	XORPS X5, X5
	XORPS X6, X6
	XORPS X7, X7

next:
	MOVSS (SI), X8
	MOVSS (SI)(R9*1), X9
	SHUFPS $0, X8, X8
	SHUFPS $0, X9, X9
	TAKE((DX), X0, X4)
	TAKE(16(DX), X1, X5)
	TAKE(32(DX), X2, X6)
	TAKE(48(DX), X3, X7)
	ADDQ $4, SI
	ADDQ $64, DX
	DECQ CX
	JNZ  next
	MOVUPS X0, (DI)
	MOVUPS X1, 16(DI)
	MOVUPS X2, 32(DI)
	MOVUPS X3, 48(DI)
	MOVUPS X4, (DI)(R8*1)
	MOVUPS X5, 16(DI)(R8*1)
	MOVUPS X6, 32(DI)(R8*1)
	MOVUPS X7, 48(DI)(R8*1)
	RET
