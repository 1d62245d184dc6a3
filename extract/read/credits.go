package read

import (
	"strings"
)

// agencies are news agencies by the names that credit them. An article of theirs
// in another outlet is that outlet's, and the agency's copy.
var agencies = map[string]string{
	"reuters": "Reuters", "thomson reuters": "Reuters", "associated press": "AP", "the associated press": "AP", "ap": "AP", "ap news": "AP",
	"agence france-presse": "AFP", "agence france presse": "AFP", "afp": "AFP", "dpa": "DPA", "deutsche presse-agentur": "DPA",
	"press association": "PA", "pa media": "PA", "pa": "PA", "efe": "EFE", "ansa": "ANSA", "upi": "UPI", "united press international": "UPI",
	"xinhua": "Xinhua", "xinhua news agency": "Xinhua", "kyodo": "Kyodo", "kyodo news": "Kyodo", "yonhap": "Yonhap", "yonhap news agency": "Yonhap",
	"interfax": "Interfax", "tass": "TASS", "ians": "IANS", "pti": "PTI", "press trust of india": "PTI", "anadolu agency": "Anadolu",
	"canadian press": "CP", "the canadian press": "CP", "ntb": "NTB", "tt": "TT", "ritzau": "Ritzau", "apa": "APA", "belga": "Belga",
}

func isAgency(name string) bool { return agencies[strings.ToLower(strings.TrimSpace(name))] != "" }

// dateline is the agency in brackets after the place that a report is from.
var dateline = expression(`^[\p{Lu}][^()\n]{0,60}\(([^()\n]{2,40})\) *[-–—]`)

// creditAgency takes the agency from the byline, or from the dateline. Where
// nothing else names the outlet, the agency isn't it.
func (d *document) creditAgency() {
	if d.agency != "" {
		d.agency = first(agencies[strings.ToLower(d.agency)], d.agency)
		return
	}
	for _, name := range strings.FieldsFunc(d.author, func(r rune) bool { return strings.ContainsRune(",;/&|", r) }) {
		if agency := agencies[strings.ToLower(strings.TrimSpace(name))]; agency != "" {
			d.agency = agency
			return
		}
	}
	if m := dateline().FindStringSubmatch(d.body.In(d.text)); m != nil {
		d.agency = agencies[strings.ToLower(m[1])]
	}
}
