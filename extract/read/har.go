package read

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// har is what a browser's developer tools save of a visit.
var har = Format{
	Name:    "HAR",
	Endings: []string{".har"},
	Reads:   "each response that is an article, with its address",
	Limit:   "archive-bytes",
	Like:    likeHAR,
	Read:    readHAR,
}

func likeHAR(head []byte) bool {
	head = bytes.TrimSpace(head)
	if !bytes.HasPrefix(head, []byte("{")) {
		return false
	}
	head = bytes.TrimSpace(head[1:])
	return bytes.HasPrefix(head, []byte(`"log"`)) && (bytes.Contains(head, []byte(`"creator"`)) || bytes.Contains(head, []byte(`"version"`)) || bytes.Contains(head, []byte(`"entries"`)))
}

func readHAR(in input) (contents, error) {
	var file struct {
		Log struct {
			Entries []struct {
				Request  struct{ URL string }
				Response struct {
					Status  int
					Content struct{ MimeType, Text, Encoding string }
				}
			}
		}
	}
	if err := json.Unmarshal(bytes.TrimPrefix(in.data, []byte("\xEF\xBB\xBF")), &file); err != nil {
		return contents{}, in.skip("HAR that doesn't parse: " + err.Error())
	}
	most := int(in.limits.Of("entries"))
	if len(file.Log.Entries) > most {
		return contents{}, in.skip("more entries than " + tooMuch("entries", int64(most)))
	}
	var out contents
	for i, e := range file.Log.Entries {
		if e.Response.Status != http.StatusOK {
			continue
		}
		body := []byte(e.Response.Content.Text)
		if strings.EqualFold(e.Response.Content.Encoding, "base64") {
			decoded, err := base64.StdEncoding.DecodeString(e.Response.Content.Text)
			if err != nil {
				continue
			}
			body = decoded
		}
		c := capture{url: e.Request.URL, kind: e.Response.Content.MimeType, body: body}
		if err := out.captured(in, c, fmt.Sprintf("entry %d", i+1)); err != nil {
			return contents{}, in.skip(err.Error())
		}
	}
	if len(out.documents) == 0 {
		return contents{}, noneOf(in, len(file.Log.Entries))
	}
	return out, nil
}
