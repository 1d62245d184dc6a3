package lang

// The Penn Treebank tags, in the order of XposNames. XPOSNone is the zero
// value: no tag. Brackets, quotation marks and other punctuation have the tags
// -LRB- and -RRB-, “ and ”, and so on.
const (
	XPOSNone XPOS = iota
	XPOSNN
	XPOSIN
	XPOSDT
	XPOSNNP
	XPOSJJ
	XPOSPRP
	XPOSPeriod
	XPOSRB
	XPOSComma
	XPOSNNS
	XPOSVB
	XPOSCC
	XPOSVBP
	XPOSVBD
	XPOSVBZ
	XPOSVBN
	XPOSVBG
	XPOSCD
	XPOSTO
	XPOSPRPPoss
	XPOSMD
	XPOSRightBracket
	XPOSLeftBracket
	XPOSColon
	XPOSWDT
	XPOSUH
	XPOSWRB
	XPOSOpenQuote
	XPOSWP
	XPOSHYPH
	XPOSCloseQuote
	XPOSPOS
	XPOSRP
	XPOSNNPS
	XPOSJJR
	XPOSJJS
	XPOSEX
	XPOSRBR
	XPOSNFP
	XPOSSYM
	XPOSFW
	XPOSADD
	XPOSGW
	XPOSCurrency
	XPOSPDT
	XPOSRBS
	XPOSLS
	XPOSAFX
	XPOSWPPoss
)
