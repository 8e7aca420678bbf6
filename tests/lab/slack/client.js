// node client.js APIURL TOKEN USER : calls a Web API with Slack's own client, does with it what an app does, and says one line for each step. Ends with 0 when
// Slack's client understood all of it.
'use strict';

const assert = require('assert');
const { WebClient } = require('@slack/web-api');

const [slackApiUrl, token, user] = process.argv.slice(2);
const quiet = { slackApiUrl, retryConfig: { retries: 0 }, logger: { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {}, getLevel: () => 'error' } };
const slack = new WebClient(token, quiet);
const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'A title' } }];

const fails = async (what, call, error) => {
  const fault = await call.then(() => null, (thrown) => thrown);
  assert.ok(fault, `${what} was right`);
  assert.equal(fault.code, 'slack_webapi_platform_error', `${what}: ${fault}`);
  assert.equal(fault.data.error, error, what);
  console.log(`${what}: ${error}`);
  return fault;
};

(async () => {
  const me = await slack.auth.test();
  assert.ok(me.ok && me.team_id && me.user_id);
  console.log('auth.test: ok');
  const info = await slack.users.info({ user, include_locale: true });
  assert.ok(info.user.id === user && info.user.profile.email && info.user.is_email_confirmed);
  console.log('users.info: ok');
  const found = await slack.users.lookupByEmail({ email: info.user.profile.email });
  assert.equal(found.user.id, user);
  console.log('users.lookupByEmail: ok');
  const { channel } = await slack.conversations.open({ users: user });
  assert.match(channel.id, /^D/);
  console.log('conversations.open: ok');
  const posted = await slack.chat.postMessage({ channel: channel.id, text: 'words', blocks });
  assert.ok(posted.ts && posted.channel === channel.id);
  console.log('chat.postMessage: ok');
  const updated = await slack.chat.update({ channel: channel.id, ts: posted.ts, text: 'other words', blocks });
  assert.equal(updated.ts, posted.ts);
  console.log('chat.update: ok');
  const shown = await slack.chat.postEphemeral({ channel: 'C0GENERAL', user, text: 'for you alone' });
  assert.ok(shown.message_ts);
  console.log('chat.postEphemeral: ok');
  const home = await slack.views.publish({ user_id: user, view: { type: 'home', blocks } });
  assert.equal(home.view.type, 'home');
  console.log('views.publish: ok');
  const uploaded = await slack.filesUploadV2({ channel_id: channel.id, file: Buffer.from('words of a file'), filename: 'words.txt', title: 'Words', initial_comment: 'a file' });
  assert.ok(uploaded.ok && uploaded.files.length === 1 && uploaded.files[0].ok);
  console.log('filesUploadV2: ok');

  await fails('a file that was not sent', slack.files.completeUploadExternal({ files: [{ id: 'F0NOTHING' }], channel_id: channel.id }), 'file_not_found');
  await fails('a view that nothing opens', slack.views.open({ trigger_id: '1.2.3', view: { type: 'modal', title: { type: 'plain_text', text: 'A title' }, blocks } }), 'invalid_trigger_id');
  await fails('an unknown person', slack.users.info({ user: 'U0NOBODY' }), 'user_not_found');
  await fails('an address of nobody', slack.users.lookupByEmail({ email: 'nobody@example.org' }), 'users_not_found');
  await fails('an unknown conversation', slack.chat.postMessage({ channel: 'D0NOBODY', text: 'words' }), 'channel_not_found');
  await fails('a message that is not there', slack.chat.update({ channel: channel.id, ts: '1.000001', text: 'words' }), 'message_not_found');
  await fails('blocks beyond a limit', slack.chat.postMessage({ channel: channel.id, text: 'words', blocks: Array(51).fill({ type: 'divider' }) }), 'invalid_blocks');
  await fails('another token', new WebClient('xoxb-another', quiet).auth.test(), 'invalid_auth');
  await fails('no token', new WebClient(undefined, quiet).auth.test(), 'not_authed');
  await fails('no such method', slack.apiCall('chat.shout', {}), 'unknown_method');

  const limited = await new WebClient(token, { ...quiet, rejectRateLimitedCalls: true }).chat.postMessage({ channel: channel.id, text: 'limited' }).then(() => null, (thrown) => thrown);
  assert.equal(limited?.code, 'slack_webapi_rate_limited_error', String(limited));
  assert.ok(limited.retryAfter >= 1);
  console.log(`a limit: after ${limited.retryAfter} s`);
})().catch((fault) => {
  console.error(fault);
  process.exit(1);
});
