// Makes or uses a passkey when its button is pressed, and posts what the browser answers with the page's form. Everything about it is decided on the
// server; this only carries bytes. The page gives <form data-passkey="create|get" data-options="WebAuthn Level 3 JSON" data-cancelled data-unsupported>.
(function () {
  'use strict';

  const form = document.querySelector('form[data-passkey]');
  if (!form) return;
  const button = form.querySelector('button[data-start]');
  const status = form.querySelector('[data-status]');

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const named = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  function options() {
    const given = JSON.parse(form.dataset.options);
    given.challenge = bytes(given.challenge);
    if (given.user) given.user.id = bytes(given.user.id);
    if (given.excludeCredentials) given.excludeCredentials = named(given.excludeCredentials);
    if (given.allowCredentials) given.allowCredentials = named(given.allowCredentials);
    return given;
  }

  function answer(credential) {
    const given = credential.response;
    const response = { clientDataJSON: text(given.clientDataJSON) };
    if (given.attestationObject) {
      response.attestationObject = text(given.attestationObject);
      response.transports = given.getTransports ? given.getTransports() : [];
    } else {
      response.authenticatorData = text(given.authenticatorData);
      response.signature = text(given.signature);
      if (given.userHandle) response.userHandle = text(given.userHandle);
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
      response,
    });
  }

  async function start() {
    button.disabled = true;
    status.textContent = '';
    try {
      const publicKey = options();
      const credential = form.dataset.passkey === 'create'
        ? await navigator.credentials.create({ publicKey })
        : await navigator.credentials.get({ publicKey });
      form.elements.credential.value = answer(credential);
      form.submit();
    } catch (fault) {
      // The person said no, took too long, or this device has none: the same name for all, so that a site learns nothing.
      status.textContent = fault.name === 'InvalidStateError' ? form.dataset.already : form.dataset.cancelled;
      button.disabled = false;
    }
  }

  if (!window.PublicKeyCredential || !navigator.credentials) {
    status.textContent = form.dataset.unsupported;
    return;
  }

  button.hidden = false;
  button.addEventListener('click', start);
})();
