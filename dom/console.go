package dom

// Log prints to the browser's console what [Of] knows. In go test it prints to the
// test's log.
//
//omg:js console.log($...)
func Log(args ...any) { global().Call("console.log", values(args)...) }

// Warn is [Log] for warnings.
//
//omg:js console.warn($...)
func Warn(args ...any) { global().Call("console.warn", values(args)...) }

// LogError is [Log] for errors.
//
//omg:js console.error($...)
func LogError(args ...any) { global().Call("console.error", values(args)...) }
