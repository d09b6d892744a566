package records_test

import (
	"firstsession/tui/command/shell"
	"fmt"
	"io"
	"testing"
)

// BenchmarkVerifyAFolder looks over records of intakes with their copies.
func BenchmarkVerifyAFolder(b *testing.B) {
	for _, count := range []int{100, 1000} {
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			c := newClinic(b)
			for range count {
				c.intake("K-102", c.all(), typed("Dana"))
			}
			for b.Loop() {
				if code := run([]string{"verify", c.dir}, shell.Streams{Out: io.Discard, Err: io.Discard}); code != shell.ExitDone {
					b.Fatal(code)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*count), "µs/record")
		})
	}
}
