// node types.js DIRECTORY : checks every Adaptive Card (JSON file) there against the types of Microsoft's Teams SDK, which know the charts that the published
// schema does not. Says how many were checked. Ends with 0 when all are right, 1 when one is not.
'use strict';

const fs = require('fs');
const path = require('path');
const ts = require('typescript');

const [folder] = process.argv.slice(2);
const files = fs.readdirSync(folder).filter((file) => file.endsWith('.json')).sort();
// What the compiler reads stands beside its libraries, so that it finds them.
const source = path.join(__dirname, 'checked.ts');
const lines = files.map((file, index) => `export const m${index}: IAdaptiveCard = ${JSON.stringify(JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')))};`);
const text = `import type { IAdaptiveCard } from '@microsoft/teams.cards';\n${lines.join('\n')}\n`;

const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16, target: ts.ScriptTarget.ES2022 };
const host = ts.createCompilerHost(options);
const read = host.getSourceFile.bind(host);
host.getSourceFile = (name, ...rest) => (path.resolve(name) === source ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true) : read(name, ...rest));
const exists = host.fileExists.bind(host);
host.fileExists = (name) => path.resolve(name) === source || exists(name);
const faults = ts.getPreEmitDiagnostics(ts.createProgram([source], options, host));
for (const fault of faults) {
  const line = fault.file && fault.start !== undefined ? fault.file.getLineAndCharacterOfPosition(fault.start).line : 0;
  console.log(`${files[line - 1] ?? ''}: ${ts.flattenDiagnosticMessageText(fault.messageText, '\n')}`);
}
console.log(`${files.length} checked`);
process.exit(faults.length === 0 ? 0 : 1);
