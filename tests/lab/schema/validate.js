// node validate.js SCHEMA JSON... : checks JSON files against a JSON schema (draft 4, 6 or 7). Says "FILE: ok" or each fault with its place.
// Ends with 0 when all are valid, 1 when one is not, 2 when it cannot check.
'use strict';

const fs = require('fs');
const Ajv = require('ajv');
const AjvDraft04 = require('ajv-draft-04');
const addFormats = require('ajv-formats');

const OPTIONS = { allErrors: true, strict: false, allowUnionTypes: true, logger: false };

/**
 * The published Adaptive Card schemas know neither the host's own part nor the charts of Teams: the former is left out before checking, and what
 * other hosts show in place of a chart is checked where it stands.
 */
function withoutHostParts(value) {
  if (Array.isArray(value)) {
    return value
      .map((item) => (String(item?.type ?? '').startsWith('Chart.') ? item.fallback : item))
      .filter((item) => item !== undefined)
      .map(withoutHostParts);
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'msteams').map(([key, item]) => [key, withoutHostParts(item)]));
}

/** The published Adaptive Card 1.6 schema has a few "required": true, as draft 3 had it, which its own draft does not know. */
function withoutOldRequired(schema) {
  if (Array.isArray(schema)) return schema.map(withoutOldRequired);
  if (schema === null || typeof schema !== 'object') return schema;
  const known = Object.entries(schema).filter(([key, value]) => key !== 'required' || typeof value !== 'boolean');
  return Object.fromEntries(known.map(([key, value]) => [key, withoutOldRequired(value)]));
}

function checker(schema) {
  const draft = String(schema.$schema ?? '');
  // ajv 8 takes a root "id" for a mistake; the schemas refer to themselves by "#" only.
  const { id, ...rest } = withoutOldRequired(schema);
  if (draft.includes('draft-04')) return addFormats(new AjvDraft04(OPTIONS)).compile(rest);
  const ajv = addFormats(new Ajv(OPTIONS));
  ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
  return ajv.compile(rest);
}

function isCardSchema(schema) {
  return /adaptivecards?/i.test(`${schema.id ?? ''}${schema.$id ?? ''}`);
}

function main([schemaFile, ...files]) {
  if (!schemaFile || files.length === 0) {
    console.error('node validate.js SCHEMA JSON...');
    return 2;
  }
  const schema = JSON.parse(fs.readFileSync(schemaFile, 'utf8'));
  const check = checker(schema);
  let faults = 0;
  for (const file of files) {
    const data = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (check(isCardSchema(schema) ? withoutHostParts(data) : data)) {
      console.log(`${file}: ok`);
      continue;
    }
    for (const error of check.errors) {
      faults++;
      console.log(`${file}: ${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`);
    }
  }
  return faults === 0 ? 0 : 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (failure) {
  console.error(failure.message);
  process.exitCode = 2;
}
