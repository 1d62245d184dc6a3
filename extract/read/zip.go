package read

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// zipMagic begins a zip archive.
const zipMagic = "PK\x03\x04"

// zipped reports whether a file begins like a zip archive that has one of the
// marks near its beginning.
func zipped(head []byte, marks ...string) bool {
	if !bytes.HasPrefix(head, []byte(zipMagic)) {
		return false
	}
	for _, m := range marks {
		if bytes.Contains(head, []byte(m)) {
			return true
		}
	}
	return false
}

// unzipping reads the files of a zip archive, as much as the limits allow of all
// of them together.
type unzipping struct {
	files map[string]*zip.File
	names []string // in the order of the archive
	left  int64
	most  int64
	file  int64 // of one file
}

func openZip(in input) (*unzipping, error) {
	r, err := zip.NewReader(bytes.NewReader(in.data), int64(len(in.data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, errors.New("no zip archive that can be read: it is damaged or breaks off")
	}
	if most := in.limits.Of("entries"); int64(len(r.File)) > most {
		return nil, fmt.Errorf("an archive of more entries than %s", tooMuch("entries", most))
	}
	most := in.limits.Of("unpacked-bytes")
	u := &unzipping{files: map[string]*zip.File{}, left: most, most: most, file: in.limits.Of("file-bytes")}
	for _, f := range r.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if u.files[name] == nil {
			u.names = append(u.names, name)
		}
		u.files[name] = f
	}
	return u, nil
}

// errNotInZip is a file that an archive doesn't have.
var errNotInZip = errors.New("isn't in the archive")

// open is a file as it unpacks.
func (u *unzipping) open(name string) (io.ReadCloser, error) {
	f := u.files[strings.TrimPrefix(name, "/")]
	if f == nil {
		return nil, fmt.Errorf("%s %w", name, errNotInZip)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s can't be unpacked: the archive is damaged", name)
	}
	return r, nil
}

// read is what a file unpacks to.
func (u *unzipping) read(name string) ([]byte, error) {
	r, err := u.open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, min(u.left, u.file)+1))
	switch size := int64(len(data)); {
	case size > u.left:
		return nil, fmt.Errorf("it unpacks to more than %s", tooMuch("unpacked-bytes", u.most))
	case size > u.file:
		return nil, fmt.Errorf("%s unpacks to more than %s", name, tooMuch("file-bytes", u.file))
	}
	if err != nil {
		return nil, fmt.Errorf("%s can't be unpacked: the archive is damaged", name)
	}
	u.left -= int64(len(data))
	return data, nil
}

// xml reads a file as XML.
func (u *unzipping) xml(name string, l Limits) (*element, error) {
	data, err := u.read(name)
	if err != nil {
		return nil, err
	}
	return parseXML(data, l)
}
