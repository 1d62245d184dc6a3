#include "go_asm.h"
#include "textflag.h"

// DOT adds the products of the bytes at a row, 4 of them, and the weights of 16
// outputs in Y8 and Y9: by pairs to 16 bits, which weightLimit keeps from
// saturating, then by fours.
#define DOT(row, a, b) \
	VPBROADCASTD row, Y10       \
	VPMADDUBSW   Y8, Y10, Y11   \
	VPMADDUBSW   Y9, Y10, Y12   \
	VPMADDWD     Y13, Y11, Y11  \
	VPMADDWD     Y13, Y12, Y12  \
	VPADDD       Y11, a, a      \
	VPADDD       Y12, b, b

// FINISH makes sums of a row into outputs. Y8, Y10, Y11 and Y12 are the scales and
// the sums of weights of their columns.
#define FINISH(n, a, b) \
	VPBROADCASTD (4*n)(R13), Y13   \
	VPMULLD      Y13, Y11, Y14     \
	VPMULLD      Y13, Y12, Y15     \
	VPSUBD       Y14, a, a         \
	VPSUBD       Y15, b, b         \
	VCVTDQ2PS    a, a              \
	VCVTDQ2PS    b, b              \
	VBROADCASTSS (4*n)(R12), Y13   \
	VMULPS       Y13, Y8, Y14      \
	VMULPS       Y13, Y10, Y15     \
	VMULPS       Y14, a, a         \
	VMULPS       Y15, b, b         \
	VADDPS       (R10), a, a       \
	VADDPS       32(R10), b, b     \
	VMOVUPS      a, (DI)           \
	VMOVUPS      b, 32(DI)         \
	ADDQ         R8, DI

// func multiplyTileAVX2(t *tile)
TEXT ·multiplyTileAVX2(SB), NOSPLIT, $0-8
	MOVQ t+0(FP), AX
	MOVQ tile_in(AX), SI
	MOVQ tile_inStride(AX), R8
	MOVQ tile_weights(AX), DX
	MOVQ tile_blocks(AX), R12
	MOVQ tile_ahead(AX), BX
	ADDQ DX, BX
	LEAQ (R8)(R8*2), R10
	VPCMPEQW Y13, Y13, Y13
	VPSRLW   $15, Y13, Y13
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
	VPXOR Y7, Y7, Y7

block:
	PREFETCHT0 (BX)
	PREFETCHT0 64(BX)
	ADDQ $128, BX
	MOVQ $16, CX

next:
	VMOVDQU (DX), Y8
	VMOVDQU 32(DX), Y9
	DOT((SI), Y0, Y1)
	DOT((SI)(R8*1), Y2, Y3)
	DOT((SI)(R8*2), Y4, Y5)
	DOT((SI)(R10*1), Y6, Y7)
	ADDQ $4, SI
	ADDQ $64, DX

	DECQ CX
	JNZ  next
	DECQ R12
	JNZ  block

	MOVQ tile_out(AX), DI
	MOVQ tile_outStride(AX), R8
	MOVQ tile_scales(AX), R9
	MOVQ tile_biases(AX), R10
	MOVQ tile_sums(AX), R11
	MOVQ tile_rowScales(AX), R12
	MOVQ tile_rowZeros(AX), R13
	VMOVUPS (R9), Y8
	VMOVUPS 32(R9), Y10
	VMOVDQU (R11), Y11
	VMOVDQU 32(R11), Y12
	FINISH(0, Y0, Y1)
	FINISH(1, Y2, Y3)
	FINISH(2, Y4, Y5)
	FINISH(3, Y6, Y7)
	VZEROUPPER
	RET

// FOLD adds the lanes of Y0 to Y3 into X0.
#define FOLD(op) \
	op           Y2, Y0, Y0     \
	op           Y3, Y1, Y1     \
	op           Y1, Y0, Y0     \
	VEXTRACTF128 $1, Y0, X1     \
	op           X1, X0, X0     \
	VPERMILPS    $0x0e, X0, X1  \
	op           X1, X0, X0     \
	VPERMILPS    $0x01, X0, X1  \
	op           X1, X0, X0

