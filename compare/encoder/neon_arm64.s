#include "go_asm.h"
#include "textflag.h"

// Instructions that Go's assembler doesn't have, on registers by number: two
// sources, the second first as in Go, and a destination, of four 32-bit numbers
// unless said otherwise.
#define FADD(m, n, d) WORD $(0x4e20d400 | (m)<<16 | (n)<<5 | (d))
#define FSUB(m, n, d) WORD $(0x4ea0d400 | (m)<<16 | (n)<<5 | (d))
#define FMUL(m, n, d) WORD $(0x6e20dc00 | (m)<<16 | (n)<<5 | (d))
#define FMAX(m, n, d) WORD $(0x4e20f400 | (m)<<16 | (n)<<5 | (d))
#define FMIN(m, n, d) WORD $(0x4ea0f400 | (m)<<16 | (n)<<5 | (d))
#define MLA(m, n, d) WORD $(0x4ea09400 | (m)<<16 | (n)<<5 | (d))
#define SCVTF(n, d) WORD $(0x4e21d800 | (n)<<5 | (d))
#define FCVTNS(n, d) WORD $(0x4e21a800 | (n)<<5 | (d))

// FMULLANE multiplies by a lane of m.
#define FMULLANE(m, lane, n, d) WORD $(0x4f809000 | ((lane)&1)<<21 | ((lane)>>1)<<11 | (m)<<16 | (n)<<5 | (d))

// SDOT adds the products of each four bytes of n and the four bytes of a lane of m.
#define SDOT(m, lane, n, d) WORD $(0x4f80e000 | ((lane)&1)<<21 | ((lane)>>1)<<11 | (m)<<16 | (n)<<5 | (d))

// Products of the lower and the upper eight bytes, of 16 bits; sums of neighbours
// of 16 bits; and these added to numbers of 32 bits.
#define SMULL(m, n, d) WORD $(0x0e20c000 | (m)<<16 | (n)<<5 | (d))
#define SMULL2(m, n, d) WORD $(0x4e20c000 | (m)<<16 | (n)<<5 | (d))
#define ADDP16(m, n, d) WORD $(0x4e60bc00 | (m)<<16 | (n)<<5 | (d))
#define SADALP(n, d) WORD $(0x4e606800 | (n)<<5 | (d))

// The lower half of each number, from 32 to 16 bits and from 16 to 8, into the
// lower or the upper half of d.
#define XTN16(n, d) WORD $(0x0e612800 | (n)<<5 | (d))
#define XTN16UP(n, d) WORD $(0x4e612800 | (n)<<5 | (d))
#define XTN8(n, d) WORD $(0x0e212800 | (n)<<5 | (d))
#define XTN8UP(n, d) WORD $(0x4e212800 | (n)<<5 | (d))

// DOTS adds the products of a lane of four rows in V4 to V7 and the weights of 16
// outputs in V0 to V3. Sums of the first row are in V16 to V19, and so on.
#define DOTS(lane) \
	SDOT(4, lane, 0, 16) \
	SDOT(4, lane, 1, 17) \
	SDOT(4, lane, 2, 18) \
	SDOT(4, lane, 3, 19) \
	SDOT(5, lane, 0, 20) \
	SDOT(5, lane, 1, 21) \
	SDOT(5, lane, 2, 22) \
	SDOT(5, lane, 3, 23) \
	SDOT(6, lane, 0, 24) \
	SDOT(6, lane, 1, 25) \
	SDOT(6, lane, 2, 26) \
	SDOT(6, lane, 3, 27) \
	SDOT(7, lane, 0, 28) \
	SDOT(7, lane, 1, 29) \
	SDOT(7, lane, 2, 30) \
	SDOT(7, lane, 3, 31)

// PAIRS is DOTS of one row, with products of 16 bits.
#define PAIRS(lane, row, first) \
	VDUP row.S[lane], V9.S4 \
	SMULL(9, 0, 10) \
	SMULL2(9, 0, 11) \
	ADDP16(11, 10, 10) \
	SADALP(10, first+0) \
	SMULL(9, 1, 10) \
	SMULL2(9, 1, 11) \
	ADDP16(11, 10, 10) \
	SADALP(10, first+1) \
	SMULL(9, 2, 10) \
	SMULL2(9, 2, 11) \
	ADDP16(11, 10, 10) \
	SADALP(10, first+2) \
	SMULL(9, 3, 10) \
	SMULL2(9, 3, 11) \
	ADDP16(11, 10, 10) \
	SADALP(10, first+3)

