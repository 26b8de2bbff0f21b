// Fails when a page would load more than it may: what enters first, and each chunk that comes later.
import { readdirSync, readFileSync, statSync } from "node:fs";

const ENTRY_JS_BR = 200_000;
const ENTRY_CSS_BR = 20_000;
const CHUNK_GZ = 110_000;

const folder = new URL("../../src/gateway/static/admin/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("manifest.json", folder), "utf8"));
const size = (file, suffix) => statSync(new URL(file + suffix, folder)).size;

const first = new Set();
const styles = new Set();
const visit = (key) => {
  const chunk = manifest[key];
  if (!chunk || first.has(chunk.file)) return;
  first.add(chunk.file);
  for (const css of chunk.css ?? []) styles.add(css);
  for (const imported of chunk.imports ?? []) visit(imported);
};
visit("index.html");

const sum = (files, suffix) => [...files].reduce((total, file) => total + size(file, suffix), 0);
const findings = [
  ["entry JavaScript, brotli", sum(first, ".br"), ENTRY_JS_BR],
  ["entry CSS, brotli", sum(styles, ".br"), ENTRY_CSS_BR],
];
const later = readdirSync(new URL("assets/", folder))
  .filter((name) => name.endsWith(".js") && !first.has(`assets/${name}`))
  .map((name) => [`chunk ${name}, gzip`, size(`assets/${name}`, ".gz"), CHUNK_GZ])
  .sort((a, b) => b[1] - a[1]);
findings.push(...later.slice(0, 1), ...later.slice(1).filter(([, bytes, limit]) => bytes > limit));

let over = false;
for (const [what, bytes, limit] of findings) {
  over ||= bytes > limit;
  console.log(`${bytes > limit ? "OVER" : "ok  "} ${what}: ${bytes} of ${limit} bytes`);
}
process.exit(over ? 1 : 0);
