#include "go_asm.h"
#include "textflag.h"

// DOT adds the products of the bytes at a row, 4 of them, and the weights of 64
// outputs in Z0 to Z3.
#define DOT(row, z, a, b, c, d) \
	VPBROADCASTD row, z   \
	VPDPBUSD     Z0, z, a \
	VPDPBUSD     Z1, z, b \
	VPDPBUSD     Z2, z, c \
	VPDPBUSD     Z3, z, d

// FINISH makes a sum of a row into an output. Z0, Z1 and Z2 are scales, biases and
// sums of weights of its column.
#define FINISH(n, sum, to) \
	VPMULLD.BCST (4*n)(R13), Z2, Z4 \
	VPSUBD       Z4, sum, sum       \
	VCVTDQ2PS    sum, sum           \
	VMULPS.BCST  (4*n)(R12), Z0, Z5 \
	VMULPS       Z5, sum, sum       \
	VADDPS       Z1, sum, sum       \
	VMOVUPS      sum, to

// PANEL finishes 16 columns.
#define PANEL(at, a, b, c, d, e, f) \
	VMOVUPS at(R9), Z0              \
	VMOVUPS at(R10), Z1             \
	VMOVDQU32 at(R11), Z2           \
	FINISH(0, a, at(DI))            \
	FINISH(1, b, at(DI)(R8*1))      \
	FINISH(2, c, at(DI)(R8*2))      \
	FINISH(3, d, at(BX))            \
	FINISH(4, e, at(BX)(R8*1))      \
	FINISH(5, f, at(BX)(R8*2))

// func multiplyTileVNNI(t *tile)
TEXT ·multiplyTileVNNI(SB), NOSPLIT, $0-8
	MOVQ t+0(FP), AX
	MOVQ tile_in(AX), SI
	MOVQ tile_inStride(AX), R8
	MOVQ tile_weights(AX), DX
	MOVQ tile_panelStride(AX), R9
	MOVQ tile_blocks(AX), R12
	MOVQ tile_ahead(AX), BX
	ADDQ DX, BX
	LEAQ (R8)(R8*2), R10
	ADDQ SI, R10
	LEAQ (R9)(R9*2), R11
	VPXORQ Z8, Z8, Z8
	VPXORQ Z9, Z9, Z9
	VPXORQ Z10, Z10, Z10
	VPXORQ Z11, Z11, Z11
	VPXORQ Z12, Z12, Z12
	VPXORQ Z13, Z13, Z13
	VPXORQ Z14, Z14, Z14
	VPXORQ Z15, Z15, Z15
	VPXORQ Z16, Z16, Z16
	VPXORQ Z17, Z17, Z17
	VPXORQ Z18, Z18, Z18
	VPXORQ Z19, Z19, Z19
	VPXORQ Z20, Z20, Z20
	VPXORQ Z21, Z21, Z21
	VPXORQ Z22, Z22, Z22
	VPXORQ Z23, Z23, Z23
	VPXORQ Z24, Z24, Z24
	VPXORQ Z25, Z25, Z25
	VPXORQ Z26, Z26, Z26
	VPXORQ Z27, Z27, Z27
	VPXORQ Z28, Z28, Z28
	VPXORQ Z29, Z29, Z29
	VPXORQ Z30, Z30, Z30
	VPXORQ Z31, Z31, Z31

block:
	PREFETCHT0 0(BX)
	PREFETCHT0 64(BX)
	PREFETCHT0 128(BX)
	PREFETCHT0 192(BX)
	PREFETCHT0 256(BX)
	PREFETCHT0 320(BX)
	PREFETCHT0 384(BX)
	PREFETCHT0 448(BX)
	ADDQ $512, BX
	MOVQ $16, CX