// BEGIN points at a tile's rows and weights and clears its sums.
#define BEGIN \
	MOVD t+0(FP), R0             \
	MOVD tile_in(R0), R1         \
	MOVD tile_inStride(R0), R5   \
	MOVD tile_weights(R0), R6    \
	MOVD tile_blocks(R0), R7     \
	LSL  $2, R7, R7              \
	ADD  R5, R1, R2              \
	ADD  R5, R2, R3              \
	ADD  R5, R3, R4              \
	VMOVI $0x80, V8.B16          \
	VEOR V16.B16, V16.B16, V16.B16 \
	VEOR V17.B16, V17.B16, V17.B16 \
	VEOR V18.B16, V18.B16, V18.B16 \
	VEOR V19.B16, V19.B16, V19.B16 \
	VEOR V20.B16, V20.B16, V20.B16 \
	VEOR V21.B16, V21.B16, V21.B16 \
	VEOR V22.B16, V22.B16, V22.B16 \
	VEOR V23.B16, V23.B16, V23.B16 \
	VEOR V24.B16, V24.B16, V24.B16 \
	VEOR V25.B16, V25.B16, V25.B16 \
	VEOR V26.B16, V26.B16, V26.B16 \
	VEOR V27.B16, V27.B16, V27.B16 \
	VEOR V28.B16, V28.B16, V28.B16 \
	VEOR V29.B16, V29.B16, V29.B16 \
	VEOR V30.B16, V30.B16, V30.B16 \
	VEOR V31.B16, V31.B16, V31.B16

// ROWS loads 16 bytes of each row, less 128.
#define ROWS \
	VLD1.P 16(R1), [V4.B16]      \
	VLD1.P 16(R2), [V5.B16]      \
	VLD1.P 16(R3), [V6.B16]      \
	VLD1.P 16(R4), [V7.B16]      \
	VEOR V8.B16, V4.B16, V4.B16  \
	VEOR V8.B16, V5.B16, V5.B16  \
	VEOR V8.B16, V6.B16, V6.B16  \
	VEOR V8.B16, V7.B16, V7.B16

#define WEIGHTS VLD1.P 64(R6), [V0.B16, V1.B16, V2.B16, V3.B16]

// FINISH makes a row's sums, from first on, into outputs. Scales are in V0 to V3,
// biases in V4 to V7, sums of weights in V8 to V11. As bytes were less 128, so is
// the row's zero.
#define FINISH(first, a, b, c, d) \
	VLD1R.P 4(R4), [V12.S4]       \
	VLD1R.P 4(R3), [V13.S4]       \
	VSUB V12.S4, V15.S4, V12.S4   \
	MLA(12, 8, first+0) \
	MLA(12, 9, first+1) \
	MLA(12, 10, first+2) \
	MLA(12, 11, first+3) \
	SCVTF(first+0, first+0) \
	SCVTF(first+1, first+1) \
	SCVTF(first+2, first+2) \
	SCVTF(first+3, first+3) \
	FMUL(13, 0, 14) \
	FMUL(14, first+0, first+0) \
	FADD(4, first+0, first+0) \
	FMUL(13, 1, 14) \
	FMUL(14, first+1, first+1) \
	FADD(5, first+1, first+1) \
	FMUL(13, 2, 14) \
	FMUL(14, first+2, first+2) \
	FADD(6, first+2, first+2) \
	FMUL(13, 3, 14) \
	FMUL(14, first+3, first+3) \
	FADD(7, first+3, first+3) \
	VST1 [a.S4, b.S4, c.S4, d.S4], (R1) \
	ADD R2, R1, R1

