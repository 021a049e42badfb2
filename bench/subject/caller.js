import { call } from "omg";

// start lets the measuring script call the backend's echo. The text is as long
// as it takes for the frame to have the size.
export function start() {
  const overhead = '[1000,1000,[1,1000,"Echo",""]]'.length;
  const texts = new Map();
  globalThis.bench.ours = (size) => {
    if (!texts.has(size)) texts.set(size, "x".repeat(size - overhead));
    return call("Echo", texts.get(size));
  };
}
