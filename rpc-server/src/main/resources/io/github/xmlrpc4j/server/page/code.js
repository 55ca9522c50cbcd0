import { button, codeBlock, element } from './dom.js';
import { copying } from './clipboard.js';
import { curl, java, python } from './languages.js';

/** The code that makes a call, in each language. */
export function code(call) {
  const written = { curl: curl(call), Python: python(call), Java: java(call) };
  const block = codeBlock('Code');
  const languages = Object.keys(written).map((language) =>
    button(language, { class: 'plain', onclick: () => show(language) }));

  function show(chosen) {
    languages.forEach((language) => {
      language.setAttribute('aria-pressed', String(language.textContent === chosen));
    });
    block.firstChild.textContent = written[chosen];
  }

  show('curl');
  const bar = element(
    'p',
    { class: 'bar' },
    ...languages,
    element('span', { class: 'space' }),
    copying('code', () => block.textContent),
  );
  return [element('section', { class: 'code' }, bar, block)];
}
