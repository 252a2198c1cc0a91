package store

import (
	"errors"
	"testing"
)

func TestAssignTakesTheFirstFree(t *testing.T) {
	s := New(map[Size]int{Small: 2})
	got, err := s.Assign(Small, "P-1")
	if err != nil || got != "S01" {
		t.Fatalf("got %q, %v", got, err)
	}
}

func TestAssignFull(t *testing.T) {
	s := New(map[Size]int{Small: 1})
	_, _ = s.Assign(Small, "P-1")
	if _, err := s.Assign(Small, "P-2"); !errors.Is(err, ErrFull) {
		t.Fatalf("got %v", err)
	}
}

func TestReleaseUnknown(t *testing.T) {
	if err := New(nil).Release("P-9"); !errors.Is(err, ErrUnknown) {
		t.Fatalf("got %v", err)
	}
}
