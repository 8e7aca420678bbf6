// Says while somebody types which rules a new password meets. It sends nothing anywhere, keeps nothing, and the page works without it.
//
// The page gives:
//   <script type="application/json" id="password-rules">  the rule book of the server, and "texts" in the person's language
//   <li data-rule="minimumLength">                         one for each rule, and data-rule="confirmation"
//   <input name="newPassword"> and <input name="confirmPassword">
//   <p id="offered">                                       a passphrase, if there is one; a button in .choices that asks for another by the form
//                                                          "another"; and <p id="offer-status" role="status">
// The script sets data-state="met" or "unmet" on each rule it can judge (it leaves "guessable", "breached" and "history" to the server), writes
// the state into a visually hidden span for screen readers, sums up in an aria-live paragraph, adds a button that shows and hides each password
// and one that fills in the passphrase, and fetches another passphrase without losing what was typed.
(function () {
  'use strict';

  const MOST_CHARACTERS_SWALLOWED = 1; // by an edit inside a longer password
  const FUZZY_FROM = 5;
  const KEYBOARD_ROWS = ['qwertyuiopå', 'asdfghjklöä', 'zxcvbnm'];
  const LOOK_ALIKES = { 0: 'o', 1: 'l', $: 's', '@': 'a' };

  // ---- The same judgement as on the server; tests run both on the same vectors. ----

  /** Composed, as the server composes it; text with half a surrogate pair stays as it is. */
  function compose(text) {
    return /\p{Cs}/u.test(text) ? text : text.normalize('NFC');
  }

  function lower(character) {
    const one = character.toLowerCase();
    return Array.from(one).length === 1 ? one : character;
  }

  /** In one case, with look-alikes replaced, as a list of characters. */
  function normalise(text) {
    const wellFormed = text.replace(/\p{Cs}/gu, '\uFFFD');
    return Array.from(wellFormed.normalize('NFKC'), (character) => LOOK_ALIKES[character] ?? lower(character));
  }

  function census(text) {
    const characters = Array.from(text);
    const kinds = new Set(characters.map((character) => {
      if (/\p{Ll}/u.test(character)) return 'lower';
      if (/\p{Lu}/u.test(character)) return 'upper';
      return /\p{Nd}/u.test(character) ? 'digit' : 'symbol';
    }));
    const unusable = characters.filter((character) => /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(character)).length;
    const beyondAscii = characters.filter((character) => character < ' ' || character > '~').length;
    return { length: characters.length, classes: kinds.size, unusable, beyondAscii };
  }

  /** Whether at most one character added, dropped or replaced makes text[from, from + length) the word. */
  function oneEditApart(text, from, length, word) {
    if (Math.abs(length - word.length) > 1) return false;
    let start = 0;
    const shorter = Math.min(length, word.length);
    while (start < shorter && text[from + start] === word[start]) start++;
    let end = 0;
    while (end < shorter - start && text[from + length - 1 - end] === word[word.length - 1 - end]) end++;
    return Math.max(length, word.length) - start - end <= 1;
  }

  function same(text, from, word) {
    for (let i = 0; i < word.length; i++) {
      if (text[from + i] !== word[i]) return false;
    }
    return true;
  }

  function stands(text, from, length, word) {
    if (word.length < FUZZY_FROM) return length === word.length && same(text, from, word);
    if (length === word.length) return oneEditApart(text, from, length, word);
    return text[from] === word[0] && text[from + length - 1] === word[word.length - 1] && oneEditApart(text, from, length, word);
  }

  /** One point for every banned word and one for every other character, told no higher than needed. */
  function points(text, words, needed) {
    const longest = words.reduce((most, word) => Math.max(most, word.length), 0);
    if (text.length > (needed - 1) * (longest + MOST_CHARACTERS_SWALLOWED)) return Math.min(text.length, needed);
    if (words.some((word) => oneEditApart(text, 0, text.length, word))) return Math.min(1, needed);
    const fewest = new Array(text.length + 1).fill(0);
    for (let start = text.length - 1; start >= 0; start--) {
      fewest[start] = fewest[start + 1] + 1;
      for (const word of words) {
        for (let length = word.length - 1; length <= Math.min(word.length + 1, text.length - start); length++) {
          if (fewest[start + length] + 1 < fewest[start] && stands(text, start, length, word)) {
            fewest[start] = fewest[start + length] + 1;
          }
        }
      }
    }
    return Math.min(fewest[0], needed);
  }

  function areNeighbours(before, now) {
    return KEYBOARD_ROWS.some((row) => {
      const one = row.indexOf(before);
      const other = row.indexOf(now);
      return one >= 0 && other >= 0 && Math.abs(one - other) === 1;
    });
  }

  /** How many characters do not follow from those before them. */
  function variety(text) {
    const pairs = new Set();
    let count = Math.min(text.length, 1);
    for (let i = 1; i < text.length; i++) {
      const pair = text[i - 1] + text[i];
      const step = Math.abs(text[i].codePointAt(0) - text[i - 1].codePointAt(0));
      if (!pairs.has(pair) && step > 1 && !areNeighbours(text[i - 1], text[i])) count++;
      pairs.add(pair);
    }
    return count;
  }

  const atLeast = (rule, found, needed) => ({ rule, met: found >= needed, found, needed });
  const atMost = (rule, found, needed) => ({ rule, met: found <= needed, found, needed });

  /** What every rule that is not left to the server says to a composed password. */
  function judge(password, rules) {
    const { length, classes, unusable, beyondAscii } = census(password);
    if (length > rules.maximumLength) return [atMost('maximumLength', length, rules.maximumLength)];
    const text = normalise(password);
    const whole = text.join('');
    const words = rules.bannedWords.map((word) => Array.from(word));
    const results = [
      atLeast('minimumLength', length, rules.minimumLength),
      atMost('maximumLength', length, rules.maximumLength),
      atMost('characters', unusable, 0),
    ];
    if (rules.asciiOnly) results.push(atMost('plainCharacters', beyondAscii, 0));
    if (rules.classesRequired > 0) results.push(atLeast('classes', classes, rules.classesRequired));
    results.push(
      atLeast('bannedWords', points(text, words, rules.pointsRequired), rules.pointsRequired),
      atMost('personalNames', rules.names.filter((name) => whole.includes(name)).length, 0),
      atLeast('variety', variety(text), rules.varietyRequired),
    );
    return results;
  }

  const coach = { compose, judge };
  if (typeof module !== 'undefined' && module.exports) module.exports = coach;
  globalThis.resetbotPasswordCoach = coach;

  // ---- The page. ----

  const QUIET_MILLISECONDS = 700; // before a screen reader hears the summary

  function hiddenStatus(item) {
    let status = item.querySelector('.visually-hidden');
    if (!status) {
      status = document.createElement('span');
      status.className = 'visually-hidden';
      item.append(' ', status);
    }
    return status;
  }

  function show(item, met, texts) {
    const state = met === undefined ? '' : met ? 'met' : 'unmet';
    if (state) item.dataset.state = state;
    else delete item.dataset.state;
    hiddenStatus(item).textContent = state ? texts[state] ?? '' : '';
  }

  function summaryOf(list) {
    const given = document.querySelector('[data-password-summary]');
    if (given) return given;
    const summary = document.createElement('p');
    summary.dataset.passwordSummary = '';
    list.after(summary);
    return summary;
  }

  function addToggle(input, texts) {
    if (!texts.show || !texts.hide) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'password-toggle';
    if (input.id) button.setAttribute('aria-controls', input.id);
    const draw = () => { button.textContent = input.type === 'password' ? texts.show : texts.hide; };
    const hide = () => { input.type = 'password'; draw(); };
    button.addEventListener('click', () => { input.type = input.type === 'password' ? 'text' : 'password'; draw(); });
    input.form?.addEventListener('submit', hide); // so that a browser's form history never takes it for plain text
    draw();
    input.after(button);
  }

  /** Fills the passphrase in on a press, and draws another one in place. */
  function addOffer(inputs, texts) {
    const offered = document.getElementById('offered');
    const another = document.getElementById('another');
    const status = document.getElementById('offer-status');
    if (!offered || !another || !status || !texts.use) return;
    const use = document.createElement('button');
    use.type = 'button';
    use.className = 'plain';
    use.textContent = texts.use;
    use.addEventListener('click', () => {
      inputs.forEach((input) => {
        input.value = offered.textContent;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
      status.textContent = texts.used;
    });
    document.querySelector('.choices').prepend(use);

    another.addEventListener('submit', async (event) => {
      event.preventDefault();
      const next = await drawAnother(another);
      if (!next) location.assign(location.pathname); // the page itself says why
      else {
        offered.textContent = next;
        status.textContent = texts.drawn.replace('{phrase}', () => next);
      }
    });
  }

  async function drawAnother(form) {
    const body = new URLSearchParams(new FormData(form));
    body.set('offer', '1');
    try {
      const answer = await fetch(location.pathname, { method: 'POST', body });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      return page.getElementById('offered')?.textContent;
    } catch {
      return null;
    }
  }

  function begin() {
    const block = document.getElementById('password-rules');
    if (!block) return;
    const rules = JSON.parse(block.textContent);
    const texts = rules.texts ?? {};
    document.querySelectorAll('input[type="password"]').forEach((input) => addToggle(input, texts));

    const chosen = document.querySelector('input[name="newPassword"]');
    const confirmed = document.querySelector('input[name="confirmPassword"]');
    const items = Array.from(document.querySelectorAll('li[data-rule]'));
    if (!chosen || items.length === 0) return;
    addOffer([chosen, confirmed].filter(Boolean), texts);
    const summary = summaryOf(items[0].parentElement);
    summary.setAttribute('aria-live', 'polite');
    let timer;

    function refresh() {
      const password = compose(chosen.value);
      const met = new Map();
      if (password !== '') judge(password, rules).forEach((result) => met.set(result.rule, result.met));
      if (confirmed && confirmed.value !== '') met.set('confirmation', compose(confirmed.value) === password);
      items.forEach((item) => show(item, met.get(item.dataset.rule), texts));
      clearTimeout(timer);
      timer = setTimeout(() => sumUp(met), QUIET_MILLISECONDS);
    }

    function sumUp(met) {
      const known = items.filter((item) => met.has(item.dataset.rule));
      const good = known.filter((item) => met.get(item.dataset.rule)).length;
      summary.textContent = known.length === 0 ? '' : (texts.summary ?? '').replace('{met}', String(good)).replace('{all}', String(known.length));
    }

    // What was wrong with the last attempt no longer says anything about this one.
    chosen.addEventListener('input', () => document.querySelector('.error')?.setAttribute('hidden', ''));
    chosen.addEventListener('input', refresh);
    confirmed?.addEventListener('input', refresh);
    // What the server said to the last attempt stays until something is typed.
    if (chosen.value !== '') refresh();
    else items.filter((item) => item.dataset.state).forEach((item) => show(item, item.dataset.state === 'met', texts));
  }

  if (typeof document !== 'undefined') {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
    else begin();
  }
})();
