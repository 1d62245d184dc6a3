#include "go_asm.h"
#include "textflag.h"

// Go's assembler knows no instructions for AMX, so that these are their bytes. Tiles 0 to 3
// hold sums, 4 and 5 sixteen rows of inputs each, 6 and 7 the weights of sixteen outputs.
#define LDTILECFG_BX      BYTE $0xc4; BYTE $0xe2; BYTE $0x78; BYTE $0x49; BYTE $0x03                           // LDTILECFG (BX)
#define TILERELEASE       BYTE $0xc4; BYTE $0xe2; BYTE $0x78; BYTE $0x49; BYTE $0xc0                           // TILERELEASE
#define TILEZERO(n)       BYTE $0xc4; BYTE $0xe2; BYTE $0x7b; BYTE $0x49; BYTE $(0xc0+8*n)                     // TILEZERO n
#define TILELOAD4_R11_R8  BYTE $0xc4; BYTE $0x82; BYTE $0x7b; BYTE $0x4b; BYTE $0x24; BYTE $0x03               // TILELOADD (R11)(R8*1), 4
#define TILELOAD5_R12_R8  BYTE $0xc4; BYTE $0x82; BYTE $0x7b; BYTE $0x4b; BYTE $0x2c; BYTE $0x04               // TILELOADD (R12)(R8*1), 5
#define TILELOAD6_R13_R15 BYTE $0xc4; BYTE $0x82; BYTE $0x7b; BYTE $0x4b; BYTE $0x74; BYTE $0x3d; BYTE $0x00   // TILELOADD (R13)(R15*1), 6
#define TILELOAD7_BX_R15  BYTE $0xc4; BYTE $0xa2; BYTE $0x7b; BYTE $0x4b; BYTE $0x3c; BYTE $0x3b               // TILELOADD (BX)(R15*1), 7
#define TDPBUSD_6_4_0     BYTE $0xc4; BYTE $0xe2; BYTE $0x49; BYTE $0x5e; BYTE $0xc4                           // TDPBUSD 6, 4, 0
#define TDPBUSD_7_4_1     BYTE $0xc4; BYTE $0xe2; BYTE $0x41; BYTE $0x5e; BYTE $0xcc                           // TDPBUSD 7, 4, 1
#define TDPBUSD_6_5_2     BYTE $0xc4; BYTE $0xe2; BYTE $0x49; BYTE $0x5e; BYTE $0xd5                           // TDPBUSD 6, 5, 2
#define TDPBUSD_7_5_3     BYTE $0xc4; BYTE $0xe2; BYTE $0x41; BYTE $0x5e; BYTE $0xdd                           // TDPBUSD 7, 5, 3
#define TILESTORE0_R10_R13      BYTE $0xc4; BYTE $0x82; BYTE $0x7a; BYTE $0x4b; BYTE $0x04; BYTE $0x2a               // TILESTORED 0, (R10)(R13*1)
#define TILESTORE1_64_R10_R13   BYTE $0xc4; BYTE $0x82; BYTE $0x7a; BYTE $0x4b; BYTE $0x4c; BYTE $0x2a; BYTE $0x40   // TILESTORED 1, 64(R10)(R13*1)
#define TILESTORE2_2048_R10_R13 BYTE $0xc4; BYTE $0x82; BYTE $0x7a; BYTE $0x4b; BYTE $0x94; BYTE $0x2a; BYTE $0x00; BYTE $0x08; BYTE $0; BYTE $0 // TILESTORED 2, 2048(R10)(R13*1)
#define TILESTORE3_2112_R10_R13 BYTE $0xc4; BYTE $0x82; BYTE $0x7a; BYTE $0x4b; BYTE $0x9c; BYTE $0x2a; BYTE $0x40; BYTE $0x08; BYTE $0; BYTE $0 // TILESTORED 3, 2112(R10)(R13*1)

// All eight tiles have 16 rows of 64 bytes.
DATA tileShapes<>+0(SB)/8, $1
DATA tileShapes<>+8(SB)/8, $0
DATA tileShapes<>+16(SB)/8, $0x0040004000400040
DATA tileShapes<>+24(SB)/8, $0x0040004000400040
DATA tileShapes<>+32(SB)/8, $0
DATA tileShapes<>+40(SB)/8, $0
DATA tileShapes<>+48(SB)/8, $0x1010101010101010
DATA tileShapes<>+56(SB)/8, $0
GLOBL tileShapes<>(SB), RODATA|NOPTR, $64

