//go:build !purego

#include "textflag.h"

// Instructions that Go's assembler doesn't have, on registers by number: two sources,
// the second first as in Go, and a destination, of four numbers of 32 bits.
#define FADD(m, n, d) WORD $(0x4e20d400 | (m)<<16 | (n)<<5 | (d))
#define FSUB(m, n, d) WORD $(0x4ea0d400 | (m)<<16 | (n)<<5 | (d))
#define FMUL(m, n, d) WORD $(0x6e20dc00 | (m)<<16 | (n)<<5 | (d))
#define FDIV(m, n, d) WORD $(0x6e20fc00 | (m)<<16 | (n)<<5 | (d))
#define FMAX(m, n, d) WORD $(0x4e20f400 | (m)<<16 | (n)<<5 | (d))
#define FMIN(m, n, d) WORD $(0x4ea0f400 | (m)<<16 | (n)<<5 | (d))
#define SCVTF(n, d) WORD $(0x4e21d800 | (n)<<5 | (d))

// FMULFIRST multiplies by the first number of m.
#define FMULFIRST(m, n, d) WORD $(0x4f809000 | (m)<<16 | (n)<<5 | (d))

// The lower 8 bytes to 16 bits each; the lower and the upper four of these to 32 bits.
#define WIDEN8(n, d) WORD $(0x0f08a400 | (n)<<5 | (d))
#define WIDEN16(n, d) WORD $(0x0f10a400 | (n)<<5 | (d))
#define WIDEN16UP(n, d) WORD $(0x4f10a400 | (n)<<5 | (d))

// ROW adds the products of the first number of x and the 16 weights in V0 to V3 to the
// sums in four registers from first on.
#define ROW(x, first) \
	FMULFIRST(x, 0, 8) \
	FMULFIRST(x, 1, 9) \
	FMULFIRST(x, 2, 10) \
	FMULFIRST(x, 3, 11) \
	FADD(8, first+0, first+0) \
	FADD(9, first+1, first+1) \
	FADD(10, first+2, first+2) \
	FADD(11, first+3, first+3)

// func multiplyFour(c, a, panel *float32, strideC, strideA, inner uintptr)
TEXT ·multiplyFour(SB), NOSPLIT, $0-48
	MOVD c+0(FP), R0
	MOVD a+8(FP), R1
	MOVD panel+16(FP), R2
	MOVD strideC+24(FP), R3
	MOVD strideA+32(FP), R4
	MOVD inner+40(FP), R5
	ADD  R4, R1, R6
	ADD  R4, R6, R7
	ADD  R4, R7, R8
	VEOR V16.B16, V16.B16, V16.B16
	VEOR V17.B16, V17.B16, V17.B16
	VEOR V18.B16, V18.B16, V18.B16
	VEOR V19.B16, V19.B16, V19.B16
	VEOR V20.B16, V20.B16, V20.B16
	VEOR V21.B16, V21.B16, V21.B16
	VEOR V22.B16, V22.B16, V22.B16
	VEOR V23.B16, V23.B16, V23.B16
	VEOR V24.B16, V24.B16, V24.B16
	VEOR V25.B16, V25.B16, V25.B16
	VEOR V26.B16, V26.B16, V26.B16
	VEOR V27.B16, V27.B16, V27.B16
	VEOR V28.B16, V28.B16, V28.B16
	VEOR V29.B16, V29.B16, V29.B16
	VEOR V30.B16, V30.B16, V30.B16
	VEOR V31.B16, V31.B16, V31.B16

next:
	VLD1.P  64(R2), [V0.S4, V1.S4, V2.S4, V3.S4]
	FMOVS.P 4(R1), F4
	FMOVS.P 4(R6), F5
	FMOVS.P 4(R7), F6
	FMOVS.P 4(R8), F7
	ROW(4, 16)
	ROW(5, 20)
	ROW(6, 24)
	ROW(7, 28)
	SUBS    $1, R5
	BNE     next
	VST1    [V16.S4, V17.S4, V18.S4, V19.S4], (R0)
	ADD     R3, R0
	VST1    [V20.S4, V21.S4, V22.S4, V23.S4], (R0)
	ADD     R3, R0
	VST1    [V24.S4, V25.S4, V26.S4, V27.S4], (R0)
	ADD     R3, R0
	VST1    [V28.S4, V29.S4, V30.S4, V31.S4], (R0)
	RET

// func multiplyOne(c, a, panel *float32, inner uintptr)
TEXT ·multiplyOne(SB), NOSPLIT, $0-32
	MOVD c+0(FP), R0
	MOVD a+8(FP), R1
	MOVD panel+16(FP), R2
	MOVD inner+24(FP), R5
	VEOR V16.B16, V16.B16, V16.B16
	VEOR V17.B16, V17.B16, V17.B16
	VEOR V18.B16, V18.B16, V18.B16
	VEOR V19.B16, V19.B16, V19.B16