// func boundsAVX2(x, smooth []float32) (lo, hi float32)
TEXT ·boundsAVX2(SB), NOSPLIT, $0-56
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	MOVQ smooth_base+24(FP), DX
	SHLQ $2, CX
	ADDQ CX, SI
	ADDQ CX, DX
	NEGQ CX
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	VXORPS Y2, Y2, Y2
	VXORPS Y3, Y3, Y3
	VXORPS Y4, Y4, Y4
	VXORPS Y5, Y5, Y5
	VXORPS Y6, Y6, Y6
	VXORPS Y7, Y7, Y7

next:
	VMOVUPS 0(SI)(CX*1), Y8
	VMOVUPS 32(SI)(CX*1), Y9
	VMOVUPS 64(SI)(CX*1), Y10
	VMOVUPS 96(SI)(CX*1), Y11
	VMULPS  0(DX)(CX*1), Y8, Y8
	VMULPS  32(DX)(CX*1), Y9, Y9
	VMULPS  64(DX)(CX*1), Y10, Y10
	VMULPS  96(DX)(CX*1), Y11, Y11
	VMINPS  Y8, Y0, Y0
	VMINPS  Y9, Y1, Y1
	VMINPS  Y10, Y2, Y2
	VMINPS  Y11, Y3, Y3
	VMAXPS  Y8, Y4, Y4
	VMAXPS  Y9, Y5, Y5
	VMAXPS  Y10, Y6, Y6
	VMAXPS  Y11, Y7, Y7
	ADDQ $128, CX
	JNZ  next
	FOLD(VMINPS)
	VMOVSS X0, lo+48(FP)
	VMOVAPS Y4, Y0
	VMOVAPS Y5, Y1
	VMOVAPS Y6, Y2
	VMOVAPS Y7, Y3
	FOLD(VMAXPS)
	VMOVSS X0, hi+52(FP)
	VZEROUPPER
	RET

// order<> brings bytes that were packed by halves of a register into order.
DATA order<>+0(SB)/8, $0x0000000400000000
DATA order<>+8(SB)/8, $0x0000000500000001
DATA order<>+16(SB)/8, $0x0000000600000002
DATA order<>+24(SB)/8, $0x0000000700000003
GLOBL order<>(SB), RODATA|NOPTR, $32

DATA byteMax<>+0(SB)/4, $255.0
GLOBL byteMax<>(SB), RODATA|NOPTR, $4

// func quantizeAVX2(q []byte, x, smooth []float32, inverse, zero float32)
TEXT ·quantizeAVX2(SB), NOSPLIT, $0-80
	MOVQ q_base+0(FP), DI
	MOVQ x_base+24(FP), SI
	MOVQ x_len+32(FP), CX
	MOVQ smooth_base+48(FP), DX
	VBROADCASTSS inverse+72(FP), Y4
	VBROADCASTSS zero+76(FP), Y5
	VXORPS Y6, Y6, Y6
	VBROADCASTSS byteMax<>(SB), Y7
	VMOVDQU order<>(SB), Y8
	SHLQ $2, CX
	ADDQ CX, SI
	ADDQ CX, DX
	NEGQ CX