next:
	VMOVDQU32 (DX), Z0
	VMOVDQU32 (DX)(R9*1), Z1
	VMOVDQU32 (DX)(R9*2), Z2
	VMOVDQU32 (DX)(R11*1), Z3
	DOT((SI), Z4, Z8, Z14, Z20, Z26)
	DOT((SI)(R8*1), Z5, Z9, Z15, Z21, Z27)
	DOT((SI)(R8*2), Z6, Z10, Z16, Z22, Z28)
	DOT((R10), Z7, Z11, Z17, Z23, Z29)
	DOT((R10)(R8*1), Z4, Z12, Z18, Z24, Z30)
	DOT((R10)(R8*2), Z5, Z13, Z19, Z25, Z31)
	ADDQ $4, SI
	ADDQ $4, R10
	ADDQ $64, DX
	DECQ CX
	JNZ  next
	DECQ R12
	JNZ  block

	MOVQ tile_out(AX), DI
	MOVQ tile_outStride(AX), R8
	LEAQ (R8)(R8*2), BX
	ADDQ DI, BX
	MOVQ tile_scales(AX), R9
	MOVQ tile_biases(AX), R10
	MOVQ tile_sums(AX), R11
	MOVQ tile_rowScales(AX), R12
	MOVQ tile_rowZeros(AX), R13
	PANEL(0, Z8, Z9, Z10, Z11, Z12, Z13)
	PANEL(64, Z14, Z15, Z16, Z17, Z18, Z19)
	PANEL(128, Z20, Z21, Z22, Z23, Z24, Z25)
	PANEL(192, Z26, Z27, Z28, Z29, Z30, Z31)
	VZEROUPPER
	RET

// FOLD adds the lanes of Z0 and Z1 into X0.
#define FOLD(op) \
	op            Z1, Z0, Z0     \
	VEXTRACTF64X4 $1, Z0, Y1     \
	op            Y1, Y0, Y0     \
	VEXTRACTF128  $1, Y0, X1     \
	op            X1, X0, X0     \
	VPERMILPS     $0x0e, X0, X1  \
	op            X1, X0, X0     \
	VPERMILPS     $0x01, X0, X1  \
	op            X1, X0, X0

// func boundsAVX512(x, smooth []float32) (lo, hi float32)
TEXT ·boundsAVX512(SB), NOSPLIT, $0-56
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	MOVQ smooth_base+24(FP), DX
	VPXORQ Z2, Z2, Z2
	VPXORQ Z3, Z3, Z3
	VPXORQ Z4, Z4, Z4
	VPXORQ Z5, Z5, Z5

next:
	VMOVUPS (SI), Z0
	VMOVUPS 64(SI), Z1
	VMULPS  (DX), Z0, Z0
	VMULPS  64(DX), Z1, Z1
	VMINPS  Z0, Z2, Z2
	VMAXPS  Z0, Z3, Z3
	VMINPS  Z1, Z4, Z4
	VMAXPS  Z1, Z5, Z5
	ADDQ $128, SI
	ADDQ $128, DX
	SUBQ $32, CX
	JNZ  next
	VMOVAPS Z2, Z0
	VMOVAPS Z4, Z1
	FOLD(VMINPS)
	VMOVSS X0, lo+48(FP)
	VMOVAPS Z3, Z0
	VMOVAPS Z5, Z1
	FOLD(VMAXPS)
	VMOVSS X0, hi+52(FP)
	VZEROUPPER
	RET

DATA byteMax<>+0(SB)/4, $255.0
GLOBL byteMax<>(SB), RODATA|NOPTR, $4

// func quantizeAVX512(q []byte, x, smooth []float32, inverse, zero float32)
TEXT ·quantizeAVX512(SB), NOSPLIT, $0-80
	MOVQ q_base+0(FP), DI
	MOVQ x_base+24(FP), SI
	MOVQ x_len+32(FP), CX
	MOVQ smooth_base+48(FP), DX
	VBROADCASTSS inverse+72(FP), Z2
	VBROADCASTSS zero+76(FP), Z3
	VPXORQ Z4, Z4, Z4
	VBROADCASTSS byteMax<>(SB), Z5

