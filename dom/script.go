package dom

import "context"

// LoadScript loads the script at url and waits until it has run. One address is
// loaded once, however often and from wherever it is asked for; a load that failed
// may be tried again.
//
// It returns an error if the script cannot be loaded, and ctx's error if ctx ends
// first; the load then goes on. The page's content policy must allow the address,
// and with Trusted Types the policy omg-script.
//
//omg:browser
func LoadScript(ctx context.Context, url string) error {
	loaded := scriptLoads().Get(url)
	if loaded.IsUndefined() {
		var err error
		if loaded, err = startScript(url); err != nil {
			return err
		}
	}
	result, err := loaded.Await(ctx)
	if err == nil && !result.Bool() {
		return Error{newError("cannot load the script " + url)}
	}
	return err
}

// scriptLoads are the promises of what was loaded, kept by the page.
//
//omg:browser
func scriptLoads() Value {
	loads := document().Get("omgScripts")
	if loads.IsUndefined() {
		loads = NewObject()
		document().Set("omgScripts", loads)
	}
	return loads
}

// startScript makes the promise of whether the script could be loaded, which is
// kept until it could not.
//
//omg:browser
func startScript(url string) (loaded Value, err error) {
	s := Create("script")
	if err := Try(func() { s.raw().Set("src", trusted(url)) }); err != nil {
		return Value{}, err
	}
	loaded = newPromise(func(resolve, reject func(x Value)) {
		s.On("load", func(Event) { resolve(Of(true)) })
		s.On("error", func(Event) {
			scriptLoads().Delete(url)
			s.Remove()
			resolve(Of(false))
		})
	})
	scriptLoads().Set(url, loaded)
	Head().Append(s)
	return loaded, nil
}

// trusted is url as a page takes it for a script. Where Trusted Types are on, that
// needs a policy, which the page's content policy has to allow by its name.
//
//omg:browser
func trusted(url string) Value {
	types := Global().Get("trustedTypes")
	if types.IsUndefined() {
		return Of(url)
	}
	policy := document().Get("omgScriptPolicy")
	if policy.IsUndefined() {
		rules := NewObject()
		rules.Set("createScriptURL", FuncOf(func(_ Value, args []Value) any { return args[0] }))
		policy = types.Call("createPolicy", "omg-script", rules)
		document().Set("omgScriptPolicy", policy)
	}
	return policy.Call("createScriptURL", url)
}
