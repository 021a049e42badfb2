// Package runtime holds the JavaScript that compiled programs stand on.
//
// It is written as plain files, src/*.js for the language itself and
// ../natives for the standard library. A file is a row of sections: each
// function, class or const at the start of a line is one, and goes to the page
// only if something names it. A comment line that begins with //omg: says more
// about the section that follows:
//
//	//omg:methods Error String   it calls these methods dynamically
//	//omg:when $Error $Type      it is wanted when both of these are there
//	//omg:callback               it calls a function argument at once: the argument may not wait
package runtime