next:
	VMOVUPS 0(SI)(CX*1), Y0
	VMOVUPS 32(SI)(CX*1), Y1
	VMOVUPS 64(SI)(CX*1), Y2
	VMOVUPS 96(SI)(CX*1), Y3
	VMULPS  0(DX)(CX*1), Y0, Y0
	VMULPS  32(DX)(CX*1), Y1, Y1
	VMULPS  64(DX)(CX*1), Y2, Y2
	VMULPS  96(DX)(CX*1), Y3, Y3
	VMULPS  Y4, Y0, Y0
	VMULPS  Y4, Y1, Y1
	VMULPS  Y4, Y2, Y2
	VMULPS  Y4, Y3, Y3
	VADDPS  Y5, Y0, Y0
	VADDPS  Y5, Y1, Y1
	VADDPS  Y5, Y2, Y2
	VADDPS  Y5, Y3, Y3
	VMAXPS  Y6, Y0, Y0
	VMAXPS  Y6, Y1, Y1
	VMAXPS  Y6, Y2, Y2
	VMAXPS  Y6, Y3, Y3
	VMINPS  Y7, Y0, Y0
	VMINPS  Y7, Y1, Y1
	VMINPS  Y7, Y2, Y2
	VMINPS  Y7, Y3, Y3
	VCVTPS2DQ Y0, Y0
	VCVTPS2DQ Y1, Y1
	VCVTPS2DQ Y2, Y2
	VCVTPS2DQ Y3, Y3
	VPACKSSDW Y1, Y0, Y0
	VPACKSSDW Y3, Y2, Y2
	VPACKUSWB Y2, Y0, Y0
	VPERMD  Y0, Y8, Y0
	VMOVDQU Y0, (DI)
	ADDQ $32, DI
	ADDQ $128, CX
	JNZ  next
	VZEROUPPER
	RET

// STEP is a step of two polynomials: p = p*x + number.
#define STEP(number) \
	VMULPS Y2, Y4, Y4     \
	VMULPS Y3, Y5, Y5     \
	VADDPS number, Y4, Y4 \
	VADDPS number, Y5, Y5

// func geluAVX2(x []float32)
TEXT ·geluAVX2(SB), NOSPLIT, $0-24
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	VMOVUPS ·geluTable+0(SB), Y10
	VMOVUPS ·geluTable+64(SB), Y11
	VMOVUPS ·geluTable+128(SB), Y12
	VMOVUPS ·geluTable+192(SB), Y13
	VMOVUPS ·geluTable+256(SB), Y14
	VMOVUPS ·geluTable+320(SB), Y15

next:
	VMOVUPS (SI), Y0
	VMOVUPS 32(SI), Y1
	VMINPS  Y11, Y0, Y6
	VMINPS  Y11, Y1, Y7
	VMAXPS  Y10, Y6, Y6
	VMAXPS  Y10, Y7, Y7
	VMULPS  Y6, Y6, Y2
	VMULPS  Y7, Y7, Y3
	VMULPS  Y12, Y2, Y4
	VMULPS  Y12, Y3, Y5
	VADDPS  Y13, Y4, Y4
	VADDPS  Y13, Y5, Y5
	STEP(Y14)
	STEP(Y15)
	STEP(·geluTable+384(SB))
	STEP(·geluTable+448(SB))
	STEP(·geluTable+512(SB))
	STEP(·geluTable+576(SB))
	STEP(·geluTable+640(SB))
	VMULPS  Y6, Y4, Y4
	VMULPS  Y7, Y5, Y5
	VADDPS  ·geluTable+704(SB), Y4, Y4
	VADDPS  ·geluTable+704(SB), Y5, Y5
	VMULPS  Y0, Y4, Y4
	VMULPS  Y1, Y5, Y5
	VMOVUPS Y4, (SI)
	VMOVUPS Y5, 32(SI)
	ADDQ $64, SI
	SUBQ $16, CX
	JNZ  next
	VZEROUPPER
	RET

// func addAVX2(x, y []float32) float32
TEXT ·addAVX2(SB), NOSPLIT, $0-52
	MOVQ x_base+0(FP), DI
	MOVQ x_len+8(FP), CX
	MOVQ y_base+24(FP), SI
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	VXORPS Y2, Y2, Y2
	VXORPS Y3, Y3, Y3