next:
	VMOVUPS (SI), Z0
	VMOVUPS 64(SI), Z1
	VMULPS  (DX), Z0, Z0
	VMULPS  64(DX), Z1, Z1
	VMULPS  Z2, Z0, Z0
	VMULPS  Z2, Z1, Z1
	VADDPS  Z3, Z0, Z0
	VADDPS  Z3, Z1, Z1
	VMAXPS  Z4, Z0, Z0
	VMAXPS  Z4, Z1, Z1
	VMINPS  Z5, Z0, Z0
	VMINPS  Z5, Z1, Z1
	VCVTPS2DQ Z0, Z0
	VCVTPS2DQ Z1, Z1
	VPMOVDB Z0, (DI)
	VPMOVDB Z1, 16(DI)
	ADDQ $128, SI
	ADDQ $128, DX
	ADDQ $32, DI
	SUBQ $32, CX
	JNZ  next
	VZEROUPPER
	RET

// STEP is a step of two polynomials: p = p*x + number.
#define STEP(number) \
	VMULPS Z2, Z4, Z4     \
	VMULPS Z3, Z5, Z5     \
	VADDPS number, Z4, Z4 \
	VADDPS number, Z5, Z5

// func geluAVX512(x []float32)
TEXT ·geluAVX512(SB), NOSPLIT, $0-24
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	VMOVUPS ·geluTable+0(SB), Z20
	VMOVUPS ·geluTable+64(SB), Z21
	VMOVUPS ·geluTable+128(SB), Z22
	VMOVUPS ·geluTable+192(SB), Z23
	VMOVUPS ·geluTable+256(SB), Z24
	VMOVUPS ·geluTable+320(SB), Z25
	VMOVUPS ·geluTable+384(SB), Z26
	VMOVUPS ·geluTable+448(SB), Z27
	VMOVUPS ·geluTable+512(SB), Z28
	VMOVUPS ·geluTable+576(SB), Z29
	VMOVUPS ·geluTable+640(SB), Z30
	VMOVUPS ·geluTable+704(SB), Z31

next:
	VMOVUPS (SI), Z0
	VMOVUPS 64(SI), Z1
	VMINPS  Z21, Z0, Z6
	VMINPS  Z21, Z1, Z7
	VMAXPS  Z20, Z6, Z6
	VMAXPS  Z20, Z7, Z7
	VMULPS  Z6, Z6, Z2
	VMULPS  Z7, Z7, Z3
	VMULPS  Z22, Z2, Z4
	VMULPS  Z22, Z3, Z5
	VADDPS  Z23, Z4, Z4
	VADDPS  Z23, Z5, Z5
	STEP(Z24)
	STEP(Z25)
	STEP(Z26)
	STEP(Z27)
	STEP(Z28)
	STEP(Z29)
	STEP(Z30)
	VMULPS  Z6, Z4, Z4
	VMULPS  Z7, Z5, Z5
	VADDPS  Z31, Z4, Z4
	VADDPS  Z31, Z5, Z5
	VMULPS  Z0, Z4, Z4
	VMULPS  Z1, Z5, Z5
	VMOVUPS Z4, (SI)
	VMOVUPS Z5, 64(SI)
	ADDQ $128, SI
	SUBQ $32, CX
	JNZ  next
	VZEROUPPER
	RET

// func addAVX512(x, y []float32) float32
TEXT ·addAVX512(SB), NOSPLIT, $0-52
	MOVQ x_base+0(FP), DI
	MOVQ x_len+8(FP), CX
	MOVQ y_base+24(FP), SI
	VPXORQ Z0, Z0, Z0
	VPXORQ Z1, Z1, Z1

next:
	VMOVUPS (DI), Z2
	VMOVUPS 64(DI), Z3
	VADDPS  (SI), Z2, Z2
	VADDPS  64(SI), Z3, Z3
	VMOVUPS Z2, (DI)
	VMOVUPS Z3, 64(DI)
	VADDPS  Z2, Z0, Z0
	VADDPS  Z3, Z1, Z1
	ADDQ $128, SI
	ADDQ $128, DI
	SUBQ $32, CX
	JNZ  next
	FOLD(VADDPS)
	VMOVSS X0, ret+48(FP)
	VZEROUPPER
	RET

