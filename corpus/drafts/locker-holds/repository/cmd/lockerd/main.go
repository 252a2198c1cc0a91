package main

import (
	"log/slog"
	"net/http"
	"os"

	"example.test/lockerd/internal/httpapi"
	"example.test/lockerd/internal/store"
)

func main() {
	addr := os.Getenv("LOCKERD_ADDR")
	if addr == "" {
		addr = ":8080"
	}

	st := store.New(map[store.Size]int{store.Small: 12, store.Medium: 8, store.Large: 4})
	slog.Info("listening", "addr", addr)
	if err := http.ListenAndServe(addr, httpapi.New(st)); err != nil {
		slog.Error("stopped", "err", err)
		os.Exit(1)
	}
}
