// node oauth.js APIURL AUTHORIZEURL CLIENTID CLIENTSECRET TOKEN : installs an app with Slack's own library for that, renews its tokens with it, exchanges a token that
// does not expire, and says one line for each step. Ends with 0 when Slack's library understood all of it.
'use strict';

const assert = require('assert');
const http = require('http');
const { InstallProvider } = require('@slack/oauth');
const { WebClient } = require('@slack/web-api');

const [slackApiUrl, authorizationUrl, clientId, clientSecret, legacy] = process.argv.slice(2);
const logger = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {}, getLevel: () => 'error' };
const quiet = { slackApiUrl, retryConfig: { retries: 0 }, logger };
const kept = [];
const store = {
  storeInstallation: async (installation) => { kept.push(JSON.parse(JSON.stringify(installation))); },
  fetchInstallation: async () => JSON.parse(JSON.stringify(kept[kept.length - 1])),
  deleteInstallation: async () => {},
};
const installer = new InstallProvider({
  clientId, clientSecret, stateSecret: 'a secret of this check', authorizationUrl, installationStore: store, clientOptions: { slackApiUrl, retryConfig: { retries: 0 } }, logger,
});
const paths = { scopes: ['chat:write', 'users:read'] };
const server = http.createServer((request, response) => (request.url.startsWith('/install')
  ? installer.handleInstallPath(request, response, {}, { ...paths, redirectUri: `http://${request.headers.host}/back` })
  : installer.handleCallback(request, response)));

const step = async (address, cookie) => {
  const answer = await fetch(address, { redirect: 'manual', headers: cookie ? { cookie } : {} });
  return { status: answer.status, to: answer.headers.get('location'), cookie: answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; '), text: await answer.text() };
};

(async () => {
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  const begun = await step(`http://127.0.0.1:${server.address().port}/install`);
  const page = begun.to ?? begun.text.match(/href="([^"]+oauth\/v2\/authorize[^"]+)"/)[1].replaceAll('&amp;', '&');
  const allowed = await step(page);
  assert.equal(allowed.status, 302);
  const done = await step(allowed.to, begun.cookie);
  assert.equal(done.status, 200, done.text);
  assert.equal(kept.length, 1);
  const { team, enterprise, bot, appId, isEnterpriseInstall } = kept[0];
  assert.ok(bot.token && bot.refreshToken && bot.userId && appId && (isEnterpriseInstall ? enterprise.id && !team : team.id));
  assert.deepEqual(bot.scopes, paths.scopes);
  console.log(`installed: ${isEnterpriseInstall ? enterprise.id : team.id}`);

  // Slack's library renews what has less than two hours left.
  kept[0].bot.expiresAt = Math.floor(Date.now() / 1000) + 60;
  const renewed = await installer.authorize({ teamId: team?.id, enterpriseId: enterprise?.id, isEnterpriseInstall });
  assert.equal(kept.length, 2);
  assert.notEqual(renewed.botToken, bot.token);
  assert.ok(kept[1].bot.expiresAt > Date.now() / 1000 + 7200);
  console.log('renewed');
  const slack = new WebClient(renewed.botToken, quiet);
  assert.equal((await slack.auth.test()).team_id, isEnterpriseInstall ? enterprise.id : team.id);
  const fault = await new WebClient(undefined, quiet).oauth.v2.access({ client_id: clientId, client_secret: clientSecret, grant_type: 'refresh_token', refresh_token: bot.refreshToken })
    .then(() => null, (thrown) => thrown);
  assert.equal(fault?.data?.error, 'invalid_refresh_token', String(fault));
  console.log('not renewed twice');
  assert.ok((await slack.auth.revoke()).revoked);
  assert.equal((await slack.auth.test().then(() => null, (thrown) => thrown))?.data?.error, 'token_revoked');
  console.log('revoked');

  // For one of before: once, and what it is exchanged for is renewed like any other.
  const ours = { client_id: clientId, client_secret: clientSecret };
  const client = new WebClient(undefined, quiet);
  const exchanged = await client.oauth.v2.exchange({ ...ours, token: legacy });
  assert.ok(exchanged.access_token.startsWith('xoxe.xoxb-') && exchanged.expires_in === 43200 && exchanged.token_type === 'bot');
  for (const token of [legacy, exchanged.access_token]) assert.ok((await new WebClient(token, quiet).auth.test()).ok);
  assert.equal((await client.oauth.v2.exchange({ ...ours, token: legacy }).then(() => null, (thrown) => thrown))?.data?.error, 'token_already_exchanged');
  assert.ok((await client.oauth.v2.access({ ...ours, grant_type: 'refresh_token', refresh_token: exchanged.refresh_token })).access_token);
  assert.equal((await new WebClient(legacy, quiet).auth.test().then(() => null, (thrown) => thrown))?.data?.error, 'token_expired');
  console.log('exchanged');
  server.close();
})().catch((fault) => {
  console.error(fault);
  process.exit(1);
});
