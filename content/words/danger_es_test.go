package words_test

import (
	"testing"

	"firstsession/content/guidetest"
	"firstsession/content/words"
)

func TestACryForHelpInSpanishIsUnderstood(t *testing.T) {
	words := spanishDanger(t)
	for _, line := range []string{
		"Necesito ayuda", "necesito ayuda ya", "AYÚDENME", "ayúdame por favor", "ayudame", "Ayuda", "¡Ayuda!",
		"ayuda, no puedo respirar", "emergencia", "estoy en crisis", "quiero hacerme daño", "me quiero hacer daño",
		"kiero aserme daño", "quiero hacerme danio", "suicidio", "suisidio", "me quiero suicidar",
		"quiero suicidarme", "me quiero matar", "kiero morirme", "Quiero morir",
		"quiero morirme y que nadie se entere", "me quiero morir", "ya me quiero morir",
		"solo quiero morirme y que nadie me llore", "matarme", "ya no quiero vivir", "yo ya no quiero vivir así",
		"no kiero bibir", "no quiero vivir más", "no quiero seguir viviendo", "no tengo ganas de vivir",
		"sin ganas de vivir", "no estoy a salvo", "no me siento a salvo", "autolesión", "auto lesión",
		"autolesionarme", "sobredosis", "sobre dosis", "S O S", "por favor ayuda",
		"por favor necesito ayuda ahora mismo porque no sé qué hacer con todo esto",
		"estoy pensando en quitarme la vida esta noche y nadie lo sabe", "me corto los brazos", "me corto",
		"quiero cortarme", "me voy a cortar las venas", "cortarme las venas", "no le veo sentido a la vida",
		"la vida ya no tiene sentido para mí desde hace mucho", "mi vida no tiene sentido", "no vale la pena vivir",
		"ojalá no hubiera nacido", "ojalá me muera", "ojala me muriera esta noche", "quisiera estar muerta",
		"quisiera estar muerto", "todos estarían mejor sin mí", "estarían mejor sin mi", "estoy cansada de vivir",
		"estoy harto de vivir", "toy cansado de vivir", "ya no puedo más", "no puedo más", "no aguanto más",
		"ya no aguanto", "no doy más", "quiero desaparecer", "quiero acabar con todo", "quiero acabar con mi vida",
		"voy a terminar con mi vida", "quiero dejar de existir", "no quiero despertar", "no quiero despertar mañana",
		"pánico", "ataque de pánico", "me está dando un ataque de pánico", "tengo miedo", "estoy asustada",
		"mi marido me pega", "mi esposo me golpea cuando toma y no sé adónde ir", "él me pega", "me pega", "me pegó",
		"mi novio me amenaza", "mi pareja amenazó con matarme", "me está ahorcando", "me violaron", "fui violada",
		"fui violada por mi tío cuando era niña y nunca lo conté", "abusó de mí", "abusaron de mí cuando era niña",
		"me tomé muchas pastillas", "tomé todas las pastillas", "me tomé un frasco de pastillas",
		"me tome todas mis pastillas hace un rato", "me siento en peligro", "estoy en peligro",
		"tengo miedo de mi marido", "le tengo miedo a mi esposo", "tengo miedo de volver a casa",
		"tengo miedo de que me mate", "no me siento segura en mi casa", "no me siento segura con mi pareja",
		"me quiere matar", "mi ex me va a matar", "quiero matar a alguien", "lo voy a matar", "tiene un cuchillo",
		"no me deja salir", "me tiene encerrada", "911", "112", "línea de la vida", "teléfono de la esperanza",
		"Me quiero tirar del puente", "quiero aventarme a las vías del metro", "tirarme por la ventana",
		"pegarme un tiro", "me voy a pegar un tiro", "ahorcarme", "me quiero aorcar",
		"pienso en morir todos los días", "he pensado en suicidarme", "pensamientos suicidas",
		"ideas de muerte y de matarme", "intenté suicidarme hace un mes", "no merezco vivir", "me siento suicida",
		"socorro", "Socorro, ayúdenme", "auxilio por favor", "auxilio, me pega", "nesesito ayuda", "alluda",
		"ayuda porfa", "kiero matarme", "me kiero morir", "violencia de género", "violencia intrafamiliar",
		"no hay salida", "nadie me extrañaría", "no puedo respirar", "llamen una ambulancia",
		"necesito una ambulancia", "quiero que todo termine", "que pare", "quiero desaparecer de este mundo",
		"mi papá me viola", "mi mamá me pega con el cinturón y me da miedo llegar", "me hago daño", "me he cortado",
		"me autolesiono", "me mato", "estoy desesperada", "odio mi vida", "no encuentro razón para vivir",
		"me hace daño", "urgente", "ocupo ayuda urgente", "preciso ayuda", "no estoy bien", "quiero quitarme la vida",
		"matenme", "me están siguiendo", "tengo ganas de matarme", "dan ganas de morirse",
		"me dan ganas de morirme cuando pienso en eso", "voy a matarme", "voy a suicidarme mañana", "me suicido",
		"prefiero estar muerta", "mejor muerto", "no quiero estar vivo", "por favor, ¿puede ayudarme?",
		"me amenazó de muerte", "miedo a mi esposo", "vivo en peligro con él",
		"no quiero matarme pero lo pienso mucho todas las noches", "traté de matarme", "no tengo motivos para vivir",
		"no le encuentro sentido a vivir", "no vale la pena seguir viviendo", "él trató de matarme",
		"quiero ahorcarme", "¿alguien puede ayudarme?", "me ahorca", "tomé demasiadas pastillas",
		"me tomé todos mis medicamentos juntos hace una hora más o menos", "quiero cortarme",
		"mi esposo me ahorcó anoche", "nadie me va a extrañar si me muero", "mi marido me quiso ahorcar",
		"me da miedo volver a mi casa", "no puedo con mi vida", "pa que vivir", "de qué sirve vivir",
		"quiero desaparecer para siempre", "estoy en riesgo", "no me siento segura con él",
		"no me siento a salvo en mi casa", "me quitaría la vida", "kitarme la bida", "me e cortado los brazos",
		"me ago daño", "me da miedo mi marido",
	} {
		if !words.IsCry(line) {
			t.Errorf("not understood: %s", line)
		}
	}
	for _, line := range []string{
		"", "de acuerdo", "seguir", "siguiente", "luego", "Ana Ayala", "Maya", "Paz", "La dieta me ayudó",
		"me gustaría saber cómo ayuda el grupo con la vergüenza",
		"Mi hermana trabaja en una línea de prevención del suicidio y quisiera saber si el grupo la conoce",
		"crítica", "criticas", "Qué dice el plan de crisis del centro sobre los fines de semana", "ayudé",
		"el grupo puede ayudarme con el trabajo", "matar el tiempo", "¿Puede un grupo ayudarme si soy muy tímida?",
		"¿puede ayudarme el grupo?", "me da miedo el grupo", "tengo miedo de hablar en el grupo",
		"hubo un silencio de muerte", "me muero de vergüenza", "me quería morir de vergüenza",
		"quiero morirme de pena", "me muero de risa", "me muero de hambre", "me muero por saber",
		"lo que dijo me lastimó más de lo que mostré", "lo que dijo me lastimó", "me golpeó lo que dijo",
		"me pega el sol", "me pegó mal la noticia", "me corté el pelo", "me corto el cabello", "se me cortó la voz",
		"me cortó la palabra", "no quiero mentir", "no quiero vivir con mi suegra", "quiero vivir mejor",
		"no puedo ir de vacaciones en mayo", "me cuesta hablar", "el grupo termina en mayo",
		"me da miedo que me juzguen", "no me siento seguro en el grupo todavía", "no estoy seguro",
		"no estoy segura de venir", "me echó de la reunión", "me sentí herida", "un comentario hiriente",
		"me mata la curiosidad", "me mato trabajando", "muerta de cansancio", "tengo hambre", "me ayuda escuchar",
		"ayuda mucho", "ayuda hablar", "hablar ayuda", "punto muerto", "quiero hablar", "quiero aprender a hablar",
		"quiero entender mejor a mi familia", "quiero dejar de pelear", "voy a llegar tarde", "no voy a ir el martes",
		"no quiero seguir hablando de eso", "abusa de mi confianza", "me siento sola", "quiero irme temprano",
		"quiero matar la curiosidad", "me da pena hablar", "voy a pagarme un taxi", "quiero pagar menos",
		"no quiero que me vean llorar", "me preocupa que me pegue el cansancio", "mi jefe me grita",
		"mi esposo me dijo que viniera", "mi mamá me llama mucho", "mi novio me apoya", "me da miedo no caer bien",
		"la muerte de mi padre me duele todavía y quisiera hablar de eso", "no tengo ganas de ir",
		"no tengo ganas de hablar", "sin ganas de hablar", "tengo miedo de llorar", "tengo miedo de ir a la sesión",
		"pienso en dejar el grupo", "voy a pensarlo", "terminar con la sesión", "no puedo el jueves",
		"no aguanto a mi jefe", "no soporto que me interrumpan", "me cuelgo del teléfono", "él me saludó",
		"ella me interrumpe siempre", "Sol", "Soledad", "quiero saber si me pueden acompañar",
		"¿quién puede ayudarme a encontrar la sala del grupo?", "quiero estar mejor", "quiero estar tranquila",
		"mi hijo me preocupa", "no quiero estar en el grupo con mi ex", "me mataba de risa",
		"quiero acabar con todo el papeleo", "una crisis económica muy larga me dejó sin trabajo y con deudas",
		"me quedo corto", "me da miedo hablar en público", "me da miedo ir a la sesión", "me da miedo que se enteren",
		"tomo pastillas para dormir", "quiero acabar la guía hoy", "Martín Mata", "necesito letra grande",
		"¿qué hago si alguien llora?", "me muero de ganas de empezar", "¿puede contarme más?",
		"quiero contarme mi historia", "él me ahorra tiempo", "quiero ahorrarme el viaje", "traté de hablar con ella",
		"él me trató de usted", "ella me va a ayudar", "mi esposo me va a llevar",
		"no vale la pena seguir discutiendo", "perdí las ganas de ir", "tomo muchos medicamentos",
		"mi familia quiere ayudarme", "no quise hacerle daño a ella", "no quiero lastimar a nadie con lo que digo",
		"le tengo miedo a mi mamá", "no hice nada por lo cual disculparme", "estoy hasta la madre del trabajo",
		"no hay motivo para seguir enojada", "mi hermano va a venir", "voy a tratar de ir", "me trató de loca",
		"María Socorro Pérez", "Dolores", "Remedios", "me sigue gustando", "quiero cortar con mi novio",
		"quiero cortar la llamada", "me golpeé la rodilla", "no puedo", "no quiero seguir", "me quiero ir",
		"quiero terminar", "me siento insegura en los grupos grandes", "tengo un plan de estudios",
		"mi pareja y yo no nos entendemos", "quiero que termine pronto la sesión", "me da miedo que me dejen",
		"mi papá murió el año pasado", "extraño a mi mamá que murió", "me cortaron la luz", "no sé qué decir",
		"quisiera saber cuánto cuesta", "quería preguntar por el horario", "voy a estar fuera en agosto",
		"él me ayuda", "me ayudan mucho en casa", "quiero ayudar", "la ayuda de otros",
		"me gustaría recibir ayuda del grupo con mi timidez", "no quiero que mi familia lo sepa",
		"tengo ganas de empezar", "no tengo nada que decir", "quiero aprender a vivir con los demás",
		"se me hace daño el café en el estómago, puedo llevar té", "no vale la pena discutir", "hoy estoy muerta",
		"estoy muerto de cansancio", "le temo al rechazo", "me atacan los nervios",
		"me asfixia estar en lugares cerrados", "mi madre me asfixia un poco con sus llamadas",
	} {
		if words.IsCry(line) {
			t.Errorf("taken for a cry: %s", line)
		}
	}
}

