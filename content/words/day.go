package words

import (
	"strings"
	"time"

	"firstsession/content/plain"
)

// Day says a day such as 2026-11-30 with the month's name: of one in digits, a
// screen reader speaks the dashes. What is no day, and any without twelve names,
// stays as it is.
func (p Plain) Day(digits string) string {
	day, err := time.Parse(time.DateOnly, digits)
	months := strings.Split(p.Months, ",")
	if err != nil || len(months) != 12 {
		return digits
	}
	return plain.Fill(p.Date, "day", day.Day(), "month", strings.TrimSpace(months[day.Month()-1]), "year", day.Year())
}
