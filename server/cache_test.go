package server_test

import (
	"slices"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/server"
)

func TestCacheKeepsNoMoreThanItMay(t *testing.T) {
	for _, c := range []struct {
		name           string
		entries, bytes int
		want           []string
	}{
		{"by count", 2, 1000, []string{"0", "1"}},
		{"by size", 10, 25, []string{"0", "1"}},
		{"all", 10, 1000, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var gone []string
			cache := server.NewCache(c.entries, c.bytes, time.Minute, func(v string) { gone = append(gone, v) })
			for i := range 4 {
				cache.Put(strconv.Itoa(i), strconv.Itoa(i), 10)
			}
			if !slices.Equal(gone, c.want) {
				t.Errorf("dropped %q, want %q", gone, c.want)
			}
			cache.Clear()
		})
	}
}

func TestCacheGivesOnce(t *testing.T) {
	cache := server.NewCache(2, 100, time.Minute, func(v string) { t.Errorf("dropped %q", v) })
	cache.Put("a", "page", 10)
	if v, ok := cache.Take("a"); !ok || v != "page" {
		t.Errorf("got %q, %v", v, ok)
	}
	if _, ok := cache.Take("a"); ok {
		t.Error("given twice")
	}
}

func TestCacheForgetsByItself(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		gone := make(chan string, 2)
		cache := server.NewCache(9, 100, 30*time.Second, func(v string) { gone <- v })
		cache.Put("a", "a", 1)
		time.Sleep(20 * time.Second)
		cache.Put("b", "b", 1)
		time.Sleep(11 * time.Second)
		synctest.Wait()
		if len(gone) != 1 || <-gone != "a" {
			t.Error("after 31 s the first page should be gone, and only that")
		}
		time.Sleep(20 * time.Second)
		synctest.Wait()
		if len(gone) != 1 {
			t.Error("after 51 s the second page is kept")
		}
	})
}
