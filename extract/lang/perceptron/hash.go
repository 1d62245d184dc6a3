// Package perceptron holds linear classifiers over hashed features: Weights is
// one that has been learned, packed so that it is used in place without being
// decoded.
package perceptron

// Feature is the hash of a feature's template and of its values.
type Feature uint64

const (
	mixA = 0x9E3779B97F4A7C15
	mixB = 0xD6E8FEB86659FD93
)

// F1 hashes a feature of one value; template tells the features apart.
func F1(template uint32, a uint32) Feature {
	h := (uint64(template)<<32 | uint64(a)) * mixA
	h ^= h >> 32
	h *= mixB
	return Feature(h ^ h>>29)
}

// F2 hashes a feature of two values.
func F2(template uint32, a, b uint32) Feature {
	h := (uint64(a)<<32|uint64(b))*mixA + uint64(template)*mixB
	h ^= h >> 32
	h *= mixB
	return Feature(h ^ h>>29)
}

// F3 hashes a feature of three values.
func F3(template uint32, a, b, c uint32) Feature {
	h := (uint64(a)<<32 | uint64(b)) * mixA
	h ^= h >> 31
	h = (h+uint64(c))*mixB + uint64(template)*mixA
	h ^= h >> 32
	h *= mixB
	return Feature(h ^ h>>29)
}

// Hash hashes a string to a value of features (FNV-1a, finished).
func Hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	h ^= h >> 15
	h *= 0x85ebca6b
	return h ^ h>>13
}

// HashBytes is Hash of bytes.
func HashBytes(s []byte) uint32 {
	h := uint32(2166136261)
	for _, b := range s {
		h = (h ^ uint32(b)) * 16777619
	}
	h ^= h >> 15
	h *= 0x85ebca6b
	return h ^ h>>13
}