// END makes a tile's sums into outputs.
#define END \
	MOVD tile_out(R0), R1                       \
	MOVD tile_outStride(R0), R2                 \
	MOVD tile_rowScales(R0), R3                 \
	MOVD tile_rowZeros(R0), R4                  \
	MOVD tile_scales(R0), R5                    \
	MOVD tile_biases(R0), R6                    \
	MOVD tile_sums(R0), R7                      \
	VLD1 (R5), [V0.S4, V1.S4, V2.S4, V3.S4]     \
	VLD1 (R6), [V4.S4, V5.S4, V6.S4, V7.S4]     \
	VLD1 (R7), [V8.S4, V9.S4, V10.S4, V11.S4]   \
	MOVW $128, R8                               \
	VDUP R8, V15.S4                             \
	FINISH(16, V16, V17, V18, V19)              \
	FINISH(20, V20, V21, V22, V23)              \
	FINISH(24, V24, V25, V26, V27)              \
	FINISH(28, V28, V29, V30, V31)

// func multiplyTileSDOT(t *tile)
TEXT ·multiplyTileSDOT(SB), NOSPLIT, $0-8
	BEGIN

next:
	ROWS
	WEIGHTS
	DOTS(0)
	WEIGHTS
	DOTS(1)
	WEIGHTS
	DOTS(2)
	WEIGHTS
	DOTS(3)
	SUB  $1, R7
	CBNZ R7, next
	END
	RET

// func multiplyTileNEON(t *tile)
TEXT ·multiplyTileNEON(SB), NOSPLIT, $0-8
	BEGIN

next:
	ROWS
	WEIGHTS
	PAIRS(0, V4, 16)
	PAIRS(0, V5, 20)
	PAIRS(0, V6, 24)
	PAIRS(0, V7, 28)
	WEIGHTS
	PAIRS(1, V4, 16)
	PAIRS(1, V5, 20)
	PAIRS(1, V6, 24)
	PAIRS(1, V7, 28)
	WEIGHTS
	PAIRS(2, V4, 16)
	PAIRS(2, V5, 20)
	PAIRS(2, V6, 24)
	PAIRS(2, V7, 28)
	WEIGHTS
	PAIRS(3, V4, 16)
	PAIRS(3, V5, 20)
	PAIRS(3, V6, 24)
	PAIRS(3, V7, 28)
	SUB  $1, R7
	CBNZ R7, next
	END
	RET

// FOLD adds the lanes of V16 to V23 into the first of V16.
#define FOLD(op) \
	op(20, 16, 16)                      \
	op(21, 17, 17)                      \
	op(22, 18, 18)                      \
	op(23, 19, 19)                      \
	op(18, 16, 16)                      \
	op(19, 17, 17)                      \
	op(17, 16, 16)                      \
	VEXT $8, V16.B16, V16.B16, V17.B16  \
	op(17, 16, 16)                      \
	VEXT $4, V16.B16, V16.B16, V17.B16  \
	op(17, 16, 16)

// EACH does op with two registers: m with each of V0 to V7, in place.
#define EACH(op, m) \
	op(m, 0, 0) \
	op(m, 1, 1) \
	op(m, 2, 2) \
	op(m, 3, 3) \
	op(m, 4, 4) \
	op(m, 5, 5) \
	op(m, 6, 6) \
	op(m, 7, 7)

// BOTH does op with V24 to V31 and V0 to V7, into the latter.
#define BOTH(op) \
	op(24, 0, 0) \
	op(25, 1, 1) \
	op(26, 2, 2) \
	op(27, 3, 3) \
	op(28, 4, 4) \
	op(29, 5, 5) \
	op(30, 6, 6) \
	op(31, 7, 7)

// SUMS does op with V0 to V7 and V16 to V23, into the latter.
#define SUMS(op) \
	op(0, 16, 16) \
	op(1, 17, 17) \
	op(2, 18, 18) \
	op(3, 19, 19) \
	op(4, 20, 20) \
	op(5, 21, 21) \
	op(6, 22, 22) \
	op(7, 23, 23)

#define CLEARSUMS \
	VEOR V16.B16, V16.B16, V16.B16 \
	VEOR V17.B16, V17.B16, V17.B16 \
	VEOR V18.B16, V18.B16, V18.B16 \
	VEOR V19.B16, V19.B16, V19.B16 \
	VEOR V20.B16, V20.B16, V20.B16 \
	VEOR V21.B16, V21.B16, V21.B16 \
	VEOR V22.B16, V22.B16, V22.B16 \
	VEOR V23.B16, V23.B16, V23.B16

