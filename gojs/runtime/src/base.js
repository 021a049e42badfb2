// A value in an interface that cannot stand for itself.
class $Boxed { constructor(v) { this.v = v; } }

// The descriptor of a type: its name, kind (as in package reflect), whether it
// is named and comparable, and its parts, which are made when asked for.
class $Type {
	constructor(name, kind, named, comparable, lazy) {
		this.name = name; this.kind = kind; this.named = named; this.comparable = comparable; this.lazy = lazy;
		this.box = class extends $Boxed {};
		this.box.prototype.$t = this;
	}
	get parts() { return this.known ??= this.lazy ? this.lazy() : {}; }
}

const $t_bool = new $Type("bool", 1, 1, 1);
const $t_int = new $Type("int", 2, 1, 1);
const $t_int8 = new $Type("int8", 3, 1, 1);
const $t_int16 = new $Type("int16", 4, 1, 1);
const $t_int32 = new $Type("int32", 5, 1, 1);
const $t_int64 = new $Type("int64", 6, 1, 1);
const $t_uint = new $Type("uint", 7, 1, 1);
const $t_uint8 = new $Type("uint8", 8, 1, 1);
const $t_uint16 = new $Type("uint16", 9, 1, 1);
const $t_uint32 = new $Type("uint32", 10, 1, 1);
const $t_uint64 = new $Type("uint64", 11, 1, 1);
const $t_uintptr = new $Type("uintptr", 12, 1, 1);
const $t_float32 = new $Type("float32", 13, 1, 1);
const $t_float64 = new $Type("float64", 14, 1, 1);
const $t_complex64 = new $Type("complex64", 15, 1, 1);
const $t_complex128 = new $Type("complex128", 16, 1, 1);
const $t_string = new $Type("string", 24, 1, 1);
const $t_unsafe_Pointer = new $Type("unsafe.Pointer", 26, 1, 1);
const $t_Pointer = $t_unsafe_Pointer;

// Gives a class of the runtime a type and signatures, so that assertions work.
function $nativeType(cls, name, methods, ...fields) {
	const t = new $Type(name, 22, 0, 1, () => ({ e: new $Type(name.replace(/^\*/, ""), 25, 1, 1, () => ({ f: fields, o: !fields.length })) }));
	cls.prototype.$t = t;
	for (const m in methods) cls.prototype[m].$s = methods[m];
	return t;
}
