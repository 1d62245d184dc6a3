package lexicon

import (
	_ "embed"
	"fmt"
)

// OperatorClass is how a function word limits what other words say. Negators,
// modal verbs and hedges have lists of their own.
type OperatorClass uint8

// The classes of operators.
const (
	ConditionOperator OperatorClass = iota // if, unless, provided
	QuestionOperator                       // whether
	WithoutOperator                        // without
	OnlyOperator                           // only, solely, alone
	ExceptOperator                         // except, apart from, excluding
	AgainOperator                          // again, still, no longer
)

var operatorNames = []string{"condition", "question", "without", "only", "except", "again"}

func (c OperatorClass) String() string { return operatorNames[c] }

var (
	//go:embed data/operators.txt
	operatorsText string

	operators = wordlist[OperatorClass]{name: "operators", text: operatorsText, row: func(fields []string) (OperatorClass, error) {
		if len(fields) != 1 {
			return 0, fmt.Errorf("%d fields, want one", len(fields))
		}
		return Choice[OperatorClass](fields[0], operatorNames)
	}}
)

// OperatorOf tells how a word can limit what others say.
func OperatorOf(form string) (OperatorClass, bool) { return operators.find(folded(form)) }
