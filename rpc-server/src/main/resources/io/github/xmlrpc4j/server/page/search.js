import { announce, element } from './dom.js';

/** A field that leaves on the page the functions in whose name or help all its words are. */
export function search(articles) {
  const count = element('p', { class: 'count' });
  const input = element('input', {
    type: 'search',
    placeholder: 'Search functions',
    'aria-label': 'Search functions',
    'aria-keyshortcuts': '/',
    spellcheck: 'false',
    oninput: filter,
    onkeydown: choose,
  });
  const entries = articles.map((article) => ({
    article,
    link: document.querySelector(`.index a[href="#${CSS.escape(article.id)}"]`)?.parentElement,
    text: `${article.dataset.name} ${article.querySelector('.help')?.textContent ?? ''}`.toLowerCase(),
  }));
  const found = () => articles.filter((article) => !article.hidden);

  function filter() {
    const words = input.value.toLowerCase().split(/\s+/);
    for (const { article, link, text } of entries) {
      const isFound = words.every((word) => text.includes(word));
      article.hidden = !isFound;
      link.hidden = !isFound;
    }
    count.textContent = input.value === '' ? '' : `${found().length} of ${articles.length}`;
    announce(`${found().length} of ${articles.length} functions`);
  }

  function choose(event) {
    if (event.key === 'Escape') {
      input.value = '';
      filter();
    } else if (event.key === 'Enter' && found().length > 0) {
      // Or the key would press the button too.
      event.preventDefault();
      location.hash = found()[0].id;
      found()[0].querySelector('.try').focus();
    }
  }

  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !event.target.closest('input, textarea, select')) {
      event.preventDefault();
      input.focus();
    }
  });
  return element('search', { class: 'search' }, input, element('kbd', { 'aria-hidden': 'true' }, '/'), count);
}
