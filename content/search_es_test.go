package content

// everydaySpanish are words that people look for, and what they are to find.
var everydaySpanish = map[string]string{
	"dinero": "ask-first", "pagar": "ask-first", "cuánto cuesta": "ask-first", "¿Cuánto cuesta?": "ask-first", "irme": "fair-start", "dejar": "fair-start",
	"tarde": "attendance", "faltar": "attendance", "telefono": "no-recording", "llorar": "losing-control", "timido": "three-sentences",
	"miedo": "fear-of-rejection", "enojo": "strong-feelings", "confidencial": "what-stays-here", "en linea": "no-recording",
	"asustado": "three-sentences", "asustada": "three-sentences", "asusta": "three-sentences", "angustia": "three-sentences",
	"medicina": "clear-head", "alcohol": "clear-head", "hijos": "attendance", "trabajo": "old-ways", "jefe": "limits-of-privacy",
	"amigo": "outside-contact", "amor": "outside-contact", "sexo": "outside-contact", "pensamientos oscuros": "limits-of-privacy",
	"plata": "ask-first", "novia": "what-stays-here", "señora": "what-stays-here", "mi esposa": "what-stays-here", "nervioso": "three-sentences",
	"quién va a leer esto": "ask-first", "niñera": "attendance", "ligar": "outside-contact", "porro": "clear-head", "raro": "fear-of-rejection",
	"iglesia": "only-one", "abogado": "limits-of-privacy", "chamba": "old-ways", "obligatorio": "your-choice", "me da pena": "three-sentences",
}
