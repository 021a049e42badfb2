package dialog

import (
	"context"
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/omg-go/omg/words"
)

// valid checks what a browser checks of a field too: an answer is the page's
// word and no more.
func (f *field) valid(ctx context.Context, text string) error {
	if text == "" {
		if f.Required {
			return says(ctx, "Please fill in this field.")
		}
		return nil
	}
	switch {
	case f.MaxLength > 0 && utf8.RuneCountInString(text) > f.MaxLength:
		return says(ctx, "Please use at most %d characters.", f.MaxLength)
	case f.pattern != nil && !f.pattern.MatchString(text):
		return says(ctx, "Please match the requested format.")
	}
	return f.validType(ctx, text)
}

func (f *field) validType(ctx context.Context, text string) error {
	switch f.Type {
	case Email:
		if a, err := mail.ParseAddress(text); err != nil || a.Address != text {
			return says(ctx, "Please enter an email address.")
		}
	case URL:
		if u, err := url.Parse(text); err != nil || u.Scheme == "" {
			return says(ctx, "Please enter a URL.")
		}
	case Number:
		return f.validNumber(ctx, text)
	case Date:
		return f.validDate(ctx, text)
	case Select, Radio:
		if !slices.ContainsFunc(f.Options, func(o Option) bool { return o.Value == text }) {
			return says(ctx, "Please choose one of the options.")
		}
	}
	return nil
}

func (f *field) validNumber(ctx context.Context, text string) error {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || n != n {
		return says(ctx, "Please enter a number.")
	}
	if least, err := strconv.ParseFloat(f.Min, 64); err == nil && n < least {
		return says(ctx, "Please enter at least %s.", f.Min)
	}
	if most, err := strconv.ParseFloat(f.Max, 64); err == nil && n > most {
		return says(ctx, "Please enter at most %s.", f.Max)
	}
	return nil
}

func (f *field) validDate(ctx context.Context, text string) error {
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		return says(ctx, "Please enter a date.")
	}
	// Dates in this form compare as texts do.
	if f.Min != "" && text < f.Min {
		return says(ctx, "Please enter %s or later.", f.Min)
	}
	if f.Max != "" && text > f.Max {
		return says(ctx, "Please enter %s or earlier.", f.Max)
	}
	return nil
}

// says is an error in the page's language.
func says(ctx context.Context, english string, args ...any) error {
	text := words.In(ctx, english)
	if len(args) == 0 {
		return errors.New(text)
	}
	return fmt.Errorf(text, args...)
}
