package main

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"xref/compare/archive"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/read"
	"xref/internal/pack"
)

// record is an article on its way through the cluster.
type record struct {
	Article  article.Article
	Part     string // what it is of its file
	Outlet   string // where its outlet was found
	Analysis string // as the cache keeps it; "" before
}

func init() {
	beam.RegisterCoder(reflect.TypeFor[record](), packRecord, readRecord)
	beam.RegisterCoder(reflect.TypeFor[archive.Member](), packMember, readMember)
}

// The coders are what the cache keeps: bytes that only the same version of the program reads,
// which all workers of a job have.

func packRecord(r record) ([]byte, error) { return pack.Value(r) }

func readRecord(data []byte) (r record, err error) { return r, pack.Read(data, &r) }

func packMember(m archive.Member) ([]byte, error) { return pack.Value(m) }

func readMember(data []byte) (m archive.Member, err error) { return m, pack.Read(data, &m) }

func newRecord(r *read.Reading) record {
	return record{Article: *r.Article, Part: r.Part, Outlet: r.From["outlet"]}
}

// reading is the record as it was read.
func (r *record) reading() read.Reading {
	return read.Reading{Article: &r.Article, Part: r.Part, From: map[string]string{"outlet": r.Outlet}}
}

// id is the article's in the archive, by its file and which of its articles it is.
func (r *record) id() string {
	sum := sha256.Sum256([]byte(r.Article.Path + "\x00" + r.Article.ID))
	return base64.RawURLEncoding.EncodeToString(sum[:12])
}

// analyse adds the analysis and gives what the article's story rests on.
func (r *record) analyse() (m archive.Member, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("a bug in xref, not in the article: %v", p)
		}
	}()
	d := extract.Analyse(&r.Article)
	packed, err := d.Packed()
	if err != nil {
		return m, err
	}
	r.Analysis = string(packed)
	return archive.MemberOf(r.id(), d), nil
}
