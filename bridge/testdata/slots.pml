/* Slots of a mirrored object, whose values reach a page by several ways.

   The object lives in one process at a time. When that process goes the object
   is loaded again somewhere else: its incarnation rises and its revisions begin
   anew. A page that holds a twin gets the slot's values
   - in the session's numbered stream, before each call: kept and replayed, with
     what was written into it at the time,
   - within a call that passes the object: the twin is made of it,
   - by themselves, in frames that need not keep their order nor arrive (another
     process may send them; they are not replayed but sent anew).

   To be shown: what the page shows never becomes older; a call that runs finds
   the slot at least as new as it was when the call was made; when all has
   arrived the page shows the newest value.

   A value's age, counted over all incarnations, exists in the model alone. */

#ifndef NI
#define NI 3            /* incarnations */
#endif
#ifndef NR
#define NR 2            /* revisions of each */
#endif
#ifndef NV
#define NV 4            /* values in all */
#endif
#ifndef NK
#define NK 2            /* calls */
#endif
#define AWAY 1          /* how often the page goes away */

/* the object */
byte inc = 1, rev = 1, age = 1;
byte inc_synced = 0, rev_synced = 0;    /* what this page was sent last, whichever way */
byte inc_stream = 0, rev_stream = 0;    /* what it was sent last in the stream: all that a call can count on */

/* the page */
bool twin = false;      /* it holds one */
byte p_inc = 0, p_rev = 0, p_age = 0;
byte p_calls = 0;
bool away = false;
byte times = 0;

/* Values on their way: incarnation, revision, age. Read in any order. */
chan slots = [3] of { byte, byte, byte };
/* The numbered stream: nothing is lost and the order stays. What, a value, and
   for a call the oldest age that it may find. */
mtype = { SLOT, CALL, PASS };           /* PASS is a call that passes the object */
chan stream = [2 * NK] of { mtype, byte, byte, byte, byte };
byte made = 0, passed = 0;

#if defined(M_REVISION_ALONE)
#define NEWER(i, r) (r > p_rev)
#elif defined(M_INCARNATION_ALONE)
#define NEWER(i, r) (i >= p_inc)
#elif defined(M_LAST_WINS)
#define NEWER(i, r) (true)
#else
#define NEWER(i, r) (i > p_inc || (i == p_inc && r > p_rev))
#endif

inline accept(i, r, a) {
  if
  :: NEWER(i, r) ->
       assert(!twin || a >= p_age);          /* a twin never becomes older */
       p_inc = i; p_rev = r; p_age = a
  :: else
  fi
}

#define CHANGED (inc != inc_synced || rev != rev_synced)
#define ALL (age == NV && made == NK)
#define DONE (ALL && p_calls == NK && empty(slots) && !away && !CHANGED)

/* before puts the slot's value in the stream, if that does not have it yet. */
#ifdef M_ONE_MARK
#define BEHIND CHANGED
#else
#define BEHIND (inc != inc_stream || rev != rev_stream)
#endif
inline before() {
  if
  :: BEHIND -> stream!SLOT, inc, rev, age, 0;
       inc_stream = inc; rev_stream = rev;
       inc_synced = inc; rev_synced = rev
  :: else
  fi
}

active proctype object() {
  do
  :: atomic { age < NV && rev < NR -> rev++; age++ }
  :: atomic { age < NV && inc < NI -> inc++; rev = 1; age++ }
  :: atomic { !away && nfull(slots) && CHANGED ->
       slots!inc, rev, age;
       inc_synced = inc; rev_synced = rev }
  /* the last call passes the object at the latest, so that there is a twin */
  :: atomic { made < NK ->
#ifdef M_CALL_FIRST
       if
       :: stream!PASS, inc, rev, age, age; passed = 1
       :: passed || made < NK - 1 -> stream!CALL, 0, 0, 0, age * passed
       fi;
       before();
#else
       before();
       if
       :: stream!PASS, inc, rev, age, age; passed = 1
       :: passed || made < NK - 1 -> stream!CALL, 0, 0, 0, age * passed
       fi;
#endif
       made++ }
  :: atomic { DONE -> assert(p_age == NV); break }
  od
}

active proctype page() {
  mtype t = SLOT; byte i, r, a, floor;
  do
  :: atomic { !away && nempty(slots) ->
       if                                    /* any of those on their way */
       :: slots?i, r, a
       :: len(slots) > 1 -> slots?i, r, a; slots!i, r, a; slots?i, r, a
       fi;
#ifdef M_FORGET_UNHELD
       if :: twin -> accept(i, r, a) :: else fi;
#else
       accept(i, r, a);
#endif
       i = 0; r = 0; a = 0 }
  :: atomic { !away && nempty(stream) ->
       stream?t, i, r, a, floor;
#ifdef M_TWIN_FROM_CALL
       if :: t == PASS && !twin -> p_inc = i; p_rev = r; p_age = a :: else fi;
#endif
       twin = twin || t == PASS;
       if :: t != CALL -> accept(i, r, a) :: else fi;
       if
       :: t != SLOT -> p_calls++;
            assert(p_age >= floor)           /* as new as when the call was made */
       :: else
       fi;
       t = SLOT; i = 0; r = 0; a = 0; floor = 0 }
  :: atomic { DONE -> break }
  od
}

/* The socket drops: values by themselves are lost. On resume the page says what
   it shows, and is sent what is newer. */
active proctype network() {
  byte i, r, a;
  do
  :: atomic { !away && times < AWAY ->
       away = true; times++;
       do
       :: nempty(slots) -> slots?i, r, a
       :: empty(slots) -> break
       od;
       i = 0; r = 0; a = 0 }
  :: atomic { away ->
       away = false;
#ifndef M_NOT_SENT_AGAIN
       inc_synced = p_inc; rev_synced = p_rev
#endif
     }
  :: atomic { DONE -> break }
  od
}