// func squaresAVX512(x []float32, mean float32) float32
TEXT ·squaresAVX512(SB), NOSPLIT, $0-36
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	VBROADCASTSS mean+24(FP), Z4
	VPXORQ Z0, Z0, Z0
	VPXORQ Z1, Z1, Z1

next:
	VMOVUPS (SI), Z2
	VMOVUPS 64(SI), Z3
	VSUBPS  Z4, Z2, Z2
	VSUBPS  Z4, Z3, Z3
	VMULPS  Z2, Z2, Z2
	VMULPS  Z3, Z3, Z3
	VADDPS  Z2, Z0, Z0
	VADDPS  Z3, Z1, Z1
	ADDQ $128, SI
	SUBQ $32, CX
	JNZ  next
	FOLD(VADDPS)
	VMOVSS X0, ret+32(FP)
	VZEROUPPER
	RET

// func normalizeAVX512(x, weight, bias []float32, mean, inverse float32)
TEXT ·normalizeAVX512(SB), NOSPLIT, $0-80
	MOVQ x_base+0(FP), DI
	MOVQ x_len+8(FP), CX
	MOVQ weight_base+24(FP), SI
	MOVQ bias_base+48(FP), DX
	VBROADCASTSS mean+72(FP), Z2
	VBROADCASTSS inverse+76(FP), Z3

next:
	VMOVUPS (DI), Z0
	VMOVUPS 64(DI), Z1
	VSUBPS  Z2, Z0, Z0
	VSUBPS  Z2, Z1, Z1
	VMULPS  Z3, Z0, Z0
	VMULPS  Z3, Z1, Z1
	VMULPS  (SI), Z0, Z0
	VMULPS  64(SI), Z1, Z1
	VADDPS  (DX), Z0, Z0
	VADDPS  64(DX), Z1, Z1
	VMOVUPS Z0, (DI)
	VMOVUPS Z1, 64(DI)
	ADDQ $128, SI
	ADDQ $128, DI
	ADDQ $128, DX
	SUBQ $32, CX
	JNZ  next
	VZEROUPPER
	RET

// func softmaxAVX512(scores, mask []float32)
TEXT ·softmaxAVX512(SB), NOSPLIT, $0-48
	MOVQ scores_base+0(FP), DI
	MOVQ scores_len+8(FP), BX
	MOVQ mask_base+24(FP), SI
	MOVQ mask_len+32(FP), DX
	VMOVUPS ·expTable+0(SB), Z20
	VMOVUPS ·expTable+64(SB), Z21
	VMOVUPS ·expTable+128(SB), Z22
	VMOVUPS ·expTable+192(SB), Z23
	VMOVUPS ·expTable+256(SB), Z24
	VMOVUPS ·expTable+320(SB), Z25
	VMOVUPS ·expTable+384(SB), Z26
	VMOVUPS ·expTable+448(SB), Z27
	VMOVUPS ·expTable+512(SB), Z28
	VBROADCASTSS one<>(SB), X29

row:
	// The largest.
	VMOVUPS (DI), Z0
	VMOVUPS 64(DI), Z1
	VADDPS  (SI), Z0, Z0
	VADDPS  64(SI), Z1, Z1
	VMOVUPS Z0, (DI)
	VMOVUPS Z1, 64(DI)
	MOVQ $32, CX
	JMP  largestTest

largest:
	VMOVUPS (DI)(CX*4), Z2
	VMOVUPS 64(DI)(CX*4), Z3
	VADDPS  (SI)(CX*4), Z2, Z2
	VADDPS  64(SI)(CX*4), Z3, Z3
	VMOVUPS Z2, (DI)(CX*4)
	VMOVUPS Z3, 64(DI)(CX*4)
	VMAXPS  Z2, Z0, Z0
	VMAXPS  Z3, Z1, Z1
	ADDQ $32, CX

largestTest:
	CMPQ CX, DX
	JLT  largest
	FOLD(VMAXPS)
	VBROADCASTSS X0, Z10

	// Powers and their sum.
	VPXORQ Z0, Z0, Z0
	VPXORQ Z1, Z1, Z1
	XORQ CX, CX