// LOAD32 and STORE32 move 32 numbers at V0 on. LOADMORE loads 32 to V24 on.
#define LOAD32(r) \
	VLD1.P 64(r), [V0.S4, V1.S4, V2.S4, V3.S4]      \
	VLD1.P 64(r), [V4.S4, V5.S4, V6.S4, V7.S4]

#define LOADMORE(r) \
	VLD1.P 64(r), [V24.S4, V25.S4, V26.S4, V27.S4]  \
	VLD1.P 64(r), [V28.S4, V29.S4, V30.S4, V31.S4]

#define STORE32(r) \
	VST1.P [V0.S4, V1.S4, V2.S4, V3.S4], 64(r)      \
	VST1.P [V4.S4, V5.S4, V6.S4, V7.S4], 64(r)

// func boundsNEON(x, smooth []float32) (lo, hi float32)
TEXT ·boundsNEON(SB), NOSPLIT, $0-56
	MOVD x_base+0(FP), R1
	MOVD x_len+8(FP), R0
	MOVD smooth_base+24(FP), R2
	CLEARSUMS
	VEOR V8.B16, V8.B16, V8.B16
	VEOR V9.B16, V9.B16, V9.B16
	VEOR V10.B16, V10.B16, V10.B16
	VEOR V11.B16, V11.B16, V11.B16
	VEOR V12.B16, V12.B16, V12.B16
	VEOR V13.B16, V13.B16, V13.B16
	VEOR V14.B16, V14.B16, V14.B16
	VEOR V15.B16, V15.B16, V15.B16

next:
	LOAD32(R1)
	LOADMORE(R2)
	BOTH(FMUL)
	SUMS(FMIN)
	FMAX(0, 8, 8)
	FMAX(1, 9, 9)
	FMAX(2, 10, 10)
	FMAX(3, 11, 11)
	FMAX(4, 12, 12)
	FMAX(5, 13, 13)
	FMAX(6, 14, 14)
	FMAX(7, 15, 15)
	SUB  $32, R0
	CBNZ R0, next
	FOLD(FMIN)
	FMOVS F16, lo+48(FP)
	VMOV V8.B16, V16.B16
	VMOV V9.B16, V17.B16
	VMOV V10.B16, V18.B16
	VMOV V11.B16, V19.B16
	VMOV V12.B16, V20.B16
	VMOV V13.B16, V21.B16
	VMOV V14.B16, V22.B16
	VMOV V15.B16, V23.B16
	FOLD(FMAX)
	FMOVS F16, hi+52(FP)
	RET

// func quantizeNEON(q []byte, x, smooth []float32, inverse, zero float32)
TEXT ·quantizeNEON(SB), NOSPLIT, $0-80
	MOVD q_base+0(FP), R3
	MOVD x_base+24(FP), R1
	MOVD x_len+32(FP), R0
	MOVD smooth_base+48(FP), R2
	FMOVS inverse+72(FP), F16
	FMOVS zero+76(FP), F17
	VDUP V16.S[0], V16.S4
	VDUP V17.S[0], V17.S4
	VEOR V18.B16, V18.B16, V18.B16
	FMOVS $255.0, F19
	VDUP V19.S[0], V19.S4

next:
	LOAD32(R1)
	LOADMORE(R2)
	BOTH(FMUL)
	EACH(FMUL, 16)
	EACH(FADD, 17)
	EACH(FMAX, 18)
	EACH(FMIN, 19)
	FCVTNS(0, 0)
	FCVTNS(1, 1)
	FCVTNS(2, 2)
	FCVTNS(3, 3)
	FCVTNS(4, 4)
	FCVTNS(5, 5)
	FCVTNS(6, 6)
	FCVTNS(7, 7)
	XTN16(0, 0)
	XTN16UP(1, 0)
	XTN16(2, 2)
	XTN16UP(3, 2)
	XTN16(4, 4)
	XTN16UP(5, 4)
	XTN16(6, 6)
	XTN16UP(7, 6)
	XTN8(0, 0)
	XTN8UP(2, 0)
	XTN8(4, 4)
	XTN8UP(6, 4)
	VST1.P [V0.B16], 16(R3)
	VST1.P [V4.B16], 16(R3)
	SUB  $32, R0
	CBNZ R0, next
	RET

