package quantity

// currency is one currency: its ISO 4217 code (or the best there is for the
// ones that ended), how a hundredth of it is called, and its names and signs.
type currency struct {
	code  string
	signs []string // "$", "us$"; before or behind the figures
	names []string // "dollar", "dollars"
}

// currencies lists what the press reports sums in. A bare name goes to the
// currency that it most often means: "dollars" are of the United States.
var currencies = []currency{
	{"USD", []string{"$", "us$", "us $", "u.s.$", "usd", "usd$"}, []string{"dollar", "dollars", "us dollar", "us dollars", "u.s. dollar", "u.s. dollars", "american dollars", "buck", "bucks"}},
	{"AUD", []string{"a$", "au$", "aud", "aud$"}, []string{"australian dollar", "australian dollars"}},
	{"CAD", []string{"c$", "c $", "ca$", "can$", "cad", "cad$"}, []string{"canadian dollar", "canadian dollars"}},
	{"NZD", []string{"nz$", "nzd", "nzd$"}, []string{"new zealand dollar", "new zealand dollars"}},
	{"HKD", []string{"hk$", "hk $", "hkd"}, []string{"hong kong dollar", "hong kong dollars"}},
	{"SGD", []string{"s$", "sg$", "sgd"}, []string{"singapore dollar", "singapore dollars"}},
	{"TWD", []string{"nt$", "twd"}, []string{"taiwan dollar", "taiwan dollars", "new taiwan dollars"}},
	{"EUR", []string{"€", "eur"}, []string{"euro", "euros"}},
	{"GBP", []string{"£", "gbp", "stg"}, []string{"pound", "pounds", "pound sterling", "pounds sterling", "british pounds", "quid"}},
	{"JPY", []string{"¥", "jpy"}, []string{"yen", "japanese yen"}},
	{"CNY", []string{"rmb", "cny", "元"}, []string{"yuan", "chinese yuan", "renminbi"}},
	{"CHF", []string{"chf", "sfr"}, []string{"swiss franc", "swiss francs"}},
	{"XFR", nil, []string{"franc", "francs"}},
	{"FRF", nil, []string{"french franc", "french francs"}},
	{"BEF", nil, []string{"belgian franc", "belgian francs"}},
	{"INR", []string{"₹", "inr", "rs"}, []string{"indian rupee", "indian rupees"}},
	{"RUPEE", nil, []string{"rupee", "rupees"}},
	{"PKR", []string{"pkr"}, []string{"pakistani rupee", "pakistani rupees"}},
	{"LKR", []string{"lkr", "ரூ"}, []string{"sri lankan rupee", "sri lankan rupees"}},
	{"RUB", []string{"₽", "rub"}, []string{"ruble", "rubles", "rouble", "roubles", "russian rubles"}},
	{"UAH", []string{"₴", "uah"}, []string{"hryvnia", "hryvnias", "hryvnya"}},
	{"KRW", []string{"₩", "krw"}, []string{"won", "korean won", "south korean won"}},
	{"ILS", []string{"₪", "ils", "nis"}, []string{"shekel", "shekels", "israeli shekels"}},
	{"TRY", []string{"₺", "try"}, []string{"lira", "liras", "turkish lira", "turkish liras"}},
	{"ITL", nil, []string{"lire", "italian lire"}},
	{"SYP", []string{"syp"}, []string{"syrian pound", "syrian pounds"}},
	{"EGP", []string{"egp"}, []string{"egyptian pound", "egyptian pounds"}},
	{"LBP", []string{"lbp"}, []string{"lebanese pound", "lebanese pounds"}},
	{"MXN", []string{"mxn"}, []string{"mexican peso", "mexican pesos"}},
	{"PESO", nil, []string{"peso", "pesos"}},
	{"PHP", []string{"₱", "php"}, []string{"philippine peso", "philippine pesos"}},
	{"ARS", []string{"ars"}, []string{"argentine peso", "argentine pesos"}},
	{"BRL", []string{"r$", "brl"}, []string{"reais", "brazilian real", "brazilian reais"}},
	{"ZAR", []string{"zar"}, []string{"rand", "south african rand"}},
	{"NGN", []string{"₦", "ngn"}, []string{"naira"}},
	{"KES", []string{"kes", "ksh"}, []string{"kenyan shilling", "kenyan shillings"}},
	{"SAR", []string{"sar"}, []string{"riyal", "riyals", "saudi riyals"}},
	{"IRR", []string{"irr"}, []string{"rial", "rials", "iranian rials"}},
	{"AED", []string{"aed"}, []string{"dirham", "dirhams"}},
	{"KWD", []string{"kwd"}, []string{"kuwaiti dinar", "kuwaiti dinars"}},
	{"DINAR", nil, []string{"dinar", "dinars"}},
	{"SEK", []string{"sek"}, []string{"swedish krona", "swedish kronor", "swedish crowns", "krona", "kronor"}},
	{"NOK", []string{"nok"}, []string{"norwegian krone", "norwegian kroner", "norwegian crowns"}},
	{"DKK", []string{"dkk"}, []string{"danish krone", "danish kroner", "danish crowns", "krone", "kroner"}},
	{"CZK", []string{"czk"}, []string{"koruna", "korunas", "czech crowns"}},
	{"PLN", []string{"zł", "pln"}, []string{"zloty", "zlotys", "polish zloty", "polish zlotys"}},
	{"HUF", []string{"huf"}, []string{"forint", "forints"}},
	{"RON", []string{"ron"}, []string{"romanian lei", "lei"}},
	{"THB", []string{"฿", "thb"}, []string{"baht"}},
	{"IDR", []string{"idr"}, []string{"rupiah"}},
	{"MYR", []string{"myr"}, []string{"ringgit"}},
	{"SEN", []string{"sen"}, []string{"sen"}},
	{"VND", []string{"₫", "vnd"}, []string{"dong"}},
	{"LAK", []string{"₭", "lak"}, []string{"kip"}},
	{"GEL", []string{"₾", "gel"}, []string{"lari"}},
	{"CRC", []string{"₡", "crc"}, []string{"colon", "colons"}},
	{"KZT", []string{"₸", "kzt"}, []string{"tenge"}},
	{"GHS", []string{"₵", "ghs"}, []string{"cedi", "cedis"}},
	{"AFN", []string{"؋", "afn"}, []string{"afghani", "afghanis"}},
	{"BDT", []string{"৳", "bdt"}, []string{"taka"}},
	{"DEM", []string{"dm"}, []string{"mark", "marks", "deutsche mark", "deutsche marks", "german marks"}},
	{"ESP", nil, []string{"peseta", "pesetas"}},
	{"NLG", nil, []string{"guilder", "guilders", "dutch guilder", "dutch guilders"}},
	{"FIM", nil, []string{"markka", "finnish markka", "finnish markkaa"}},
	{"BTC", []string{"₿", "btc"}, []string{"bitcoin", "bitcoins"}},
}

// hundredths are the coins a hundredth of another unit, with its code. A cent
// is of the dollar where nothing else is said.
var hundredths = map[string]string{
	"cent": "USD", "cents": "USD", "¢": "USD", "pence": "GBP", "penny": "GBP", "pennies": "USD",
	"kopeck": "RUB", "kopecks": "RUB",
}

// coinNames are the symbols of hundredths as Written has them.
var coinNames = map[string]string{"cents": "cent", "¢": "cent", "pennies": "penny", "kopecks": "kopeck"}

var currencySigns, currencyNames = func() (signs, names map[string]string) {
	signs, names = make(map[string]string), make(map[string]string)
	for _, c := range currencies {
		for _, s := range c.signs {
			signs[s] = c.code
		}
		for _, n := range c.names {
			names[n] = c.code
		}
	}
	return signs, names
}()
