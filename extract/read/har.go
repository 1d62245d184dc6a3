package read

func likeHAR(head []byte) bool { return false }