// STEP is a step of four polynomials: p = p*x + the next number, which R4 points
// at. Each number stands in all lanes of a table's row.
#define STEP \
	VLD1 (R4), [V28.S4]   \
	ADD  $64, R4          \
	FMUL(16, 20, 20)      \
	FMUL(17, 21, 21)      \
	FMUL(18, 22, 22)      \
	FMUL(19, 23, 23)      \
	FADD(28, 20, 20)      \
	FADD(28, 21, 21)      \
	FADD(28, 22, 22)      \
	FADD(28, 23, 23)

// FIRST sets four polynomials to their first number.
#define FIRST \
	VLD1 (R4), [V20.S4]           \
	ADD  $64, R4                  \
	VMOV V20.B16, V21.B16         \
	VMOV V20.B16, V22.B16         \
	VMOV V20.B16, V23.B16

// func geluNEON(x []float32)
TEXT ·geluNEON(SB), NOSPLIT, $0-24
	MOVD x_base+0(FP), R1
	MOVD x_len+8(FP), R0
	MOVD $·geluTable(SB), R3
	VLD1 (R3), [V30.S4]
	ADD  $64, R3
	VLD1 (R3), [V31.S4]
	ADD  $64, R3
	FMOVS $0.5, F29
	VDUP V29.S[0], V29.S4

next:
	VLD1 (R1), [V0.S4, V1.S4, V2.S4, V3.S4]
	FMIN(31, 0, 4)
	FMIN(31, 1, 5)
	FMIN(31, 2, 6)
	FMIN(31, 3, 7)
	FMAX(30, 4, 4)
	FMAX(30, 5, 5)
	FMAX(30, 6, 6)
	FMAX(30, 7, 7)
	FMUL(4, 4, 16)
	FMUL(5, 5, 17)
	FMUL(6, 6, 18)
	FMUL(7, 7, 19)
	MOVD R3, R4
	FIRST
	STEP
	STEP
	STEP
	STEP
	STEP
	STEP
	STEP
	STEP
	FMUL(4, 20, 20)
	FMUL(5, 21, 21)
	FMUL(6, 22, 22)
	FMUL(7, 23, 23)
	FADD(29, 20, 20)
	FADD(29, 21, 21)
	FADD(29, 22, 22)
	FADD(29, 23, 23)
	FMUL(0, 20, 0)
	FMUL(1, 21, 1)
	FMUL(2, 22, 2)
	FMUL(3, 23, 3)
	VST1.P [V0.S4, V1.S4, V2.S4, V3.S4], 64(R1)
	SUB  $16, R0
	CBNZ R0, next
	RET

// func addNEON(x, y []float32) float32
TEXT ·addNEON(SB), NOSPLIT, $0-52
	MOVD x_base+0(FP), R1
	MOVD x_len+8(FP), R0
	MOVD y_base+24(FP), R2
	MOVD R1, R3
	CLEARSUMS

next:
	LOAD32(R1)
	LOADMORE(R2)
	BOTH(FADD)
	STORE32(R3)
	SUMS(FADD)
	SUB  $32, R0
	CBNZ R0, next
	FOLD(FADD)
	FMOVS F16, ret+48(FP)
	RET

// func squaresNEON(x []float32, mean float32) float32
TEXT ·squaresNEON(SB), NOSPLIT, $0-36
	MOVD x_base+0(FP), R1
	MOVD x_len+8(FP), R0
	FMOVS mean+24(FP), F8
	VDUP V8.S[0], V8.S4
	CLEARSUMS

next:
	LOAD32(R1)
	EACH(FSUB, 8)
	FMUL(0, 0, 0)
	FMUL(1, 1, 1)
	FMUL(2, 2, 2)
	FMUL(3, 3, 3)
	FMUL(4, 4, 4)
	FMUL(5, 5, 5)
	FMUL(6, 6, 6)
	FMUL(7, 7, 7)
	SUMS(FADD)
	SUB  $32, R0
	CBNZ R0, next
	FOLD(FADD)
	FMOVS F16, ret+32(FP)
	RET

