// Package httpapi serves the store as JSON over HTTP.
package httpapi

import (
	"encoding/json"
	"errors"
	"net/http"

	"example.test/lockerd/internal/store"
)

type api struct {
	store *store.Store
}

func New(st *store.Store) http.Handler {
	a := &api{store: st}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/assignments", a.assign)
	mux.HandleFunc("DELETE /v1/assignments/{parcel}", a.release)
	mux.HandleFunc("GET /v1/free", a.free)
	return mux
}

type assignRequest struct {
	Size   store.Size `json:"size"`
	Parcel string     `json:"parcel"`
}

type assignResponse struct {
	Compartment string `json:"compartment"`
}

func (a *api) assign(w http.ResponseWriter, r *http.Request) {
	var req assignRequest
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil || req.Parcel == "" {
		writeJSON(w, http.StatusBadRequest, map[string]string{"error": "bad request"})
		return
	}
	name, err := a.store.Assign(req.Size, req.Parcel)
	switch {
	case errors.Is(err, store.ErrSize):
		writeJSON(w, http.StatusBadRequest, map[string]string{"error": err.Error()})
	case errors.Is(err, store.ErrFull), errors.Is(err, store.ErrDuplicate):
		writeJSON(w, http.StatusConflict, map[string]string{"error": err.Error()})
	default:
		writeJSON(w, http.StatusCreated, assignResponse{Compartment: name})
	}
}

func (a *api) release(w http.ResponseWriter, r *http.Request) {
	if err := a.store.Release(r.PathValue("parcel")); err != nil {
		writeJSON(w, http.StatusNotFound, map[string]string{"error": err.Error()})
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (a *api) free(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, a.store.Free())
}

func writeJSON(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}