next:
	VMOVUPS 0(DI), Y4
	VMOVUPS 32(DI), Y5
	VMOVUPS 64(DI), Y6
	VMOVUPS 96(DI), Y7
	VADDPS  0(SI), Y4, Y4
	VADDPS  32(SI), Y5, Y5
	VADDPS  64(SI), Y6, Y6
	VADDPS  96(SI), Y7, Y7
	VMOVUPS Y4, 0(DI)
	VMOVUPS Y5, 32(DI)
	VMOVUPS Y6, 64(DI)
	VMOVUPS Y7, 96(DI)
	VADDPS  Y4, Y0, Y0
	VADDPS  Y5, Y1, Y1
	VADDPS  Y6, Y2, Y2
	VADDPS  Y7, Y3, Y3
	ADDQ $128, SI
	ADDQ $128, DI
	SUBQ $32, CX
	JNZ  next
	FOLD(VADDPS)
	VMOVSS X0, ret+48(FP)
	VZEROUPPER
	RET

// func squaresAVX2(x []float32, mean float32) float32
TEXT ·squaresAVX2(SB), NOSPLIT, $0-36
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	VBROADCASTSS mean+24(FP), Y8
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	VXORPS Y2, Y2, Y2
	VXORPS Y3, Y3, Y3

next:
	VMOVUPS 0(SI), Y4
	VMOVUPS 32(SI), Y5
	VMOVUPS 64(SI), Y6
	VMOVUPS 96(SI), Y7
	VSUBPS  Y8, Y4, Y4
	VSUBPS  Y8, Y5, Y5
	VSUBPS  Y8, Y6, Y6
	VSUBPS  Y8, Y7, Y7
	VMULPS  Y4, Y4, Y4
	VMULPS  Y5, Y5, Y5
	VMULPS  Y6, Y6, Y6
	VMULPS  Y7, Y7, Y7
	VADDPS  Y4, Y0, Y0
	VADDPS  Y5, Y1, Y1
	VADDPS  Y6, Y2, Y2
	VADDPS  Y7, Y3, Y3
	ADDQ $128, SI
	SUBQ $32, CX
	JNZ  next
	FOLD(VADDPS)
	VMOVSS X0, ret+32(FP)
	VZEROUPPER
	RET

// func normalizeAVX2(x, weight, bias []float32, mean, inverse float32)
TEXT ·normalizeAVX2(SB), NOSPLIT, $0-80
	MOVQ x_base+0(FP), DI
	MOVQ x_len+8(FP), CX
	MOVQ weight_base+24(FP), SI
	MOVQ bias_base+48(FP), DX
	VBROADCASTSS mean+72(FP), Y4
	VBROADCASTSS inverse+76(FP), Y5