// FINISH makes 16 sums of a row into outputs.
#define FINISH(sums, scales, biases, totals, to) \
	VPMULLD.BCST (R13), totals, Z4  \
	VMOVDQU32    sums, Z5           \
	VPSUBD       Z4, Z5, Z5         \
	VCVTDQ2PS    Z5, Z5             \
	VMULPS.BCST  (R12), scales, Z6  \
	VMULPS       Z6, Z5, Z5         \
	VADDPS       biases, Z5, Z5     \
	VMOVUPS      Z5, to

// func multiplyStripAMX(s *strip)
TEXT ·multiplyStripAMX(SB), NOSPLIT, $0-8
	MOVQ s+0(FP), AX
	LEAQ tileShapes<>(SB), BX
	LDTILECFG_BX
	MOVQ strip_room(AX), R10
	MOVQ (strip_tile+tile_in)(AX), SI
	MOVQ (strip_tile+tile_inStride)(AX), R8
	MOVQ (strip_tile+tile_out)(AX), DI
	MOVQ (strip_tile+tile_ahead)(AX), R9
	ADDQ (strip_tile+tile_weights)(AX), R9
	MOVQ (strip_tile+tile_scales)(AX), BX
	VMOVUPS (BX), Z16
	VMOVUPS 64(BX), Z17
	MOVQ (strip_tile+tile_biases)(AX), BX
	VMOVUPS (BX), Z18
	VMOVUPS 64(BX), Z19
	MOVQ (strip_tile+tile_sums)(AX), BX
	VMOVDQU32 (BX), Z20
	VMOVDQU32 64(BX), Z21

rows:
	MOVQ SI, R11
	MOVQ R8, R12
	SHLQ $4, R12
	ADDQ SI, R12
	MOVQ (strip_tile+tile_weights)(AX), R13
	MOVQ (strip_tile+tile_panelStride)(AX), BX
	ADDQ R13, BX
	MOVQ $64, R15
	MOVQ (strip_tile+tile_blocks)(AX), CX
	MOVQ strip_rows(AX), DX
	TILEZERO(0)
	TILEZERO(1)
	CMPQ DX, $32
	JLT  sixteen
	TILEZERO(2)
	TILEZERO(3)

block:
	PREFETCHT0 0(R9)
	PREFETCHT0 64(R9)
	PREFETCHT0 128(R9)
	PREFETCHT0 192(R9)
	PREFETCHT0 256(R9)
	PREFETCHT0 320(R9)
	PREFETCHT0 384(R9)
	PREFETCHT0 448(R9)
	ADDQ $512, R9
	TILELOAD6_R13_R15
	TILELOAD4_R11_R8
	TDPBUSD_6_4_0
	TILELOAD7_BX_R15
	TDPBUSD_7_4_1
	TILELOAD5_R12_R8
	TDPBUSD_6_5_2
	TDPBUSD_7_5_3
	ADDQ $64, R11
	ADDQ $64, R12
	ADDQ $1024, R13
	ADDQ $1024, BX
	DECQ CX
	JNZ  block
	MOVQ $128, R13
	TILESTORE0_R10_R13
	TILESTORE1_64_R10_R13
	TILESTORE2_2048_R10_R13
	TILESTORE3_2112_R10_R13
	MOVQ $32, CX
	JMP  finish

sixteen:
	TILELOAD6_R13_R15
	TILELOAD4_R11_R8
	TDPBUSD_6_4_0
	TILELOAD7_BX_R15
	TDPBUSD_7_4_1
	ADDQ $64, R11
	ADDQ $1024, R13
	ADDQ $1024, BX
	DECQ CX
	JNZ  sixteen
	MOVQ $128, R13
	TILESTORE0_R10_R13
	TILESTORE1_64_R10_R13
	MOVQ $16, CX

finish:
	SUBQ CX, strip_rows(AX)
	MOVQ (strip_tile+tile_rowScales)(AX), R12
	MOVQ (strip_tile+tile_rowZeros)(AX), R13
	MOVQ (strip_tile+tile_outStride)(AX), R15
	MOVQ R10, DX

row:
	FINISH((DX), Z16, Z18, Z20, (DI))
	FINISH(64(DX), Z17, Z19, Z21, 64(DI))
	ADDQ $128, DX
	ADDQ $4, R12
	ADDQ $4, R13
	ADDQ R15, DI
	ADDQ R8, SI
	DECQ CX
	JNZ  row
	MOVQ R12, (strip_tile+tile_rowScales)(AX)
	MOVQ R13, (strip_tile+tile_rowZeros)(AX)
	CMPQ strip_rows(AX), $0
	JGT  rows
	TILERELEASE
	VZEROUPPER
	RET
