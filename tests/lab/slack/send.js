// node send.js URL SECRET NOW FILE... : sends requests, signed with the code that Bolt checks them with. A file holds JSON {"body","media","time","secret"}: the last two
// are others than NOW and SECRET where a request is stale or forged. Says "FILE: STATUS ANSWER", one line for each. Ends with 1 when Bolt thinks otherwise of one than
// the file's "isRight".
'use strict';

const { createHmac } = require('crypto');
const fs = require('fs');
const path = require('path');
const { isValidSlackRequest } = require('@slack/bolt');

const [url, signingSecret, now, ...files] = process.argv.slice(2);

// No package of Slack's signs: this is what verifySlackRequest compares with.
// https://github.com/slackapi/bolt-js/blob/main/src/receivers/verify-request.ts
const signed = (secret, time, body) => `v0=${createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')}`;

(async () => {
  for (const file of files) {
    const { body, media, time = Number(now), secret = signingSecret, isRight } = JSON.parse(fs.readFileSync(file, 'utf8'));
    const headers = { 'x-slack-request-timestamp': time, 'x-slack-signature': signed(secret, time, body) };
    if (isValidSlackRequest({ signingSecret, body, headers, nowMilliseconds: now * 1000 }) !== isRight) throw new Error(`Bolt thinks otherwise of ${file}`);
    const answer = await fetch(url, { method: 'POST', body, headers: { ...headers, 'x-slack-request-timestamp': String(time), 'content-type': media } });
    console.log(`${path.basename(file)}: ${answer.status} ${await answer.text()}`);
  }
})().catch((fault) => {
  console.error(fault);
  process.exit(1);
});
