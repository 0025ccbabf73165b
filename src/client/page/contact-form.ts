/** Sends the contact form without leaving the page, and says what happened. Without this it is an ordinary form. */

const form = document.querySelector<HTMLFormElement>('[data-contact]');
const status = document.querySelector<HTMLElement>('[data-contact-status]');

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (status) status.textContent = 'Sending…';
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new FormData(form),
      headers: { accept: 'application/json' },
    });
    if (!answer.ok) throw new Error(`${answer.status}`);
    form.reset();
    if (status) status.textContent = 'Sent. Thank you.';
  } catch {
    if (status)
      status.textContent = 'Not sent: the server could not be reached or refused it. Your text is still here.';
  }
});

// A module of its own: its names are not the page's.
export {};
