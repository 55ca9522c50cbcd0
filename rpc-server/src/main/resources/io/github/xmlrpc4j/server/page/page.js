/** Makes of the documentation a page that calls: a search, and a form for each function. */
import { button } from './dom.js';
import { CallForm } from './form.js';
import { search } from './search.js';
import { Tray } from './tray.js';

const articles = [...document.querySelectorAll('article.function')];
const tray = articles.some((article) => article.dataset.name === 'system.multicall') ? new Tray() : null;

for (const article of articles) {
  addForm(article);
}
document.querySelector('header.top').append(search(articles));
if (tray) {
  document.body.append(tray.element);
}

/** The form is made when it is wanted: a server can have many functions. */
function addForm(article) {
  const name = article.dataset.name;
  let form = null;
  const opening = button('Try it', {
    class: 'try',
    'aria-expanded': 'false',
    'aria-label': `Try ${name}`,
    onclick: toggle,
  });

  function toggle() {
    form ??= newForm();
    const isOpen = opening.getAttribute('aria-expanded') === 'true';
    opening.setAttribute('aria-expanded', String(!isOpen));
    opening.textContent = isOpen ? 'Try it' : 'Close';
    form.element.hidden = isOpen;
    if (!isOpen) {
      form.focus();
    }
  }

  function newForm() {
    const signatures = [...article.querySelectorAll('[data-types]')].map((item) => item.dataset.types.split(' '));
    const made = new CallForm(name, signatures, tray);
    made.element.hidden = true;
    article.append(made.element);
    return made;
  }

  article.querySelector('h2').after(opening);
}
