// Package table holds the tables that the tests of widget measure.
package table