func TestASearchForDangerInSpanishIsKnown(t *testing.T) {
	words := spanishDanger(t)
	for _, query := range []string{
		"suicidio", "Suicida", "suicid", "autolesión", "matar", "matarme", "morir", "sobredosis", "hacerme daño",
		"daño", "abuso", "abusada", "emergencia", "crisis", "pensar en suicidio", "quiero morir", "muerte",
		"*suicidio*", "SUICÍDIO", "ayuda", "cortarme", "quitarme la vida", "me pega", "él me golpea", "golpes",
		"pánico", "ataque de pánico", "línea de ayuda", "lastimarme", "sin ganas de vivir", "suisidio", "pastillas",
		"estrangular", "violencia", "violación", "maltrato", "amenaza", "acoso", "feminicidio", "me viola", "peligro", "miedo", "susto", "asustada", "angustia",
	} {
		if !words.IsSearch(query) {
			t.Errorf("not known: %s", query)
		}
	}
	for _, query := range []string{
		"", "grupo", "dieta", "confianza", "útil", "armonía", "silencio", "vergüenza", "sentimientos", "costo",
		"tarde", "violín", "violeta", "acostarse", "cortesía", "corte", "pelea", "muestra", "mueble",
		"matemáticas", "fecha", "arte", "armario", "pegamento", "golf", "sanar", "llegar tarde", "acuerdo",
		"privacidad", "matiz", "alcohol", "ayudar a otros", "esperanza", "pagar",
	} {
		if words.IsSearch(query) {
			t.Errorf("taken for danger: %s", query)
		}
	}
}

func spanishDanger(t *testing.T) words.Danger {
	t.Helper()
	g := guidetest.Shipped(t, "es")
	return g.Words.Danger
}