// func normalizeNEON(x, weight, bias []float32, mean, inverse float32)
TEXT ·normalizeNEON(SB), NOSPLIT, $0-80
	MOVD x_base+0(FP), R1
	MOVD x_len+8(FP), R0
	MOVD weight_base+24(FP), R2
	MOVD bias_base+48(FP), R3
	MOVD R1, R4
	FMOVS mean+72(FP), F8
	VDUP V8.S[0], V8.S4
	FMOVS inverse+76(FP), F9
	VDUP V9.S[0], V9.S4

next:
	LOAD32(R1)
	EACH(FSUB, 8)
	EACH(FMUL, 9)
	LOADMORE(R2)
	BOTH(FMUL)
	LOADMORE(R3)
	BOTH(FADD)
	STORE32(R4)
	SUB  $32, R0
	CBNZ R0, next
	RET

// POWER sets V20 to V23 to e to the power of what is at R5, less V15, and stores
// it. R3 points at the table of exp, whose first three numbers are in V29 to V31.
#define POWER \
	VLD1 (R5), [V0.S4, V1.S4, V2.S4, V3.S4]  \
	FSUB(15, 0, 0) \
	FSUB(15, 1, 1) \
	FSUB(15, 2, 2) \
	FSUB(15, 3, 3) \
	FMUL(29, 0, 0) \
	FMUL(29, 1, 1) \
	FMUL(29, 2, 2) \
	FMUL(29, 3, 3) \
	FMAX(30, 0, 0) \
	FMAX(30, 1, 1) \
	FMAX(30, 2, 2) \
	FMAX(30, 3, 3) \
	FADD(31, 0, 4) \
	FADD(31, 1, 5) \
	FADD(31, 2, 6) \
	FADD(31, 3, 7) \
	FSUB(31, 4, 16) \
	FSUB(31, 5, 17) \
	FSUB(31, 6, 18) \
	FSUB(31, 7, 19) \
	FSUB(16, 0, 16) \
	FSUB(17, 1, 17) \
	FSUB(18, 2, 18) \
	FSUB(19, 3, 19) \
	MOVD R3, R4 \
	FIRST \
	STEP \
	STEP \
	STEP \
	STEP \
	STEP \
	VSHL $23, V4.S4, V4.S4 \
	VSHL $23, V5.S4, V5.S4 \
	VSHL $23, V6.S4, V6.S4 \
	VSHL $23, V7.S4, V7.S4 \
	VADD V4.S4, V20.S4, V20.S4 \
	VADD V5.S4, V21.S4, V21.S4 \
	VADD V6.S4, V22.S4, V22.S4 \
	VADD V7.S4, V23.S4, V23.S4 \
	VST1.P [V20.S4, V21.S4, V22.S4, V23.S4], 64(R5)

// func softmaxNEON(scores, mask []float32)
TEXT ·softmaxNEON(SB), NOSPLIT, $0-48
	MOVD scores_base+0(FP), R0
	MOVD scores_len+8(FP), R7
	MOVD mask_base+24(FP), R1
	MOVD mask_len+32(FP), R2
	MOVD $·expTable(SB), R3
	VLD1 (R3), [V29.S4]
	ADD  $64, R3
	VLD1 (R3), [V30.S4]
	ADD  $64, R3
	VLD1 (R3), [V31.S4]
	ADD  $64, R3

row:
	// The largest.
	MOVD R0, R5
	MOVD R0, R6
	MOVD R1, R8
	SUB  $32, R2, R9
	LOAD32(R5)
	VLD1.P 64(R8), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 0, 16)
	FADD(25, 1, 17)
	FADD(26, 2, 18)
	FADD(27, 3, 19)
	VLD1.P 64(R8), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 4, 20)
	FADD(25, 5, 21)
	FADD(26, 6, 22)
	FADD(27, 7, 23)
	VST1.P [V16.S4, V17.S4, V18.S4, V19.S4], 64(R6)
	VST1.P [V20.S4, V21.S4, V22.S4, V23.S4], 64(R6)
	CBZ  R9, largestDone

largest:
	LOAD32(R5)
	VLD1.P 64(R8), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 0, 0)
	FADD(25, 1, 1)
	FADD(26, 2, 2)
	FADD(27, 3, 3)
	VLD1.P 64(R8), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 4, 4)
	FADD(25, 5, 5)
	FADD(26, 6, 6)
	FADD(27, 7, 7)
	STORE32(R6)
	SUMS(FMAX)
	SUB  $32, R9
	CBNZ R9, largest

