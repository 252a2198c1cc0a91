// Package store keeps which parcel lies in which compartment.
package store

import (
	"errors"
	"fmt"
	"sync"
)

type Size string

const (
	Small  Size = "S"
	Medium Size = "M"
	Large  Size = "L"
)

var (
	ErrFull      = errors.New("no free compartment of this size")
	ErrSize      = errors.New("unknown size")
	ErrDuplicate = errors.New("parcel already assigned")
	ErrUnknown   = errors.New("unknown parcel")
)

type compartment struct {
	name   string
	size   Size
	parcel string // empty when free
}

type Store struct {
	mu           sync.Mutex
	compartments []*compartment
}

// New creates compartments S01, S02, …, M01, … in the order S, M, L.
func New(counts map[Size]int) *Store {
	s := &Store{}
	for _, size := range []Size{Small, Medium, Large} {
		for i := 1; i <= counts[size]; i++ {
			name := fmt.Sprintf("%s%02d", size, i)
			s.compartments = append(s.compartments, &compartment{name: name, size: size})
		}
	}
	return s
}

// Assign puts the parcel into the first free compartment of exactly this size.
func (s *Store) Assign(size Size, parcel string) (string, error) {
	if size != Small && size != Medium && size != Large {
		return "", ErrSize
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.compartments {
		if c.parcel == parcel {
			return "", ErrDuplicate
		}
	}
	for _, c := range s.compartments {
		if c.size == size && c.parcel == "" {
			c.parcel = parcel
			return c.name, nil
		}
	}
	return "", ErrFull
}

// Release frees the compartment of the parcel.
func (s *Store) Release(parcel string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.compartments {
		if c.parcel == parcel {
			c.parcel = ""
			return nil
		}
	}
	return ErrUnknown
}

// Free counts the free compartments of each size.
func (s *Store) Free() map[Size]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	free := map[Size]int{Small: 0, Medium: 0, Large: 0}
	for _, c := range s.compartments {
		if c.parcel == "" {
			free[c.size]++
		}
	}
	return free
}
