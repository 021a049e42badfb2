package dom

// Log prints to the browser's console what [Of] knows. In go test it prints to the
// test's log.
//
//omg:browser
func Log(args ...any) { log(values(args)) }

// Warn is [Log] for warnings.
//
//omg:browser
func Warn(args ...any) { warn(values(args)) }

// LogError is [Log] for errors.
//
//omg:browser
func LogError(args ...any) { logError(values(args)) }

//omg:js console.log(...$0)
func log(args []Value) { global().Call("console.log", plain(args)...) }

//omg:js console.warn(...$0)
func warn(args []Value) { global().Call("console.warn", plain(args)...) }

//omg:js console.error(...$0)
func logError(args []Value) { global().Call("console.error", plain(args)...) }