largestDone:
	FOLD(FMAX)
	VDUP V16.S[0], V15.S4

	// Powers and their sum, in V8 to V14 and V24.
	VEOR V8.B16, V8.B16, V8.B16
	VEOR V9.B16, V9.B16, V9.B16
	VEOR V10.B16, V10.B16, V10.B16
	VEOR V11.B16, V11.B16, V11.B16
	VEOR V12.B16, V12.B16, V12.B16
	VEOR V13.B16, V13.B16, V13.B16
	VEOR V14.B16, V14.B16, V14.B16
	VEOR V24.B16, V24.B16, V24.B16
	MOVD R0, R5
	MOVD R2, R9

power:
	POWER
	FADD(20, 8, 8)
	FADD(21, 9, 9)
	FADD(22, 10, 10)
	FADD(23, 11, 11)
	POWER
	FADD(20, 12, 12)
	FADD(21, 13, 13)
	FADD(22, 14, 14)
	FADD(23, 24, 24)
	SUB  $32, R9
	CBNZ R9, power
	VMOV V8.B16, V16.B16
	VMOV V9.B16, V17.B16
	VMOV V10.B16, V18.B16
	VMOV V11.B16, V19.B16
	VMOV V12.B16, V20.B16
	VMOV V13.B16, V21.B16
	VMOV V14.B16, V22.B16
	VMOV V24.B16, V23.B16
	FOLD(FADD)
	FMOVS $1.0, F17
	FDIVS F16, F17, F16
	VDUP V16.S[0], V16.S4
	MOVD R0, R6
	MOVD R2, R9

share:
	LOAD32(R0)
	EACH(FMUL, 16)
	STORE32(R6)
	SUB  $32, R9
	CBNZ R9, share
	SUB  R2, R7
	CBNZ R7, row
	RET

// CELLS adds the products of a lane of a row and V0 to V3.
#define CELLS(row, lane, first) \
	FMULLANE(row, lane, 0, 8) \
	FMULLANE(row, lane, 1, 9) \
	FMULLANE(row, lane, 2, 10) \
	FMULLANE(row, lane, 3, 11) \
	FADD(8, first+0, first+0) \
	FADD(9, first+1, first+1) \
	FADD(10, first+2, first+2) \
	FADD(11, first+3, first+3)

// func matmulTileNEON(c, a, b *float32, strideC, strideA, strideB, inner uintptr)
TEXT ·matmulTileNEON(SB), NOSPLIT, $0-56
	MOVD c+0(FP), R0
	MOVD b+16(FP), R2
	MOVD strideC+24(FP), R3
	MOVD strideA+32(FP), R4
	MOVD strideB+40(FP), R5
	MOVD $2, R13

half:
	MOVD a+8(FP), R1
	ADD  R4, R1, R8
	ADD  R4, R8, R9
	ADD  R4, R9, R10
	MOVD inner+48(FP), R6
	MOVD R2, R7
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
	VLD1 (R7), [V0.S4, V1.S4, V2.S4, V3.S4]
	ADD  R5, R7
	FMOVS.P 4(R1), F4
	FMOVS.P 4(R8), F5
	FMOVS.P 4(R9), F6
	FMOVS.P 4(R10), F7
	CELLS(4, 0, 16)
	CELLS(5, 0, 20)
	CELLS(6, 0, 24)
	CELLS(7, 0, 28)
	SUB  $1, R6
	CBNZ R6, next
	MOVD R0, R11
	VST1 [V16.S4, V17.S4, V18.S4, V19.S4], (R11)
	ADD  R3, R11
	VST1 [V20.S4, V21.S4, V22.S4, V23.S4], (R11)
	ADD  R3, R11
	VST1 [V24.S4, V25.S4, V26.S4, V27.S4], (R11)
	ADD  R3, R11
	VST1 [V28.S4, V29.S4, V30.S4, V31.S4], (R11)
	ADD  $64, R0
	ADD  $64, R2
	SUB  $1, R13
	CBNZ R13, half
	RET
