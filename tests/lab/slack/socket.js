// node socket.js APIURL APPTOKEN : connects in Socket Mode with Slack's own client, says what comes and acknowledges it, one line for each; comes back when it is told
// to leave. Ends with 0 when "stop" is typed to it by a command.
'use strict';

const { SocketModeClient } = require('@slack/socket-mode');

const [slackApiUrl, appToken] = process.argv.slice(2);
const logger = { debug() {}, info() {}, warn() {}, error(...said) { console.error(...said); }, setLevel() {}, setName() {}, getLevel: () => 'error' };
const client = new SocketModeClient({ appToken, logger, clientPingTimeout: 1000, clientOptions: { slackApiUrl, logger, retryConfig: { retries: 0 } } });

client.on('connected', () => console.log('connected'));
client.on('slack_event', async ({ ack, type, body, retry_num: again, accepts_response_payload: takesAnswer }) => {
  console.log(`${type}: ${body.event?.text ?? body.text ?? body.actions?.[0]?.value} (${again ?? 0})`);
  await (takesAnswer ? ack({ text: `heard ${type}` }) : ack());
  if (body.text === 'stop') {
    await client.disconnect();
    console.log('stopped');
  }
});

client.start().catch((fault) => {
  console.error(fault);
  process.exit(1);
});
