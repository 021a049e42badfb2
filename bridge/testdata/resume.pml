/* Resume of a session over sockets that drop.

   The page opens one socket after another; each attempt has a number from the
   page's memory. HELLO carries that number, a token, and what was received;
   WELCOME answers with a new token and what was received; then both replay what
   the other lacks. See docs/protocol.md.

   The network may cut any socket but the last at any moment. What the page had
   written to it may still reach the server, however late, or not at all; and a
   HELLO may reach it twice, once on a socket that nobody listens to.

   To be shown: every message is delivered once and in order, both ways; the
   owner of the session is never refused; a token that was superseded is never
   accepted; nothing gets stuck (an invalid end state).

   Each M_ flag makes a mistake that must be caught: scripts/spin.sh. */

#ifndef NC
#define NC 3            /* sockets: all but the last are cut */
#endif
#ifndef NM
#define NM 2            /* messages in each direction */
#endif
#define NONE 255
#define GHOST NC        /* the socket of a HELLO's copy */

mtype = { HELLO, WELCOME, DATA, CLOSE };

/* One queue a socket and direction. HELLO: token, received. WELCOME: token,
   received. DATA: number (0: an acknowledgement alone), acknowledgement. */
chan up[NC]   = [NM + 2] of { mtype, byte, byte };
chan down[NC] = [NM + 2] of { mtype, byte, byte };
bool gone[NC];          /* what is left of its upward bytes is lost */

/* the page */
byte socket = NONE;     /* the one it listens to */
byte opened = 0;        /* the number of the newest attempt */
bool welcome = false;   /* it may send */
bool silent = false;    /* it has sent nothing since WELCOME, so its token is not confirmed */
byte token = 1;
byte p_tx = 0, p_written = 0, p_acked = 0, p_rx = 0;

/* the server */
byte link = NONE;
byte attempt = 0;       /* the highest that was accepted */
byte cur = 1, prev = 0, made = 1;
bool confirmed = true;
byte s_tx = 0, s_written = 0, s_acked = 0, s_rx = 0;

/* the copy of a HELLO that is still on its way */
byte copy_attempt = 0, copy_token, copy_rx;
bool copied = false;

#define DONE (p_rx == NM && s_rx == NM)
#define RAISE(x, y) if :: (y) > x -> x = y :: else fi

/* ---- the page ---- */

inline open() {
  socket = opened; opened++; welcome = false;
  up[socket]!HELLO(token, p_rx)
}

inline page_reads() {
  down[socket]?t, a, b;
  if
  :: t == WELCOME ->
       token = a; welcome = true; silent = true;
       RAISE(p_acked, b);
#ifdef M_REPLAY_LATE
       p_written = p_acked + 1;
       if :: p_written > p_tx -> p_written = p_tx :: else fi
#else
       p_written = p_acked
#endif
  :: t == DATA ->
       RAISE(p_acked, b);
       if
       :: a == p_rx + 1 -> p_rx = a
       :: a > p_rx + 1 -> assert(false)      /* a gap */
       :: else                               /* seen already, or no number */
       fi
  :: t == CLOSE -> socket = NONE; welcome = false
  fi
}

active proctype page() {
  mtype t; byte a, b;
  do
  :: atomic { socket == NONE && opened < NC -> open() }
  :: atomic { p_tx < NM -> p_tx++ }
  :: atomic { welcome && p_written < p_tx ->
       p_written++; silent = false;
       if :: gone[socket] :: else -> up[socket]!DATA(p_written, p_rx) fi
#ifdef M_TRIM_ON_WRITE
       ; p_acked = p_written
#endif
     }
  :: atomic { welcome && silent && p_written == p_tx ->
       silent = false;
       if :: gone[socket] :: else -> up[socket]!DATA(0, p_rx) fi }
  :: atomic { socket != NONE && nempty(down[socket]) -> page_reads() }
#ifdef M_STALE_WELCOME
  :: atomic { socket != NONE && socket > 0 && nempty(down[socket - 1]) ->
       down[socket - 1]?t, a, b;
       if :: t == WELCOME -> token = a :: else fi }
#endif
  :: atomic { DONE -> break }
  od
}

/* ---- the server ---- */

#ifdef M_NO_FENCE
#define CURRENT(i) (link != NONE)
#else
#define CURRENT(i) (link == i)
#endif

