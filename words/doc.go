// Package words has the stock words of the ready-made widgets in the languages of
// their readers: "Close", "Loading…", "3 more".
//
//	words.Add("de", words.Table{
//		"Close":   "Schließen",
//		"%d more": "%d weitere",
//	})
//
//	words.In(ctx, "Close") // of the page's language, or "Close"
//
// A word's name is the English word itself. What a table lacks is looked for in
// the table of the wider language ("de" for "de-AT"), then said in English: a
// missing word is seen, not blank. The language is the page's, from the lang of
// its html element; package server puts it into the context.
//
// Names of a program's own may stand in the same tables.
package words
