package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/youtube/youtubetest"
)

// standin is where the demo's players come from in tests.
var standin *httptest.Server

func TestMain(m *testing.M) {
	standin = httptest.NewServer(youtubetest.New(youtubetest.Options{Errors: map[string]int{nowhere: 100}, Blocked: map[string]bool{bunny: true}, Lengths: map[string]float64{lecture: 3600, bunny: 3600}}))
	browsertest.Main(m)
}

// serve runs the demo for a test.
func serve(t *testing.T, o server.Options) (url string) {
	t.Helper()
	o.Development, o.Log = true, slog.New(slog.DiscardHandler)
	youtubeAt = standin.URL
	app := newApp(o)
	s := httptest.NewServer(app)
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		defer cancel()
		if err := app.Shutdown(ctx); err != nil {
			t.Error(err)
		}
		s.Close()
	})
	return s.URL
}

// soon has pages come back at once, so that a test of many cuts is short.
var soon = server.Options{Limits: bridge.Limits{Jitter: 10 * time.Millisecond}}

func TestEveryTabHasItsOwnCounter(t *testing.T) {
	url := serve(t, server.Options{}) + "/story/counter"
	one := browsertest.Open(t, url)
	two := one.Tab(url)
	one.WaitConnected()
	two.WaitConnected()
	for range 3 {
		one.Click("#increment")
	}
	two.Click("#increment")
	one.WaitText("output", "3")
	two.WaitText("output", "1")
	two.Run("location.reload()") // a page load is always a new session
	two.WaitText("output", "0")
	one.WaitText("output", "3")
}

func TestTabsShareTheSharedCounter(t *testing.T) {
	everyone = Total{}
	url := serve(t, server.Options{}) + "/story/shared"
	one := browsertest.Open(t, url)
	two := one.Tab(url)
	one.WaitConnected()
	two.WaitConnected()
	one.Click("#add")
	two.WaitText("output", "1")
	two.Click("#add")
	one.WaitText("output", "2")
	one.WaitText("#mine", "1")
	if got := browsertest.Open(t, url, browsertest.NoScript()).Text("output"); got != "2" {
		t.Errorf("a third visitor reads %q", got)
	}
}

func TestTodo(t *testing.T) {
	p := browsertest.Open(t, serve(t, server.Options{})+"/story/todo")
	p.WaitConnected()
	p.Click("form [type=submit]")
	p.WaitText("[data-part=problem]", "Say what is to be done.")
	p.Wait(`document.activeElement.id === "title"`)
	p.Type("#title", "Write a test\r")
	p.Wait(`document.querySelectorAll("#items li").length === 3`)
	p.Wait(`document.querySelector("#title").value === ""`)
	p.WaitText("#left", "25 minutes left")
	p.Run(`window.third = document.querySelector("#items li:nth-child(3)")`)
	p.Click("#items li:nth-child(1) input")
	p.WaitText("#left", "20 minutes left")
	p.Click("#sort")
	p.Wait(`document.querySelector("#items li:nth-child(2)") === window.third`)
	p.Click("#items li:nth-child(1) button")
	p.Wait(`document.querySelectorAll("#items li").length === 2`)
	p.Screenshot("todo")
}

func TestClockIsPushed(t *testing.T) {
	p := browsertest.Open(t, serve(t, server.Options{})+"/story/clock")
	p.WaitConnected()
	first := p.Text("time")
	p.Wait(fmt.Sprintf("document.querySelector('time').textContent !== %q", first))
}

func TestCallsBothWays(t *testing.T) {
	p := browsertest.Open(t, serve(t, server.Options{})+"/story/calls", browsertest.Size(800, 600))
	p.WaitConnected()
	p.Click("#look")
	p.Wait(`document.querySelector("#screen").textContent.startsWith("800 × 600")`)
	p.Run(`[...document.querySelectorAll("button")].find((b) => b.textContent === "Lima").click()`)
	p.Wait(`document.querySelector("#report").textContent.startsWith("Sun in Lima, 22.5")`)
	p.Run(`[...document.querySelectorAll("button")].find((b) => b.textContent === "Atlantis").click()`)
	p.Wait(`document.querySelector("#report").textContent.includes("Nobody knows the weather in Atlantis.")`)
}

