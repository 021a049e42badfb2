function main$main() {
}
function main$empty() {
	return $nil;
}
function main$join(a, b) {
	return $appendAll(a, "", b);
}
function main$keepsLists() {
	return ([]).concat(([]));
}
