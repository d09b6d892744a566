package intake_test

import (
	"reflect"
	"testing"

	"firstsession/content/walk"
	"firstsession/tui/intake"
)

func TestADeedThatAsksForAnythingIsNotZero(t *testing.T) {
	if !(intake.Deed{}).IsZero() {
		t.Error("the zero Deed asks for something")
	}
	kind := reflect.TypeFor[intake.Deed]()
	for i := range kind.NumField() {
		var deed intake.Deed
		switch field := reflect.ValueOf(&deed).Elem().Field(i); field.Kind() {
		case reflect.Bool:
			field.SetBool(true)
		case reflect.String:
			field.SetString("x")
		case reflect.Slice:
			field.Set(reflect.ValueOf([]walk.Event{{}}))
		default:
			field.Set(reflect.ValueOf(&walk.Form{}))
		}
		if deed.IsZero() {
			t.Errorf("a Deed with %s asks for nothing", kind.Field(i).Name)
		}
	}
}
