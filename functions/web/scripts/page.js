// Makes pages easier for whoever has scripts; without them everything works the same.
{
  // A drawing wider than the screen opens where today is: on a phone the past is not what one looks for.
  for (const drawing of document.querySelectorAll('.wide-drawing')) {
    const today = drawing.querySelector('.today');
    if (!today) continue;
    const middle = drawing.getBoundingClientRect().left + drawing.clientWidth / 2;
    drawing.scrollLeft += today.getBoundingClientRect().left - middle;
  }

  // Sent once is enough: a second press while the answer is on its way does nothing.
  const sent = new WeakSet();
  document.addEventListener('submit', (event) => {
    const form = event.target;
    // What only asks may be asked again: a download, and then another one.
    if (form.method !== 'post') return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    form.setAttribute('aria-busy', 'true');
  });
  // Back from the next page, as the browser kept it: the form may be sent again.
  const release = () => {
    for (const form of document.forms) {
      sent.delete(form);
      form.removeAttribute('aria-busy');
    }
  };
  window.addEventListener('pageshow', release);
  window.addEventListener('focus', release);
}
