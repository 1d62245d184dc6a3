module xref

go 1.26
