// node receiver.js SECRET : an app of Bolt's behind Bolt's own HTTP receiver, at a port that it says first. Says what it lets in, one line for each, and acknowledges it.
'use strict';

const { App, HTTPReceiver } = require('@slack/bolt');

const [signingSecret] = process.argv.slice(2);
const logger = { debug() {}, info() {}, warn() {}, error(...said) { console.error(...said); }, setLevel() {}, setName() {}, getLevel: () => 'error' };
const receiver = new HTTPReceiver({ signingSecret, endpoints: '/api/slack', logger });
const app = new App({ receiver, logger, authorize: async () => ({ botToken: 'xoxb-nobody', botId: 'B0BOT', botUserId: 'U0BOT' }) });

app.message(async ({ message, context }) => console.log(`message: ${message.text} (${context.retryNum ?? 0} ${context.retryReason ?? ''})`));
app.event('app_home_opened', async ({ event }) => console.log(`opened: ${event.tab}`));
app.event('team_join', async ({ event }) => console.log(`joined: ${event.user.id}`));
app.action(/.*/, async ({ action, ack }) => {
  console.log(`action: ${action.value}`);
  await ack();
});
app.command(/.*/, async ({ command, ack }) => {
  console.log(`command: ${command.text}`);
  await ack({ response_type: 'ephemeral', text: 'heard' });
});
app.shortcut(/.*/, async ({ shortcut, ack }) => {
  console.log(`shortcut: ${shortcut.callback_id}`);
  await ack();
});
app.view(/.*/, async ({ view, ack }) => {
  console.log(`view: ${view.state.values.input.input.value}`);
  await ack({ response_action: 'clear' });
});

receiver.start({ port: 0, host: '127.0.0.1' }).then((server) => console.log(`listening: ${server.address().port}`), (fault) => {
  console.error(fault);
  process.exit(1);
});
