package floor

import (
	"net/http"
	"strconv"

	"github.com/gorilla/websocket"
)

// upgrader is gorilla's zero value, as its documentation shows it.
var upgrader websocket.Upgrader

// Echo sends every message back as it came.
func Echo(w http.ResponseWriter, r *http.Request) {
	c, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // Upgrade has answered
	}
	defer c.Close()
	for {
		kind, message, err := c.ReadMessage()
		if err != nil {
			return
		}
		if c.WriteMessage(kind, message) != nil {
			return
		}
	}
}

// count answers each message with the next number and the place where the page
// shows it.
func count(w http.ResponseWriter, r *http.Request) {
	c, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer c.Close()
	for n := 1; ; n++ {
		if _, _, err := c.ReadMessage(); err != nil {
			return
		}
		frame := append(strconv.AppendInt([]byte(`["n","`), int64(n), 10), `"]`...)
		if c.WriteMessage(websocket.TextMessage, frame) != nil {
			return
		}
	}
}