power:
	VMOVUPS (DI)(CX*4), Z2
	VMOVUPS 64(DI)(CX*4), Z3
	VSUBPS  Z10, Z2, Z2
	VSUBPS  Z10, Z3, Z3
	VMULPS  Z20, Z2, Z2
	VMULPS  Z20, Z3, Z3
	VMAXPS  Z21, Z2, Z2
	VMAXPS  Z21, Z3, Z3
	VADDPS  Z22, Z2, Z6
	VADDPS  Z22, Z3, Z7
	VSUBPS  Z22, Z6, Z8
	VSUBPS  Z22, Z7, Z9
	VSUBPS  Z8, Z2, Z2
	VSUBPS  Z9, Z3, Z3
	VMULPS  Z23, Z2, Z4
	VMULPS  Z23, Z3, Z5
	VADDPS  Z24, Z4, Z4
	VADDPS  Z24, Z5, Z5
	STEP(Z25)
	STEP(Z26)
	STEP(Z27)
	STEP(Z28)
	VPSLLD  $23, Z6, Z6
	VPSLLD  $23, Z7, Z7
	VPADDD  Z6, Z4, Z4
	VPADDD  Z7, Z5, Z5
	VMOVUPS Z4, (DI)(CX*4)
	VMOVUPS Z5, 64(DI)(CX*4)
	VADDPS  Z4, Z0, Z0
	VADDPS  Z5, Z1, Z1
	ADDQ $32, CX
	CMPQ CX, DX
	JLT  power
	FOLD(VADDPS)
	VDIVSS X0, X29, X0
	VBROADCASTSS X0, Z10

	XORQ CX, CX

share:
	VMULPS  (DI)(CX*4), Z10, Z2
	VMULPS  64(DI)(CX*4), Z10, Z3
	VMOVUPS Z2, (DI)(CX*4)
	VMOVUPS Z3, 64(DI)(CX*4)
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

// CELL adds the products of a number of a row and two parts of Z0 and Z1.
#define CELL(number, a, b) \
	VBROADCASTSS number, Z2  \
	VMULPS Z0, Z2, Z3        \
	VMULPS Z1, Z2, Z4        \
	VADDPS Z3, a, a          \
	VADDPS Z4, b, b

// func matmulTileAVX512(c, a, b *float32, strideC, strideA, strideB, inner uintptr)
TEXT ·matmulTileAVX512(SB), NOSPLIT, $0-56
	MOVQ c+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DX
	MOVQ strideC+24(FP), R8
	MOVQ strideA+32(FP), R9
	MOVQ strideB+40(FP), R10
	MOVQ inner+48(FP), CX
	LEAQ (R8)(R8*2), R11
	LEAQ (R9)(R9*2), R12
	VPXORQ Z8, Z8, Z8
	VPXORQ Z9, Z9, Z9
	VPXORQ Z10, Z10, Z10
	VPXORQ Z11, Z11, Z11
	VPXORQ Z12, Z12, Z12
	VPXORQ Z13, Z13, Z13
	VPXORQ Z14, Z14, Z14
	VPXORQ Z15, Z15, Z15

next:
	VMOVUPS (DX), Z0
	VMOVUPS 64(DX), Z1
	CELL((SI), Z8, Z9)
	CELL((SI)(R9*1), Z10, Z11)
	CELL((SI)(R9*2), Z12, Z13)
	CELL((SI)(R12*1), Z14, Z15)
	ADDQ $4, SI
	ADDQ R10, DX
	DECQ CX
	JNZ  next
	VMOVUPS Z8, (DI)
	VMOVUPS Z9, 64(DI)
	VMOVUPS Z10, (DI)(R8*1)
	VMOVUPS Z11, 64(DI)(R8*1)
	VMOVUPS Z12, (DI)(R8*2)
	VMOVUPS Z13, 64(DI)(R8*2)
	VMOVUPS Z14, (DI)(R11*1)
	VMOVUPS Z15, 64(DI)(R11*1)
	VZEROUPPER
	RET
