// node verify.js SECRET FILE... : asks Bolt whether signed requests are Slack's. A file holds JSON {"time","signature","body"}. Says "FILE: yes" or "FILE: no".
'use strict';

const fs = require('fs');
const { isValidSlackRequest } = require('@slack/bolt');

const [secret, ...files] = process.argv.slice(2);
for (const file of files) {
  const { time, signature, body, now } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(time) };
  console.log(`${file}: ${isValidSlackRequest({ signingSecret: secret, body, headers, nowMilliseconds: now * 1000 }) ? 'yes' : 'no'}`);
}
