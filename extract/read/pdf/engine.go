// Package pdf takes the text out of PDF files: pages become lines, lines columns,
// and columns paragraphs.
package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
)

// Document is what a PDF holds.
type Document struct {
	Title, Author, Created string // of its properties; "" where it has none
	Pages                  []Page
}

// Page is a page's size in points and its characters, in the order in which they
// are drawn.
type Page struct {
	Width, Height float64
	Chars         []Char
}

// Char is a character with the box of its ink, y growing upwards. Spaces and line
// ends that the engine adds have no ink.
type Char struct {
	Rune                     rune
	Left, Right, Bottom, Top float64
	Turned                   bool // it doesn't stand upright
	Bold                     bool
}

// ErrPassword is a PDF that needs a password.
var ErrPassword = errors.New("a PDF with a password")

// Engine reads PDFs, one at a time.
type Engine struct{ pool pdfium.Pool }

// idle is the one engine, while nobody reads with it.
var idle = func() chan *Engine {
	c := make(chan *Engine, 1)
	c <- &Engine{}
	return c
}()

// Lease is the engine, lent to one reader.
type Lease struct {
	engine *Engine
	ended  sync.Once
}

// Acquire waits for the engine, and compiles it when the first PDF comes. The lease must be
// ended.
func Acquire() (*Lease, error) {
	e := <-idle
	if e.pool == nil {
		pool, err := compile()
		if err != nil {
			idle <- e
			return nil, err
		}
		e.pool = pool
	}
	return &Lease{engine: e}, nil
}

// Release gives the engine back.
func (l *Lease) Release() { l.ended.Do(func() { idle <- l.engine }) }

// Abandon leaves an engine that is still at work alone, so that the next PDF gets another;
// after Release it does nothing.
func (l *Lease) Abandon() { l.ended.Do(func() { idle <- &Engine{} }) }

// starts is how long an engine may take to start, on the busiest of machines.
const starts = 5 * time.Minute

// memoryPages is how much memory the engine may take, in pages of 64 KB.
const memoryPages = 4096

// compile makes the engine ready to read.
func compile() (pdfium.Pool, error) {
	runtime := wazero.NewRuntimeConfig().WithMemoryLimitPages(memoryPages)
	if folder, ok := cacheFolder(); ok {
		if cache, err := wazero.NewCompilationCacheWithDir(folder); err == nil {
			runtime = runtime.WithCompilationCache(cache)
		}
	}
	p, err := webassembly.Init(webassembly.Config{
		MaxIdle: 1, MaxTotal: 1, RuntimeConfig: runtime, FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("the PDF engine doesn't start: %w", err)
	}
	return p, nil
}

// Read reads a PDF of at most that many pages; one more is an error.
func (l *Lease) Read(ctx context.Context, data []byte, mostPages int) (*Document, error) {
	instance, err := l.engine.pool.GetInstance(starts)
	if err != nil {
		return nil, fmt.Errorf("the PDF engine doesn't start: %w", err)
	}
	defer instance.Close()
	opened, err := instance.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword):
		return nil, ErrPassword
	case err != nil:
		return nil, errors.New("no PDF that can be read")
	}
	count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return nil, errors.New("a PDF whose pages can't be counted")
	}
	if count.PageCount > mostPages {
		return nil, fmt.Errorf("a PDF of %d pages, more than %d (limit pages)", count.PageCount, mostPages)
	}
	d := &Document{}
	d.properties(instance, opened.Document)
	for i := range count.PageCount {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		page, err := readPage(instance, opened.Document, i)
		if err != nil {
			return nil, fmt.Errorf("page %d can't be read", i+1)
		}
		d.Pages = append(d.Pages, page)
	}
	return d, nil
}

func (d *Document) properties(instance pdfium.Pdfium, document references.FPDF_DOCUMENT) {
	meta, err := instance.GetMetaData(&requests.GetMetaData{Document: document, Tags: &[]string{"Title", "Author", "CreationDate"}})
	if err != nil {
		return
	}
	for _, tag := range meta.Tags {
		value := strings.TrimSpace(strings.ToValidUTF8(tag.Value, ""))
		switch tag.Tag {
		case "Title":
			d.Title = value
		case "Author":
			d.Author = value
		case "CreationDate":
			d.Created = date(value)
		}
	}
}

// date turns D:20220804101530+02'00' into 2022-08-04 10:15:30 +02:00.
func date(value string) string {
	value = strings.TrimPrefix(value, "D:")
	const day, second = 8, 14
	if len(value) < day || strings.Trim(value[:day], "0123456789") != "" {
		return ""
	}
	out := value[:4] + "-" + value[4:6] + "-" + value[6:8]
	if len(value) < second || strings.Trim(value[:second], "0123456789") != "" {
		return out
	}
	out += " " + value[8:10] + ":" + value[10:12] + ":" + value[12:14]
	zone := strings.ReplaceAll(value[second:], "'", "")
	if len(zone) == 5 {
		out += " " + zone[:3] + ":" + zone[3:]
	}
	return out
}

func readPage(instance pdfium.Pdfium, document references.FPDF_DOCUMENT, number int) (Page, error) {
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: number}}
	size, err := instance.GetPageSize(&requests.GetPageSize{Page: at})
	if err != nil {
		return Page{}, err
	}
	text, err := instance.GetPageTextStructured(&requests.GetPageTextStructured{Page: at, Mode: requests.GetPageTextStructuredModeChars})
	if err != nil {
		return Page{}, err
	}
	handle, err := instance.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return Page{}, err
	}
	defer func() {
		_, _ = instance.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: handle.TextPage}) // it ends with the document anyhow
	}()
	page := Page{Width: size.Width, Height: size.Height}
	bold, within := false, false // of a word, as of its first letter: what is asked of a letter is dear
	for i, c := range text.Chars {
		r := []rune(c.Text)
		if len(r) != 1 {
			continue
		}
		if isSpace(r[0]) {
			within = false
		} else if !within {
			within = true
			font, err := instance.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: handle.TextPage, Index: i})
			bold = err == nil && strings.Contains(font.FontName, "Bold")
		}
		p := c.PointPosition
		const upright = 0.1 // radians
		turned := c.Angle > upright && c.Angle < 6.28-upright
		page.Chars = append(page.Chars, Char{r[0], p.Left, p.Right, min(p.Bottom, p.Top), max(p.Bottom, p.Top), turned, bold})
	}
	return page, nil
}
