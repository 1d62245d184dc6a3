//go:build !purego

#include "textflag.h"

// The numbers of the units: 0.5, 1, 3, -3, 9, 27.
DATA units<>+0(SB)/4, $0.5
DATA units<>+4(SB)/4, $1.0
DATA units<>+8(SB)/4, $3.0
DATA units<>+12(SB)/4, $-3.0
DATA units<>+16(SB)/4, $9.0
DATA units<>+20(SB)/4, $27.0
GLOBL units<>(SB), RODATA|NOPTR, $24

// GATE makes X its gate; T and S are used.
#define GATE(X, S, T) \
	VMULPS Y8, X, X; \
	VMINPS Y10, X, X; \
	VMAXPS Y11, X, X; \
	VMULPS X, X, S; \
	VADDPS Y13, S, T; \
	VMULPS T, X, X; \
	VMULPS Y12, S, S; \
	VADDPS Y13, S, S; \
	VDIVPS S, X, X; \
	VMULPS Y8, X, X; \
	VADDPS Y8, X, X

// func stepBlocks(u *units, highway float32, blocks uintptr)
TEXT ·stepBlocks(SB), NOSPLIT, $0-24
	MOVQ u+0(FP), BX
	VBROADCASTSS highway+8(FP), Y14
	MOVQ blocks+16(FP), R15
	SHLQ $5, R15
	MOVQ 0(BX), DI   // out
	MOVQ 8(BX), SI   // state
	MOVQ 16(BX), DX  // in
	MOVQ 24(BX), CX  // previous
	MOVQ 32(BX), AX  // candidate
	MOVQ 40(BX), R8  // forget
	MOVQ 48(BX), R9  // reset
	MOVQ 56(BX), R10 // weights of previous, forget
	MOVQ 64(BX), R11 // weights of previous, reset
	MOVQ 72(BX), R12 // bias, forget
	MOVQ 80(BX), R13 // bias, reset
	XORQ BX, BX
	VBROADCASTSS units<>+0(SB), Y8
	VBROADCASTSS units<>+4(SB), Y9
	VBROADCASTSS units<>+8(SB), Y10
	VBROADCASTSS units<>+12(SB), Y11
	VBROADCASTSS units<>+16(SB), Y12
	VBROADCASTSS units<>+20(SB), Y13

next:
	VMOVUPS (CX)(BX*1), Y0
	VMULPS (R10)(BX*1), Y0, Y1
	VADDPS (R8)(BX*1), Y1, Y1
	VADDPS (R12)(BX*1), Y1, Y1
	VMULPS (R11)(BX*1), Y0, Y2
	VADDPS (R9)(BX*1), Y2, Y2
	VADDPS (R13)(BX*1), Y2, Y2
	GATE(Y1, Y3, Y4)
	GATE(Y2, Y5, Y6)
	VMULPS Y0, Y1, Y0
	VSUBPS Y1, Y9, Y1
	VMULPS (AX)(BX*1), Y1, Y1
	VADDPS Y1, Y0, Y0
	VMOVUPS Y0, (SI)(BX*1)
	VMULPS (DX)(BX*1), Y14, Y3
	VMULPS Y2, Y0, Y0
	VSUBPS Y2, Y9, Y2
	VMULPS Y3, Y2, Y2
	VADDPS Y2, Y0, Y0
	VMOVUPS Y0, (DI)(BX*1)
	ADDQ $32, BX
	CMPQ BX, R15
	JLT  next
	VZEROUPPER
	RET