func TestWireLogComesToRest(t *testing.T) {
	p := browsertest.Open(t, serve(t, server.Options{})+"/story/wire")
	p.WaitConnected()
	for i := range 5 {
		p.Click("#increment")
		p.WaitText("output", strconv.Itoa(i+1))
	}
	p.Wait(`document.querySelectorAll(".frames li").length > 10`)
	// A click is heard, answered and confirmed, and so is the log's drawing of it.
	if n, _ := strconv.Atoi(p.Text(".count")); n > 5*6+10 {
		t.Errorf("%d frames for 5 clicks: the log feeds itself", n)
	}
}

// TestReadsWithoutScript visits everything with JavaScript off.
func TestReadsWithoutScript(t *testing.T) {
	url := serve(t, server.Options{})
	p := browsertest.Open(t, url, browsertest.NoScript())
	if n := p.Count(".cards li a"); n != len(stories) {
		t.Errorf("%d links to %d stories", n, len(stories))
	}
	if n := p.Count("body > noscript"); n != 0 {
		t.Error("the index asks for JavaScript, which it does not need")
	}
	for _, s := range stories {
		p := browsertest.Open(t, url+"/story/"+s.Name, browsertest.NoScript())
		if p.Text("h1") != s.Title || p.Count(".source pre") < 2 || p.Text(".stage") == "" {
			t.Errorf("%s cannot be read: %q", s.Name, p.Text("body"))
		}
		hears := browsertest.Eval[bool](p, `[...document.querySelectorAll(".stage *")].some((e) => e.getAttributeNames().some((n) => n.startsWith("w-")))`)
		if hint := p.Text("body > noscript"); (hint != "") != hears {
			t.Errorf("%s: the hint says %q", s.Name, hint)
		}
	}
}

func TestBannerTellsOfALostConnection(t *testing.T) {
	proxy := browsertest.NewProxy(t, serve(t, soon))
	p := browsertest.Open(t, proxy.URL+"/story/counter", browsertest.Expect("ERR_"), browsertest.Expect("WebSocket"))
	p.WaitConnected()
	if got := p.Text("[data-omg=state]"); got != "" {
		t.Errorf("the banner says %q on a live page", got)
	}
	proxy.Refuse(true)
	proxy.Cut()
	p.Wait(`document.documentElement.dataset.omg === "lost"`)
	p.WaitText("[data-omg=state]", "Connection lost. Trying again…")
	p.Wait(`getComputedStyle(document.querySelector("[data-omg=state]")).opacity === "1"`)
	p.Screenshot("lost")
	p.Click("#increment") // is kept for the server
	proxy.Refuse(false)
	p.WaitConnected()
	p.WaitText("output", "1")
	p.WaitText("[data-omg=state]", "")
}

// cuts is how often the network fails in TestCountsThroughCuts.
const cuts = 300

// clicker clicks all the time, a bit irregularly, and counts.
const clicker = `window.clicks = 0; window.clicking = true;
	(function click() {
		if (!window.clicking) return;
		document.querySelector("#increment").click();
		window.clicks++;
		setTimeout(click, 10 + Math.random() * 10);
	})()`

func TestCountsThroughCuts(t *testing.T) {
	proxy := browsertest.NewProxy(t, serve(t, soon))
	p := browsertest.Open(t, proxy.URL+"/bench/counter", browsertest.Expect("ERR_"), browsertest.Expect("WebSocket"))
	p.WaitConnected()
	p.Run(clicker)
	for done := 0; done < cuts; {
		<-proxy.Opened()
		<-time.After(time.Duration(rand.IntN(20_000)) * time.Microsecond)
		if done += proxy.Cut(); done%10 == 0 {
			p.WaitConnected() // else the page tries less and less often
		}
	}
	p.Run("window.clicking = false")
	p.WaitConnected()
	// The page keeps to its rate, so what has piled up may take a while: as long
	// as it gets less, all is well.
	n, clicks := 0, browsertest.Eval[int](p, "window.clicks")
	for n != clicks {
		p.Wait(fmt.Sprintf("Number(document.querySelector('output').textContent) > %d /* of %d */", n, clicks))
		n, _ = strconv.Atoi(p.Text("output"))
	}
	t.Logf("%d clicks through %d cuts", n, cuts)
	if n < cuts {
		t.Errorf("only %d clicks", n)
	}
}

