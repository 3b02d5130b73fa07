// Reads charts as JSON from standard input and answers with what Mermaid's own parser says of each: "" where it is content.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(process.argv[2]);
const { JSDOM } = require("jsdom"); // Mermaid cleans labels with a page's help
globalThis.window = new JSDOM("").window;
globalThis.document = window.document;
const { default: mermaid } = await import(pathToFileURL(require.resolve("mermaid/dist/mermaid.esm.min.mjs")));

let text = "";
for await (const part of process.stdin) text += part;
const answers = {};
for (const [name, chart] of Object.entries(JSON.parse(text))) {
  answers[name] = await mermaid.parse(chart).then(() => "", (error) => String(error.message));
}
process.stdout.write(JSON.stringify(answers));