next:
	VMOVUPS 0(DI), Y0
	VMOVUPS 32(DI), Y1
	VMOVUPS 64(DI), Y2
	VMOVUPS 96(DI), Y3
	VSUBPS  Y4, Y0, Y0
	VSUBPS  Y4, Y1, Y1
	VSUBPS  Y4, Y2, Y2
	VSUBPS  Y4, Y3, Y3
	VMULPS  Y5, Y0, Y0
	VMULPS  Y5, Y1, Y1
	VMULPS  Y5, Y2, Y2
	VMULPS  Y5, Y3, Y3
	VMULPS  0(SI), Y0, Y0
	VMULPS  32(SI), Y1, Y1
	VMULPS  64(SI), Y2, Y2
	VMULPS  96(SI), Y3, Y3
	VADDPS  0(DX), Y0, Y0
	VADDPS  32(DX), Y1, Y1
	VADDPS  64(DX), Y2, Y2
	VADDPS  96(DX), Y3, Y3
	VMOVUPS Y0, 0(DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, 64(DI)
	VMOVUPS Y3, 96(DI)
	ADDQ $128, SI
	ADDQ $128, DI
	ADDQ $128, DX
	SUBQ $32, CX
	JNZ  next
	VZEROUPPER
	RET

// POWER sets Y4 and Y5 to e to the power of what is at Y4 and Y5, less Y14.
#define POWER \
	VSUBPS  Y14, Y4, Y2               \
	VSUBPS  Y14, Y5, Y3               \
	VMULPS  ·expTable+0(SB), Y2, Y2   \
	VMULPS  ·expTable+0(SB), Y3, Y3   \
	VMAXPS  ·expTable+64(SB), Y2, Y2  \
	VMAXPS  ·expTable+64(SB), Y3, Y3  \
	VADDPS  Y15, Y2, Y6               \
	VADDPS  Y15, Y3, Y7               \
	VSUBPS  Y15, Y6, Y4               \
	VSUBPS  Y15, Y7, Y5               \
	VSUBPS  Y4, Y2, Y2                \
	VSUBPS  Y5, Y3, Y3                \
	VMULPS  ·expTable+192(SB), Y2, Y4 \
	VMULPS  ·expTable+192(SB), Y3, Y5 \
	VADDPS  ·expTable+256(SB), Y4, Y4 \
	VADDPS  ·expTable+256(SB), Y5, Y5 \
	STEP(·expTable+320(SB))           \
	STEP(·expTable+384(SB))           \
	STEP(·expTable+448(SB))           \
	STEP(·expTable+512(SB))           \
	VPSLLD  $23, Y6, Y6               \
	VPSLLD  $23, Y7, Y7               \
	VPADDD  Y6, Y4, Y4                \
	VPADDD  Y7, Y5, Y5

// func softmaxAVX2(scores, mask []float32)
TEXT ·softmaxAVX2(SB), NOSPLIT, $0-48
	MOVQ scores_base+0(FP), DI
	MOVQ scores_len+8(FP), BX
	MOVQ mask_base+24(FP), SI
	MOVQ mask_len+32(FP), DX
	VMOVUPS ·expTable+128(SB), Y15

row:
	// The largest.
	VMOVUPS 0(DI), Y0
	VMOVUPS 32(DI), Y1
	VMOVUPS 64(DI), Y2
	VMOVUPS 96(DI), Y3
	VADDPS  0(SI), Y0, Y0
	VADDPS  32(SI), Y1, Y1
	VADDPS  64(SI), Y2, Y2
	VADDPS  96(SI), Y3, Y3
	VMOVUPS Y0, 0(DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, 64(DI)
	VMOVUPS Y3, 96(DI)
	MOVQ $32, CX
	JMP  largestTest

largest:
	VMOVUPS 0(DI)(CX*4), Y4
	VMOVUPS 32(DI)(CX*4), Y5
	VMOVUPS 64(DI)(CX*4), Y6
	VMOVUPS 96(DI)(CX*4), Y7
	VADDPS  0(SI)(CX*4), Y4, Y4
	VADDPS  32(SI)(CX*4), Y5, Y5
	VADDPS  64(SI)(CX*4), Y6, Y6
	VADDPS  96(SI)(CX*4), Y7, Y7
	VMOVUPS Y4, 0(DI)(CX*4)
	VMOVUPS Y5, 32(DI)(CX*4)
	VMOVUPS Y6, 64(DI)(CX*4)
	VMOVUPS Y7, 96(DI)(CX*4)
	VMAXPS  Y4, Y0, Y0
	VMAXPS  Y5, Y1, Y1
	VMAXPS  Y6, Y2, Y2
	VMAXPS  Y7, Y3, Y3
	ADDQ $32, CX

largestTest:
	CMPQ CX, DX
	JLT  largest
	FOLD(VMAXPS)
	VBROADCASTSS X0, Y14

	// Powers and their sum, in Y10 to Y13.
	VXORPS Y10, Y10, Y10
	VXORPS Y11, Y11, Y11
	VXORPS Y12, Y12, Y12
	VXORPS Y13, Y13, Y13
	XORQ CX, CX

power:
	VMOVUPS (DI)(CX*4), Y4
	VMOVUPS 32(DI)(CX*4), Y5
	POWER
	VMOVUPS Y4, (DI)(CX*4)
	VMOVUPS Y5, 32(DI)(CX*4)
	VADDPS  Y4, Y10, Y10
	VADDPS  Y5, Y11, Y11
	VMOVUPS 64(DI)(CX*4), Y4
	VMOVUPS 96(DI)(CX*4), Y5
	POWER
	VMOVUPS Y4, 64(DI)(CX*4)
	VMOVUPS Y5, 96(DI)(CX*4)
	VADDPS  Y4, Y12, Y12
	VADDPS  Y5, Y13, Y13
	ADDQ $32, CX
	CMPQ CX, DX
	JLT  power
	VMOVAPS Y10, Y0
	VMOVAPS Y11, Y1
	VMOVAPS Y12, Y2
	VMOVAPS Y13, Y3
	FOLD(VADDPS)
	VMOVSS one<>(SB), X1
	VDIVSS X0, X1, X0
	VBROADCASTSS X0, Y14

	XORQ CX, CX

share:
	VMULPS  0(DI)(CX*4), Y14, Y0
	VMULPS  32(DI)(CX*4), Y14, Y1
	VMULPS  64(DI)(CX*4), Y14, Y2
	VMULPS  96(DI)(CX*4), Y14, Y3
	VMOVUPS Y0, 0(DI)(CX*4)
	VMOVUPS Y1, 32(DI)(CX*4)
	VMOVUPS Y2, 64(DI)(CX*4)
	VMOVUPS Y3, 96(DI)(CX*4)
	ADDQ $32, CX
	CMPQ CX, DX
	JLT  share
	LEAQ (DI)(DX*4), DI
	SUBQ DX, BX
	JNZ  row
	VZEROUPPER
	RET

DATA one<>+0(SB)/4, $1.0
GLOBL one<>(SB), RODATA|NOPTR, $4

// CELL adds the products of a number of a row and two parts of Y8 and Y9.
#define CELL(number, a, b) \
	VBROADCASTSS number, Y10 \
	VMULPS Y8, Y10, Y11      \
	VMULPS Y9, Y10, Y12      \
	VADDPS Y11, a, a         \
	VADDPS Y12, b, b

// func matmulTileAVX2(c, a, b *float32, strideC, strideA, strideB, inner uintptr)
TEXT ·matmulTileAVX2(SB), NOSPLIT, $0-56
	MOVQ c+0(FP), DI
	MOVQ b+16(FP), DX
	MOVQ strideC+24(FP), R8
	MOVQ strideA+32(FP), R9
	MOVQ strideB+40(FP), R10
	LEAQ (R8)(R8*2), R11
	LEAQ (R9)(R9*2), R12
	MOVQ $2, BX

half:
	MOVQ a+8(FP), SI
	MOVQ inner+48(FP), CX
	MOVQ DX, R13
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	VXORPS Y2, Y2, Y2
	VXORPS Y3, Y3, Y3
	VXORPS Y4, Y4, Y4
	VXORPS Y5, Y5, Y5
	VXORPS Y6, Y6, Y6
	VXORPS Y7, Y7, Y7

next:
	VMOVUPS (R13), Y8
	VMOVUPS 32(R13), Y9
	CELL((SI), Y0, Y1)
	CELL((SI)(R9*1), Y2, Y3)
	CELL((SI)(R9*2), Y4, Y5)
	CELL((SI)(R12*1), Y6, Y7)
	ADDQ $4, SI
	ADDQ R10, R13
	DECQ CX
	JNZ  next
	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, (DI)(R8*1)
	VMOVUPS Y3, 32(DI)(R8*1)
	VMOVUPS Y4, (DI)(R8*2)
	VMOVUPS Y5, 32(DI)(R8*2)
	VMOVUPS Y6, (DI)(R11*1)
	VMOVUPS Y7, 32(DI)(R11*1)
	ADDQ $64, DI
	ADDQ $64, DX
	DECQ BX
	JNZ  half
	VZEROUPPER
	RET