#if defined(M_NO_ATTEMPT)
#define LATE(n) (false)
#elif defined(M_LATE_IS_BELOW)
#define LATE(n) (n < attempt)
#else
#define LATE(n) (n <= attempt)
#endif

#ifdef M_PREV_FOREVER
#define MINE(k) (k == cur || k == prev)
#else
#define MINE(k) (k == cur || (k == prev && !confirmed))
#endif

/* i is the socket, n its attempt, k its token, r what the page has received */
inline hello(i, n, k, r) {
  if
  :: LATE(n) -> if :: i != GHOST -> down[i]!CLOSE(0, 0) :: else fi
  :: else ->
       assert(MINE(k));                      /* else it would be theft, and the owner loses the session */
       assert(k == cur || !confirmed);
       made++;
#ifdef M_DROP_PREV
       prev = 0;
#else
       prev = k;
#endif
       cur = made; confirmed = false; link = i; attempt = n;
       RAISE(s_acked, r);
       assert(s_acked <= r || n < opened);   /* else what the page lacks is no longer kept */
#ifndef M_REPLAY_FROM_WRITTEN
       s_written = r;
       RAISE(s_written, s_acked);
#endif
       if :: i != GHOST -> down[i]!WELCOME(cur, s_rx) :: else fi
  fi
}

inline frame(i) {
  up[i]?t, a, b;
  if
  :: t == HELLO -> hello(i, i + 1, a, b)
  :: t == DATA && !CURRENT(i)                /* a newer socket took over */
  :: t == DATA && CURRENT(i) ->
       confirmed = true;
       old = prev;
#ifndef M_PREV_FOREVER
       prev = 0;
#endif
       assert(old == 0 || !MINE(old));       /* a thief may have it */
       old = 0;
       RAISE(s_acked, b);
       if
       :: a == s_rx + 1 -> s_rx = a
       :: a > s_rx + 1 -> assert(false)
       :: else
       fi
  fi;
  t = CLOSE; a = 0; b = 0
}

active proctype server() {
  mtype t; byte a, b, old;
  do
  :: atomic { !gone[0] && nempty(up[0]) -> frame(0) }
#if NC > 1
  :: atomic { !gone[1] && nempty(up[1]) -> frame(1) }
#endif
#if NC > 2
  :: atomic { !gone[2] && nempty(up[2]) -> frame(2) }
#endif
#if NC > 3
  :: atomic { !gone[3] && nempty(up[3]) -> frame(3) }
#endif
  :: atomic { copy_attempt > 0 ->
       hello(GHOST, copy_attempt, copy_token, copy_rx);
       copy_attempt = 0; copy_token = 0; copy_rx = 0 }
  :: atomic { s_tx < NM -> s_tx++ }
  :: atomic { link != NONE && s_written < s_tx ->
       s_written++;
       if
       :: link == GHOST                      /* into the void */
       :: link != GHOST -> down[link]!DATA(s_written, s_rx)
       fi
#ifdef M_TRIM_ON_WRITE
       ; s_acked = s_written
#endif
     }
  :: atomic { DONE -> break }
  od
}

/* ---- the network ---- */

active proctype network() {
  mtype t; byte a, b;
  do
  /* a socket is lost: the page hears nothing of it any more */
  :: atomic { socket != NONE && socket < NC - 1 ->
#ifndef M_STALE_WELCOME
       do
       :: nempty(down[socket]) -> down[socket]?t, a, b
       :: empty(down[socket]) -> break
       od;
       t = CLOSE; a = 0; b = 0;
#endif
       socket = NONE; welcome = false; silent = false }
  /* and what it carried upward is, now or later */
  :: atomic { opened > 1 && !gone[0] && socket != 0 -> gone[0] = true;
       do :: nempty(up[0]) -> up[0]?t, a, b :: empty(up[0]) -> break od; t = CLOSE; a = 0; b = 0 }
#if NC > 2
  :: atomic { opened > 2 && !gone[1] && socket != 1 -> gone[1] = true;
       do :: nempty(up[1]) -> up[1]?t, a, b :: empty(up[1]) -> break od; t = CLOSE; a = 0; b = 0 }
#endif
  /* a HELLO is copied on its way */
  :: atomic { !copied && opened < NC && opened > 0 && up[opened - 1]?[HELLO, a, b] ->
       copied = true; copy_attempt = opened;
       up[opened - 1]?<t, copy_token, copy_rx>; t = CLOSE; a = 0; b = 0 }
  :: atomic { DONE -> break }
  od
}
