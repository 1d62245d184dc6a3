package measure

import "xref/extract/quantity"

// unitNames are the suite's names of the units it calls dimensions, by the
// symbols of quantity.
var unitNames = map[string]string{
	"km": "Kilometer", "m": "Meter", "dm": "Decimeter", "cm": "Centimeter", "mm": "Millimeter", "µm": "Micrometer",
	"nm": "Nanometer", "pm": "Picometer", "mi": "Mile", "yd": "Yard", "ft": "Foot", "in": "Inch", "ly": "Light year",
	"km2": "Square kilometer", "m2": "Square meter", "ha": "Hectare", "ac": "Acre", "mi2": "Square mile",
	"ft2": "Square foot", "yd2": "Square yard",
	"kg": "Kilogram", "g": "Gram", "mg": "Milligram", "µg": "Microgram", "t": "Ton", "metric ton": "Metric ton",
	"lb": "Pound", "oz": "Ounce", "st": "Stone", "dram": "Dram",
	"L": "Liter", "mL": "Milliliter", "cL": "Centiliter", "hL": "Hectoliter", "gal": "Gallon", "qt": "Quart", "pt": "Pint",
	"cup": "Cup", "tbsp": "Tablespoon", "tsp": "Teaspoon", "bbl": "Barrel", "m3": "Cubic meter", "ft3": "Cubic foot",
	"km3": "Cubic kilometer", "in3": "Cubic inch", "yd3": "Cubic yard",
	"km/h": "Kilometer per hour", "mph": "Mile per hour", "m/s": "Meter per second", "m/ms": "Meter per millisecond",
	"cm/ms": "Centimeter per millisecond", "km/ms": "Kilometer per millisecond", "km/s": "Kilometer per second",
	"ft/s": "Foot per second", "kn": "Knot",
	"bit": "Bit", "B": "Byte", "kB": "Kilobyte", "MB": "Megabyte", "GB": "Gigabyte", "TB": "Terabyte",
	"Mbit": "Megabit", "Gbit": "Gigabit",
	"deg": "Degree", "rad": "Radian", "turn": "Turn",
}

var ageUnits = map[string]string{"yr": "Year", "mo": "Month", "wk": "Week", "d": "Day"}

// currencyNames are the suite's names of currencies by the unit of quantity.
var currencyNames = map[string]string{
	"USD": "United States dollar", "AUD": "Australian dollar", "CAD": "Canadian dollar", "NZD": "New Zealand dollar",
	"HKD": "Hong Kong dollar", "SGD": "Singapore dollar", "TWD": "New Taiwan dollar", "EUR": "Euro", "GBP": "British pound",
	"JPY": "Japanese yen", "CNY": "Chinese yuan", "CHF": "Swiss franc", "XFR": "Franc", "FRF": "French franc",
	"BEF": "Belgian franc", "INR": "Indian rupee", "RUPEE": "Rupee", "PKR": "Pakistani rupee", "LKR": "Sri Lankan rupee",
	"RUB": "Russian ruble", "UAH": "Ukrainian hryvnia", "KRW": "South Korean won", "ILS": "Israeli new shekel",
	"TRY": "Turkish lira", "ITL": "Italian lira", "EGP": "Egyptian pound", "MXN": "Mexican peso", "PESO": "Peso",
	"PHP": "Philippine peso", "BRL": "Brazilian real", "ZAR": "South African rand", "NGN": "Nigerian naira",
	"SAR": "Saudi riyal", "AED": "United Arab Emirates dirham", "DINAR": "Dinar", "KWD": "Kuwaiti dinar", "SEK": "Swedish krona",
	"NOK": "Norwegian krone", "DKK": "Danish krone", "CZK": "Czech koruna", "PLN": "Polish złoty", "HUF": "Hungarian forint",
	"THB": "Thai baht", "IDR": "Indonesian rupiah", "MYR": "Malaysian ringgit", "SEN": "Sen", "LAK": "Lao kip",
	"GEL": "Georgian lari", "CRC": "Costa Rican colón", "KZT": "Kazakhstani tenge", "DEM": "Mark", "ESP": "Peseta",
	"NLG": "Netherlands guilder", "FIM": "Finnish markka", "BTC": "Bitcoin", "VND": "Vietnamese dong",
}

// bareNames are the suite's names where the text says no more than the noun or
// the sign.
var bareNames = map[string]string{
	"$": "Dollar", "dollar": "Dollar", "dollars": "Dollar", "buck": "Dollar", "bucks": "Dollar",
	"£": "Pound", "pound": "Pound", "pounds": "Pound", "cent": "Cent", "pence": "Pence", "penny": "Penny",
	"kopeck": "Kopek",
}

func currencyName(q quantity.Quantity) string {
	if name, ok := bareNames[q.Written]; ok {
		return name
	}
	return currencyNames[q.Unit]
}
