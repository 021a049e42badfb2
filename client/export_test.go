package client

// Sources lets the tests read the files as they were written.
var Sources = sources
