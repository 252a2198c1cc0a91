package httpapi

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"example.test/lockerd/internal/store"
)

func do(h http.Handler, method, path, body string) *httptest.ResponseRecorder {
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, httptest.NewRequest(method, path, strings.NewReader(body)))
	return rec
}

func TestAssignAndRelease(t *testing.T) {
	h := New(store.New(map[store.Size]int{store.Medium: 1}))
	if rec := do(h, "POST", "/v1/assignments", `{"size":"M","parcel":"P-1"}`); rec.Code != 201 {
		t.Fatalf("assign: %d %s", rec.Code, rec.Body)
	}
	if rec := do(h, "DELETE", "/v1/assignments/P-1", ""); rec.Code != 204 {
		t.Fatalf("release: %d", rec.Code)
	}
}
