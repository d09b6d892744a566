package walk

import "testing"

// A kind that is in the table and in no plan would be a page that nobody comes to.
func TestEachKindOfStepIsInAMembersWalkOrAnIntakes(t *testing.T) {
	planned := map[Kind]bool{}
	for _, intake := range []bool{false, true} {
		for _, s := range newPlan(smallGuide(), intake).steps {
			planned[s.Kind] = true
			if !s.Kind.traits().isIn(intake) {
				t.Errorf("%s is planned where it does not belong", s.Kind)
			}
		}
	}
	for _, kind := range Kinds() {
		if !planned[kind] {
			t.Errorf("no walk comes to %s", kind)
		}
	}
	if len(planned) != len(Kinds()) {
		t.Errorf("planned are %v, and in the table %v", planned, Kinds())
	}
}
