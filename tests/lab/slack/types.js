// node types.js DIRECTORY : checks every JSON file there against Slack's own types with the TypeScript compiler. A file holds the arguments of a method, which its
// name begins with, as in chat.postMessage.Welcome.json; or what goes to a response_url (response.url), answers what was typed into a window (view.submission) or
// answers a command (slash.command). Says how many were right. Ends with 0 when all are, 1 when one is not.
'use strict';

const fs = require('fs');
const path = require('path');
const ts = require('typescript');

const TYPES = {
  'chat.postMessage': 'ChatPostMessageArguments',
  'chat.postEphemeral': 'ChatPostEphemeralArguments',
  'chat.update': 'ChatUpdateArguments',
  'views.publish': 'ViewsPublishArguments',
  'views.open': 'ViewsOpenArguments',
  'views.update': 'ViewsUpdateArguments',
  'files.getUploadURLExternal': 'FilesGetUploadURLExternalArguments',
  'files.completeUploadExternal': 'FilesCompleteUploadExternalArguments',
};
// What apps answer with is typed in Bolt.
const ANSWERS = { 'response.url': 'RespondArguments', 'view.submission': 'ViewResponseAction', 'slash.command': 'RespondArguments' };
// These go as a form, in which Slack's own client writes numbers and lists as JSON.
const FORMS = { 'files.getUploadURLExternal': ['length'], 'files.completeUploadExternal': ['files'] };

const [folder] = process.argv.slice(2);
const files = fs.readdirSync(folder).filter((file) => file.endsWith('.json')).sort();
// Slack's types of this version know no charts: they are checked against what its documentation says, and the rest of the message against the types.
// https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
const CHARTS = `
interface Point { label: string; value: number }
interface Series { name: string; data: Point[] }
interface Axis { categories: string[]; x_label?: string; y_label?: string }
type Chart = { type: 'pie'; segments: Point[] } | { type: 'bar' | 'line' | 'area'; series: Series[]; axis_config: Axis };
interface ChartBlock { type: 'data_visualization'; title: string; chart: Chart; block_id?: string }
`;
const isChart = (block) => block.type === 'data_visualization';

function typed(file, index) {
  const method = file.split('.').slice(0, 2).join('.');
  const type = TYPES[method] ?? ANSWERS[method];
  if (!type) throw new Error(`no type for ${file}`);
  const message = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
  for (const field of FORMS[method] ?? []) if (typeof message[field] === 'string') message[field] = JSON.parse(message[field]);
  const place = message.blocks ? message : message.view ?? {};
  const charts = (place.blocks ?? []).filter(isChart);
  if (charts.length > 0) place.blocks = place.blocks.filter((block) => !isChart(block));
  return `export const m${index}: ${type} = ${JSON.stringify(message)}; export const c${index}: ChartBlock[] = ${JSON.stringify(charts)};`;
}

// What the compiler reads stands beside its libraries, so that it finds them.
const source = path.join(__dirname, 'checked.ts');
const lines = files.map(typed);
const imports = (types, library) => `import type { ${[...new Set(Object.values(types))].join(', ')} } from '${library}';`;
const text = `${imports(TYPES, '@slack/web-api')} ${imports(ANSWERS, '@slack/bolt')}\n${lines.join('\n')}\n${CHARTS}`;

const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16, target: ts.ScriptTarget.ES2022 };
const host = ts.createCompilerHost(options);
const read = host.getSourceFile.bind(host);
host.getSourceFile = (name, ...rest) => (path.resolve(name) === source ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true) : read(name, ...rest));
const exists = host.fileExists.bind(host);
host.fileExists = (name) => path.resolve(name) === source || exists(name);
const program = ts.createProgram([source], options, host);
const faults = ts.getPreEmitDiagnostics(program);
for (const fault of faults) {
  const line = fault.file && fault.start !== undefined ? fault.file.getLineAndCharacterOfPosition(fault.start).line : 0;
  console.log(`${files[line - 1] ?? ''}: ${ts.flattenDiagnosticMessageText(fault.messageText, '\n')}`);
}
console.log(`${files.length} checked`);
process.exit(faults.length === 0 ? 0 : 1);
