function main$main() {
}
function main$find(grid, want) {
	outer$: for (let i = 0, $1 = grid.l; i < $1; i++) {
		let row = grid.a[grid.o + i];
		for (let j = 0, $2 = row.l; j < $2; j++) {
			switch (true) {
			case row.a[row.o + j] === want:
				return [i, j, null];
			case row.a[row.o + j] < 0:
				continue outer$;
			case row.a[row.o + j] > 1000:
				break outer$;
			}
		}
	}
	return [0, 0, main$errNone];
}
function main$kind(v) {
	{
		const $1 = v;
		if ($1 === null) {
			let v$1 = $1;
			return "nil";
		} else if (typeof $1 === "number" || typeof $1 === "string") {
			let v$1 = $1;
			return "plain";
		} else if ($implements($1, $t_error)) {
			let v$1 = $1;
			return v$1.Error();
		}
	}
	return "other";
}
function main$retry(n) {
	let $1 = 0;
	$2: for (;;) {
		switch ($1) {
		case 0:
		case 1:
			n = $int(n - 1);
			if (n > 0) {
				$1 = 1;
				continue $2;
			}
			return n;
		}
		break;
	}
}
function main$safely(f) {
	let err = null;
	const $f = new $Frame();
	try {
		$f.push($recovering(() => {
			const $rc = $running();
			{
				let r = $recover($rc);
				if (r !== null) {
					err = errors$New("panicked");
				}
			}
		}));
		f();
		err = null;
		return err;
	} catch ($e) {
		$f.panic($e);
	} finally {
		$f.run();
		return err;
	}
}
