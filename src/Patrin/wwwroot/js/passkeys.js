// Passkeys: the one thing of this site that needs JavaScript. A form with data-passkey is shown when the browser can do them;
// its button fetches options, asks the device and sends the answer. The form's own token goes with both calls.
(() => {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
  const post = (address, token, body) => fetch(address, {
    method: 'POST', body, headers: { 'RequestVerificationToken': token, 'Content-Type': 'application/json' }, credentials: 'same-origin',
  });

  async function run(form) {
    const token = form.elements.__RequestVerificationToken.value;
    const options = await post(form.dataset.options, token, '{}');
    if (!options.ok) throw new Error(options.status);
    const json = await options.json();
    const made = form.dataset.passkey === 'register'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(json) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(json) });
    const next = form.elements.next?.value;
    const answer = await post(form.dataset.answer + (next ? '?next=' + encodeURIComponent(next) : ''), token, JSON.stringify(made));
    if (!answer.ok) throw new Error(answer.status);
    location.assign((await answer.json()).next);
  }

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const button = form.querySelector('button'), said = form.querySelector('[data-failed]');
    form.hidden = false;
    form.addEventListener('submit', e => e.preventDefault());
    button.addEventListener('click', async () => {
      said.textContent = '';
      button.disabled = true;
      try {
        await run(form);
      } catch {
        said.textContent = said.dataset.failed;
      } finally {
        button.disabled = false;
      }
    });
  }
})();