next:
	VLD1.P  64(R2), [V0.S4, V1.S4, V2.S4, V3.S4]
	FMOVS.P 4(R1), F4
	ROW(4, 16)
	SUBS    $1, R5
	BNE     next
	VST1    [V16.S4, V17.S4, V18.S4, V19.S4], (R0)
	RET

// func addBlocks(to, from *float32, blocks uintptr)
TEXT ·addBlocks(SB), NOSPLIT, $0-24
	MOVD to+0(FP), R0
	MOVD from+8(FP), R1
	MOVD blocks+16(FP), R2

next:
	VLD1   (R0), [V0.S4, V1.S4]
	VLD1.P 32(R1), [V2.S4, V3.S4]
	FADD(2, 0, 0)
	FADD(3, 1, 1)
	VST1.P [V0.S4, V1.S4], 32(R0)
	SUBS   $1, R2
	BNE    next
	RET

// func addByteBlocks(to *float32, from *int8, unit float32, blocks uintptr)
TEXT ·addByteBlocks(SB), NOSPLIT, $0-32
	MOVD  to+0(FP), R0
	MOVD  from+8(FP), R1
	FMOVS unit+16(FP), F4
	MOVD  blocks+24(FP), R2

next:
	VLD1   (R0), [V0.S4, V1.S4]
	VLD1.P 8(R1), [V5.B8]
	WIDEN8(5, 5)
	WIDEN16(5, 2)
	WIDEN16UP(5, 3)
	SCVTF(2, 2)
	SCVTF(3, 3)
	FMULFIRST(4, 2, 2)
	FMULFIRST(4, 3, 3)
	FADD(2, 0, 0)
	FADD(3, 1, 1)
	VST1.P [V0.S4, V1.S4], 32(R0)
	SUBS   $1, R2
	BNE    next
	RET

// GATE makes x its gate; s and t are used. The numbers 0.5, 1, 3, -3, 9 and 27 are in
// V24 to V29.
#define GATE(x, s, t) \
	FMUL(24, x, x) \
	FMIN(26, x, x) \
	FMAX(27, x, x) \
	FMUL(x, x, s) \
	FADD(29, s, t) \
	FMUL(t, x, x) \
	FMUL(28, s, s) \
	FADD(29, s, s) \
	FDIV(s, x, x) \
	FMUL(24, x, x) \
	FADD(24, x, x)

// func stepBlocks(u *units, highway float32, blocks uintptr)
TEXT ·stepBlocks(SB), NOSPLIT, $0-24
	MOVD  u+0(FP), R16
	FMOVS highway+8(FP), F30
	MOVD  blocks+16(FP), R15
	MOVD  0(R16), R0   // out
	MOVD  8(R16), R1   // state
	MOVD  16(R16), R2  // in
	MOVD  24(R16), R3  // previous
	MOVD  32(R16), R4  // candidate
	MOVD  40(R16), R5  // forget
	MOVD  48(R16), R6  // reset
	MOVD  56(R16), R7  // weights of previous, forget
	MOVD  64(R16), R8  // weights of previous, reset
	MOVD  72(R16), R9  // bias, forget
	MOVD  80(R16), R10 // bias, reset
	MOVD  $0x3f000000, R11
	VDUP  R11, V24.S4
	MOVD  $0x3f800000, R11
	VDUP  R11, V25.S4
	MOVD  $0x40400000, R11
	VDUP  R11, V26.S4
	MOVD  $0xc0400000, R11
	VDUP  R11, V27.S4
	MOVD  $0x41100000, R11
	VDUP  R11, V28.S4
	MOVD  $0x41d80000, R11
	VDUP  R11, V29.S4

next:
	VLD1.P 16(R3), [V0.S4]
	VLD1.P 16(R5), [V1.S4]
	VLD1.P 16(R6), [V2.S4]
	VLD1.P 16(R7), [V3.S4]
	VLD1.P 16(R8), [V4.S4]
	VLD1.P 16(R9), [V5.S4]
	VLD1.P 16(R10), [V6.S4]
	VLD1.P 16(R4), [V7.S4]
	VLD1.P 16(R2), [V16.S4]
	FMUL(0, 3, 3)
	FADD(3, 1, 1)
	FADD(5, 1, 1)
	FMUL(0, 4, 4)
	FADD(4, 2, 2)
	FADD(6, 2, 2)
	GATE(1, 17, 18)
	GATE(2, 19, 20)
	FMUL(1, 0, 0)
	FSUB(1, 25, 1)
	FMUL(7, 1, 1)
	FADD(1, 0, 0)
	VST1.P [V0.S4], 16(R1)
	FMULFIRST(30, 16, 16)
	FMUL(2, 0, 0)
	FSUB(2, 25, 2)
	FMUL(16, 2, 2)
	FADD(2, 0, 0)
	VST1.P [V0.S4], 16(R0)
	SUBS   $1, R15
	BNE    next
	RET