// TestRows does what js-framework-benchmark does.
func TestRows(t *testing.T) {
	p := browsertest.Open(t, serve(t, server.Options{})+"/bench/rows")
	p.WaitConnected()
	rows := func(n int) { p.Wait(fmt.Sprintf(`document.querySelectorAll("tbody tr").length === %d`, n)) }
	cell := func(row, column int, text string) {
		p.Wait(fmt.Sprintf(`document.querySelector("tbody tr:nth-child(%d) td:nth-child(%d)").textContent === %q`, row, column, text))
	}
	p.Click("#run")
	rows(1000)
	p.Click("#swaprows")
	cell(2, 1, "999")
	cell(999, 1, "2")
	p.Click("#update")
	p.Wait(`document.querySelector("tbody tr:nth-child(11) a").textContent.endsWith(" !!!")`)
	p.Run(`document.querySelector("tbody tr:nth-child(3) td:nth-child(2) a").click()`)
	p.Wait(`document.querySelector("tbody tr:nth-child(3)").className === "danger"`)
	p.Run(`document.querySelector("tbody tr:nth-child(4) td:nth-child(3) a").click()`)
	rows(999)
	p.Click("#add")
	rows(1999)
	p.Click("#clear")
	rows(0)
}

func TestColour(t *testing.T) {
	for source, want := range map[string]string{
		`x := "a<b" // why`: `x := <span class="s">&#34;a&lt;b&#34;</span> <span class="c">// why</span>`,
		"func f(n int)":     `<span class="k">func</span> <span class="f">f</span>(n int)`,
		"<p>it's</p>":       `<span class="k">&lt;p</span><span class="k">&gt;</span>it&#39;s<span class="k">&lt;/p</span><span class="k">&gt;</span>`,
		"n = 1_000":         `n = <span class="n">1_000</span>`,
	} {
		if got := colour(source); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", source, got, want)
		}
	}
}

// TestStoriesHideFromVisitors looks for what only development may show.
func TestStoriesHideFromVisitors(t *testing.T) {
	s := httptest.NewServer(newApp(server.Options{Log: slog.New(slog.DiscardHandler)}))
	defer s.Close()
	res, err := http.Get(s.URL + "/")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	page, _ := io.ReadAll(res.Body)
	if strings.Contains(string(page), "Wire log") {
		t.Error("the index lists the wire log")
	}
	gone, err := http.Get(s.URL + "/story/wire")
	if err != nil {
		t.Fatal(err)
	}
	gone.Body.Close()
	if gone.StatusCode != http.StatusNotFound {
		t.Errorf("the wire log: got %d", gone.StatusCode)
	}
}

// TestRun starts the demo as main does and interrupts it.
func TestRun(t *testing.T) {
	out, in := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- run("127.0.0.1:0", true, in) }()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	var url string
	if _, err := fmt.Sscanf(line, "OMG is alive: %s (stop it with Ctrl-C)\n", &url); err != nil {
		t.Fatalf("%q: %v", line, err)
	}
	res, err := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Get(url)
	if err != nil || res.StatusCode != http.StatusOK {
		t.Fatalf("%s: %v", url, err)
	}
	res.Body.Close()
	self, _ := os.FindProcess(os.Getpid())
	self.Signal(syscall.SIGTERM)
	if err := <-done; err != nil {
		t.Error(err)
	}
	if err := run("nowhere.invalid:0", true, io.Discard); err == nil {
		t.Error("no error for an address that cannot be")
	}
}
