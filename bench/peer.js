// The Bot Framework SDK for JavaScript at the same two turns: "reset" asks how to prove it (a card), "cancel" ends it. Its state is in memory.
const express = require('express');
const builder = require('botbuilder');
const dialogs = require('botbuilder-dialogs');

const adapter = new builder.CloudAdapter(new builder.ConfigurationBotFrameworkAuthentication({}));
const state = new builder.ConversationState(new builder.MemoryStorage());
const known = new dialogs.DialogSet(state.createProperty('dialogs'));
known.add(new dialogs.TextPrompt('answer'));
known.add(new dialogs.WaterfallDialog('reset', [
  step => step.prompt('answer', builder.MessageFactory.attachment(builder.CardFactory.adaptiveCard({
    type: 'AdaptiveCard', version: '1.5',
    body: [
      { type: 'TextBlock', text: 'Reset your password: step 1 of 2', size: 'Large', wrap: true },
      { type: 'TextBlock', text: 'How do you want to show that it is you?', wrap: true }],
    actions: ['E-mail', 'Text message', 'Authenticator app', 'Cancel'].map(title => ({ type: 'Action.Submit', title, data: { value: title } }))
  }))),
  step => step.endDialog()]));

async function turn(context) {
  if (context.activity.type !== 'message') return;
  const dialog = await known.createContext(context);
  if (context.activity.text === 'cancel') {
    await dialog.cancelAllDialogs();
    await context.sendActivity('Cancelled. Nothing was changed.');
  } else {
    await dialog.cancelAllDialogs();
    await dialog.beginDialog('reset');
  }
  await state.saveChanges(context);
}

const web = express();
web.use(express.json());
web.get('/health/live', (_, answer) => answer.sendStatus(200));
web.post('/api/messages', (request, answer) => adapter.process(request, answer, turn));
web.listen(Number(process.argv[2]), '127.0.0.1');
