package quantity

// unitOfMeasure is one unit. Symbol is as it is written, Base the canonical
// unit of its dimension, with value × Factor + Shift the value in it.
type unitOfMeasure struct {
	Symbol string
	Base   string
	Factor float64
	Shift  float64
	kind   Kind
	forms  []string // words and abbreviations, plurals included; two words with a space between
}

// units lists the units that the press measures in. The canonical ones: km,
// km2, kg, L, °C, km/h, MW, kWh, B (bytes), deg (angle), d (up to weeks) and mo
// (months and above).
var units = []unitOfMeasure{
	{"km", "km", 1, 0, Measure, []string{"km", "kms", "kilometer", "kilometers", "kilometre", "kilometres"}},
	{"m", "km", 1e-3, 0, Measure, []string{"m", "meter", "meters", "metre", "metres"}},
	{"dm", "km", 1e-4, 0, Measure, []string{"dm", "decimeter", "decimeters", "decimetre", "decimetres"}},
	{"cm", "km", 1e-5, 0, Measure, []string{"cm", "centimeter", "centimeters", "centimetre", "centimetres"}},
	{"mm", "km", 1e-6, 0, Measure, []string{"mm", "millimeter", "millimeters", "millimetre", "millimetres"}},
	{"µm", "km", 1e-9, 0, Measure, []string{"µm", "μm", "micrometer", "micrometers", "micrometre", "micrometres", "micron", "microns"}},
	{"nm", "km", 1e-12, 0, Measure, []string{"nm", "nanometer", "nanometers", "nanometre", "nanometres"}},
	{"pm", "km", 1e-15, 0, Measure, []string{"picometer", "picometers", "picometre", "picometres"}},
	{"mi", "km", 1.609344, 0, Measure, []string{"mile", "miles", "mi"}},
	{"nmi", "km", 1.852, 0, Measure, []string{"nautical mile", "nautical miles"}},
	{"yd", "km", 9.144e-4, 0, Measure, []string{"yard", "yards", "yd", "yds"}},
	{"ft", "km", 3.048e-4, 0, Measure, []string{"foot", "feet", "ft"}},
	{"in", "km", 2.54e-5, 0, Measure, []string{"inch", "inches", "in"}},
	{"ly", "km", 9.4607e12, 0, Measure, []string{"light year", "light years"}},

	{"km2", "km2", 1, 0, Measure, []string{"km2", "km²", "sq km", "sq kilometers", "sq kilometres", "square kilometer", "square kilometers", "square kilometre", "square kilometres"}},
	{"m2", "km2", 1e-6, 0, Measure, []string{"m2", "m²", "sq m", "sqm", "square meter", "square meters", "square metre", "square metres"}},
	{"ha", "km2", 1e-2, 0, Measure, []string{"ha", "hectare", "hectares"}},
	{"ac", "km2", 4.0468564e-3, 0, Measure, []string{"acre", "acres"}},
	{"mi2", "km2", 2.589988, 0, Measure, []string{"square mile", "square miles", "sq mi", "sq mile", "sq miles"}},
	{"ft2", "km2", 9.290304e-8, 0, Measure, []string{"square foot", "square feet", "sq ft", "sq feet"}},
	{"yd2", "km2", 8.3612736e-7, 0, Measure, []string{"square yard", "square yards", "sq yd"}},

	{"kg", "kg", 1, 0, Measure, []string{"kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes"}},
	{"g", "kg", 1e-3, 0, Measure, []string{"g", "gram", "grams", "gramme", "grammes"}},
	{"mg", "kg", 1e-6, 0, Measure, []string{"mg", "milligram", "milligrams"}},
	{"µg", "kg", 1e-9, 0, Measure, []string{"µg", "μg", "mcg", "microgram", "micrograms"}},
	{"t", "kg", 1e3, 0, Measure, []string{"t", "ton", "tons", "tonne", "tonnes"}},
	{"metric ton", "kg", 1e3, 0, Measure, []string{"metric ton", "metric tons", "metric tonne", "metric tonnes"}},
	{"lb", "kg", 0.45359237, 0, Measure, []string{"pound", "pounds", "lb", "lbs"}},
	{"oz", "kg", 0.028349523, 0, Measure, []string{"ounce", "ounces", "oz"}},
	{"st", "kg", 6.35029318, 0, Measure, []string{"stone"}},
	{"dram", "kg", 1.7718452e-3, 0, Measure, []string{"dram", "drams", "drachm", "drachma"}},

	{"L", "L", 1, 0, Measure, []string{"l", "liter", "liters", "litre", "litres"}},
	{"mL", "L", 1e-3, 0, Measure, []string{"ml", "milliliter", "milliliters", "millilitre", "millilitres"}},
	{"cL", "L", 1e-2, 0, Measure, []string{"cl", "centiliter", "centiliters", "centilitre", "centilitres"}},
	{"hL", "L", 100, 0, Measure, []string{"hl", "hectoliter", "hectoliters", "hectolitre", "hectolitres"}},
	{"gal", "L", 3.785412, 0, Measure, []string{"gallon", "gallons", "gal"}},
	{"qt", "L", 0.946353, 0, Measure, []string{"quart", "quarts"}},
	{"pt", "L", 0.473176, 0, Measure, []string{"pint", "pints"}},
	{"cup", "L", 0.236588, 0, Measure, []string{"cup", "cups"}},
	{"tbsp", "L", 0.0147868, 0, Measure, []string{"tablespoon", "tablespoons", "tbsp"}},
	{"tsp", "L", 0.00492892, 0, Measure, []string{"teaspoon", "teaspoons", "tsp"}},
	{"bbl", "L", 158.987, 0, Measure, []string{"barrel", "barrels", "bbl"}},
	{"m3", "L", 1000, 0, Measure, []string{"m3", "m³", "cubic meter", "cubic meters", "cubic metre", "cubic metres"}},
	{"ft3", "L", 28.316847, 0, Measure, []string{"cubic foot", "cubic feet"}},
	{"km3", "L", 1e12, 0, Measure, []string{"km3", "km³", "cubic kilometer", "cubic kilometers", "cubic kilometre", "cubic kilometres"}},
	{"in3", "L", 0.016387, 0, Measure, []string{"cubic inch", "cubic inches"}},
	{"yd3", "L", 764.555, 0, Measure, []string{"cubic yard", "cubic yards"}},

	{"°C", "°C", 1, 0, Measure, []string{"celsius", "centigrade", "degree celsius", "degrees celsius", "degrees centigrade", "degrees c"}},
	{"°F", "°C", 5. / 9, -160. / 9, Measure, []string{"fahrenheit", "degree fahrenheit", "degrees fahrenheit", "degrees f"}},
	{"deg", "deg", 1, 0, Measure, []string{"degree", "degrees"}},
	{"rad", "deg", 57.29578, 0, Measure, []string{"rad", "radian", "radians"}},
	{"turn", "deg", 360, 0, Measure, []string{"turn", "turns"}},

	{"km/h", "km/h", 1, 0, Measure, []string{"kph", "kmph", "kmh", "km/h", "km/hr", "kilometers/hour", "km an hour", "km per hour", "kilometer per hour", "kilometers per hour", "kilometre per hour", "kilometres per hour", "kilometers an hour", "kilometres an hour"}},
	{"mph", "km/h", 1.609344, 0, Measure, []string{"mph", "mile per hour", "miles per hour", "miles an hour", "miles/hour"}},
	{"m/s", "km/h", 3.6, 0, Measure, []string{"m/s", "meters per second", "metres per second", "meters a second", "metres a second"}},
	{"m/ms", "km/h", 3600, 0, Measure, []string{"m/ms", "meters per millisecond", "metres per millisecond"}},
	{"cm/ms", "km/h", 36, 0, Measure, []string{"cm/ms", "centimeters/millisecond", "centimeters per millisecond"}},
	{"km/ms", "km/h", 3.6e6, 0, Measure, []string{"km/ms", "kilometers per millisecond"}},
	{"km/s", "km/h", 3600, 0, Measure, []string{"km/s", "kilometers per second", "kilometres per second", "kilometers a second", "kilometres a second"}},
	{"ft/s", "km/h", 1.09728, 0, Measure, []string{"ft/s", "feet per second"}},
	{"kn", "km/h", 1.852, 0, Measure, []string{"knot", "knots"}},

	{"kW", "MW", 1e-3, 0, Measure, []string{"kw", "kilowatt", "kilowatts"}},
	{"MW", "MW", 1, 0, Measure, []string{"mw", "megawatt", "megawatts"}},
	{"GW", "MW", 1e3, 0, Measure, []string{"gw", "gigawatt", "gigawatts"}},
	{"W", "MW", 1e-6, 0, Measure, []string{"watt", "watts"}},
	{"hp", "MW", 7.457e-4, 0, Measure, []string{"horsepower", "hp", "bhp"}},
	{"kWh", "kWh", 1, 0, Measure, []string{"kwh", "kilowatt hour", "kilowatt hours"}},
	{"MWh", "kWh", 1e3, 0, Measure, []string{"mwh", "megawatt hour", "megawatt hours"}},
	{"GWh", "kWh", 1e6, 0, Measure, []string{"gwh", "gigawatt hour", "gigawatt hours"}},
	{"kt TNT", "kt", 1, 0, Measure, []string{"kiloton", "kilotons"}},
	{"Mt TNT", "kt", 1e3, 0, Measure, []string{"megaton", "megatons"}},

	{"bit", "B", 0.125, 0, Measure, []string{"bit", "bits"}},
	{"B", "B", 1, 0, Measure, []string{"byte", "bytes"}},
	{"kB", "B", 1e3, 0, Measure, []string{"kb", "kilobyte", "kilobytes"}},
	{"MB", "B", 1e6, 0, Measure, []string{"mb", "megabyte", "megabytes"}},
	{"GB", "B", 1e9, 0, Measure, []string{"gb", "gigabyte", "gigabytes"}},
	{"TB", "B", 1e12, 0, Measure, []string{"tb", "terabyte", "terabytes"}},
	{"Mbit", "B", 1.25e5, 0, Measure, []string{"megabit", "megabits"}},
	{"Gbit", "B", 1.25e8, 0, Measure, []string{"gigabit", "gigabits"}},

	{"s", "d", 1. / 86400, 0, Duration, []string{"second", "seconds", "sec", "secs"}},
	{"min", "d", 1. / 1440, 0, Duration, []string{"minute", "minutes", "min", "mins"}},
	{"h", "d", 1. / 24, 0, Duration, []string{"hour", "hours", "hr", "hrs"}},
	{"d", "d", 1, 0, Duration, []string{"day", "days"}},
	{"wk", "d", 7, 0, Duration, []string{"week", "weeks"}},
	{"fn", "d", 14, 0, Duration, []string{"fortnight", "fortnights"}},
	{"mo", "mo", 1, 0, Duration, []string{"month", "months"}},
	{"yr", "mo", 12, 0, Duration, []string{"year", "years", "yr", "yrs"}},
	{"decade", "mo", 120, 0, Duration, []string{"decade", "decades"}},
	{"century", "mo", 1200, 0, Duration, []string{"century", "centuries"}},

	{"%", "%", 1, 0, Percent, []string{"%", "percent", "percents", "percentage", "per cent", "pct"}},
	{"pp", "pp", 1, 0, Percent, []string{"percentage point", "percentage points", "pp", "ppt"}},
	{"bp", "pp", 0.01, 0, Percent, []string{"basis point", "basis points"}},
}

// abbreviated are the forms that are units only right behind figures: "5 m",
// "75ml", but not "one in".
var abbreviated = map[string]bool{
	"m": true, "g": true, "l": true, "t": true, "in": true, "mi": true, "ha": true, "ft": true, "kw": true, "mw": true,
	"gw": true, "kb": true, "mb": true, "gb": true, "tb": true, "dm": true, "cl": true, "hl": true, "pp": true,
	"min": true, "sec": true, "st": true, "hp": true, "gal": true,
}

// unitForms finds a unit by its form.
var unitForms = func() map[string]*unitOfMeasure {
	table := make(map[string]*unitOfMeasure)
	for i := range units {
		for _, form := range units[i].forms {
			table[form] = &units[i]
		}
	}
	return table
}()
