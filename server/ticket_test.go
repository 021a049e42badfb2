package server_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/server"
)

func TestTicketSaysWhatWasSigned(t *testing.T) {
	ts := server.NewTickets("")
	got, err := ts.Read(ts.Issue(server.Ticket{URL: "/a?b=c", Browser: "x"}))
	if err != nil || got.URL != "/a?b=c" || got.Browser != "x" || got.Nonce == "" {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestForgedTicket(t *testing.T) {
	ts := server.NewTickets("one")
	good := ts.Issue(server.Ticket{URL: "/"})
	body, mac, _ := strings.Cut(good, ".")
	for name, text := range map[string]string{
		"another key": server.NewTickets("two").Issue(server.Ticket{URL: "/"}),
		"no mac":      body,
		"empty mac":   body + ".",
		"changed":     "A" + body[1:] + "." + mac,
		"empty":       "",
	} {
		if _, err := ts.Read(text); err != server.ErrTicket {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, err := server.NewTickets("one").Read(good); err != nil {
		t.Errorf("a process with the same secret: %v", err)
	}
}

func TestTicketIsUsedOnce(t *testing.T) {
	ts := server.NewTickets("")
	ticket, _ := ts.Read(ts.Issue(server.Ticket{}))
	if err := ts.Use(ticket); err != nil {
		t.Error(err)
	}
	if err := ts.Use(ticket); err != server.ErrTicket {
		t.Errorf("used twice: %v", err)
	}
}

func TestTicketAges(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ts := server.NewTickets("")
		text := ts.Issue(server.Ticket{})
		time.Sleep(server.TicketLife)
		if _, err := ts.Read(text); err != nil {
			t.Errorf("refused in time: %v", err)
		}
		time.Sleep(2 * time.Second)
		if _, err := ts.Read(text); err != server.ErrTicket {
			t.Errorf("too old: %v", err)
		}
	})
}

func TestUsedTicketsAreBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ts := server.NewTickets("")
		first, _ := ts.Read(ts.Issue(server.Ticket{}))
		ts.Use(first)
		for i := range server.MaxUsed + 10 {
			if i%1000 == 0 {
				time.Sleep(time.Second)
			}
			ticket := server.Ticket{Nonce: string(rune(i)) + strings.Repeat("x", i%7), At: time.Now().Unix()}
			ts.Use(ticket)
		}
		if n := ts.Used(); n > server.MaxUsed {
			t.Errorf("%d are kept", n)
		}
		if err := ts.Use(first); err != server.ErrTicket {
			t.Error("what was forgotten can be used again")
		}
	})
}

func TestTicketIsBoundToTheBrowser(t *testing.T) {
	mine := server.Fingerprint("mine")
	for _, c := range []struct {
		name    string
		ticket  server.Ticket
		browser string
		want    bool
	}{
		{"the same", server.Ticket{Browser: mine, Had: true}, "mine", true},
		{"another", server.Ticket{Browser: mine, Had: true}, "other", false},
		{"left the cookie out", server.Ticket{Browser: mine, Had: true}, "", false},
		{"first visit", server.Ticket{Browser: mine}, "mine", true},
		{"refuses cookies", server.Ticket{Browser: mine}, "", true},
		{"first visit, another", server.Ticket{Browser: mine}, "other", false},
	} {
		if got := c.ticket.Fits(server.Fingerprint(c.browser)); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}
