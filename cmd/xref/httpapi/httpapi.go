// Package httpapi gives programs by HTTP what assistants get by the Model Context
// Protocol: the same requests and answers, as JSON. openapi.json describes it.
package httpapi

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"

	"github.com/google/jsonschema-go/jsonschema"

	"xref/compare/render"
	"xref/internal/api"
)

// Prefix is where the handler's paths begin.
const Prefix = "/api/v1/"

// longestBody is how many bytes a request may have.
const longestBody = 64 << 20

// Description is the OpenAPI description of the handler.
//
//go:embed openapi.json
var Description []byte

// operation is one request that can be made; its path and its schemas are of its name.
type operation struct {
	name, summary string
	answer        func(ctx context.Context, s *api.Service, body []byte) (any, error)
}

// operations are all requests.
var operations = []operation{
	{"compare", "Compare articles, or show more of a comparison", answerOf(func(ctx context.Context, s *api.Service, r api.CompareRequest) (*api.CompareAnswer, error) {
		return s.Compare(ctx, r, nil)
	})},
	{"finding", "Show one finding with its passages in context", answerOf(func(ctx context.Context, s *api.Service, r api.FindingRequest) (*api.FindingAnswer, error) {
		return s.Finding(ctx, r)
	})},
	{"extract", "List what articles assert", answerOf(func(ctx context.Context, s *api.Service, r api.ExtractRequest) (*api.ExtractAnswer, error) {
		return s.Extract(ctx, r, nil)
	})},
	{"kinds", "Explain kinds of differences", answerOf(func(_ context.Context, s *api.Service, r api.KindsRequest) (*api.KindsAnswer, error) {
		return s.Kinds(r)
	})},
}

func answerOf[Request, Answer any](answer func(context.Context, *api.Service, Request) (Answer, error)) func(context.Context, *api.Service, []byte) (any, error) {
	return func(ctx context.Context, s *api.Service, body []byte) (any, error) {
		var r Request
		if err := json.Unmarshal(body, &r); err != nil {
			return nil, api.Error{Code: api.Invalid, Message: err.Error()}
		}
		return answer(ctx, s, r)
	}
}

// New is a handler of all paths below Prefix. Who may ask is the business of whoever
// mounts it; as it takes JSON alone, no form of another page can ask.
func New(s *api.Service) http.Handler {
	mux := http.NewServeMux()
	for _, o := range operations {
		mux.Handle("POST "+Prefix+o.name, o.handler(s))
	}
	mux.HandleFunc("GET "+Prefix+"openapi.json", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(Description) // who is gone reads nothing
	})
	return mux
}

func (o operation) handler(s *api.Service) http.Handler {
	var schema jsonschema.Schema
	data, err := json.Marshal(api.Schema(o.name + "Request"))
	if err == nil {
		err = json.Unmarshal(data, &schema)
	}
	var keeps *jsonschema.Resolved
	if err == nil {
		keeps, err = schema.Resolve(nil)
	}
	if err != nil {
		panic(err) // it is part of the program
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer, status, err := o.answered(s, keeps, w, r)
		if err != nil {
			if r.Context().Err() != nil {
				return // nobody waits for it
			}
			answer = failed(status, err)
		}
		write(w, status, answer)
	})
}

// answered is the answer to a request and its status.
func (o operation) answered(s *api.Service, keeps *jsonschema.Resolved, w http.ResponseWriter, r *http.Request) (any, int, error) {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		return nil, http.StatusUnsupportedMediaType, errors.New("the request must be application/json")
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, longestBody))
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return nil, http.StatusRequestEntityTooLarge, fmt.Errorf("the request has more than %d MB", longestBody>>20)
	}
	if err != nil {
		return nil, http.StatusBadRequest, err
	}
	var value any
	if err := json.Unmarshal(body, &value); err != nil {
		return nil, http.StatusBadRequest, fmt.Errorf("the request is no JSON: %w", err)
	}
	if err := keeps.Validate(value); err != nil {
		return nil, http.StatusBadRequest, err
	}
	answer, err := o.answer(r.Context(), s, body)
	if err != nil {
		return nil, statusOf(err), err
	}
	return answer, http.StatusOK, nil
}

// statuses of what a service says is wrong.
var statuses = map[api.Code]int{api.Invalid: http.StatusBadRequest, api.NotFound: http.StatusNotFound, api.Unreadable: http.StatusUnprocessableEntity}

func statusOf(err error) int {
	var e api.Error
	if errors.As(err, &e) {
		return statuses[e.Code]
	}
	return http.StatusInternalServerError
}

// refused is the code of a request that isn't let in.
const refused api.Code = "refused"

// Refuse answers a request that whoever mounts the handler doesn't let in.
func Refuse(w http.ResponseWriter, status int, message string) {
	write(w, status, failed(status, api.Error{Code: refused, Message: message}))
}

// write answers in JSON.
func write(w http.ResponseWriter, status int, answer any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = render.WriteJSON(w, answer) // who is gone reads nothing
}

// failed is an error as it is answered.
func failed(status int, err error) any {
	var e api.Error
	if !errors.As(err, &e) {
		e = api.Error{Code: api.Invalid, Message: render.Plain(err.Error())}
		if status == http.StatusInternalServerError {
			e.Code = "internal"
		}
	}
	return struct {
		Error api.Error `json:"error"`
	}{e}
}
