// Slack's own Bolt for JavaScript: one chat.postMessage for each event, acknowledged at once. It remembers nothing.
const { App, HTTPReceiver, LogLevel } = require('@slack/bolt');

const [port, signingSecret] = process.argv.slice(2);
const blocks = [
  { type: 'header', text: { type: 'plain_text', text: 'Reset your password' } },
  { type: 'section', text: { type: 'mrkdwn', text: 'Choose how to prove that it is you' } },
  { type: 'actions', elements: [{ type: 'button', action_id: 'email', text: { type: 'plain_text', text: 'E-mail' } }] },
];
const receiver = new HTTPReceiver({
  signingSecret,
  endpoints: ['/api/slack'],
  logLevel: LogLevel.ERROR,
  customRoutes: [{ path: '/health/live', method: ['GET'], handler: (_, response) => response.writeHead(200).end() }],
});
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B1', botUserId: 'U0BOT' }),
  clientOptions: { slackApiUrl: 'http://127.0.0.1:5990/api/' },
  logLevel: LogLevel.ERROR,
});
app.message(async ({ message, client }) => {
  await client.chat.postMessage({ channel: message.channel, text: 'Reset your password', blocks });
});
app.start(Number(port));
