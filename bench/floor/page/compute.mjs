// What package compute does, written by hand as one would in JavaScript.
export function GCD(n) {
  let sum = 0;
  for (let i = 1; i <= n; i++) {
    let a = i * 7 + 3;
    let b = (i % 1000) + 17;
    while (b !== 0) {
      const rest = a % b;
      a = b;
      b = rest;
    }
    sum += a;
  }
  return sum;
}

export function Hash(n) {
  let h = -2128831035;
  for (let i = 0; i < n; i++) {
    h ^= i & 255;
    h = Math.imul(h, 16777619);
  }
  return h;
}

export function ScanInts(size, times) {
  const s = Array.from({ length: size }, (_, i) => i % 7);
  let sum = 0;
  for (let t = 0; t < times; t++) {
    for (let i = 0; i < s.length; i++) sum += s[i];
  }
  return sum;
}

export function ScanInt32s(size, times) {
  const s = Array.from({ length: size }, (_, i) => i % 7);
  let sum = 0;
  for (let t = 0; t < times; t++) {
    for (let i = 0; i < s.length; i++) sum = (sum + s[i]) | 0;
  }
  return sum;
}

export function ScanFloats(size, times) {
  const s = Array.from({ length: size }, (_, i) => (i % 7) / 2);
  let sum = 0;
  for (let t = 0; t < times; t++) {
    for (let i = 0; i < s.length; i++) sum += s[i];
  }
  return sum;
}

export function ScanStrings(size, times) {
  const words = ["red", "green", "blue", "cyan", "pink"];
  const s = Array.from({ length: size }, (_, i) => words[i % words.length]);
  let count = 0;
  for (let t = 0; t < times; t++) {
    for (let i = 0; i < s.length; i++) if (s[i] === "red") count++;
  }
  return count;
}
