import { element } from './dom.js';

/** Beyond this nobody reads on, and a browser would take its time. */
const SHOWN = 50_000;

const XML = /(?<tag><[^>]*>)|(?<entity>&[^;\s]+;)|[^<&]+|[<&]/g;
const STRING = /(?<string>"(?:[^"\\]|\\.)*")(?<colon>:)?/;
const NUMBER = /(?<number>-?\b\d[\d.]*(?:[eE][+-]?\d+)?)/;
const WORD = /(?<word>\b[a-zA-Z_][\w.]*\b)(?<name>:)?/;
const NOTATION = new RegExp(`${STRING.source}|${NUMBER.source}|${WORD.source}|[^]`, 'g');

/** XML with its tags told from its text. */
export function xml(text) {
  return shown(text, XML, ({ tag, entity }) => (tag ? 'tag' : entity ? 'entity' : 'text'));
}

/** A value in the notation of notation.js. */
export function notation(text) {
  return shown(text, NOTATION, ({ string, colon, number, word, name }) => {
    if (colon || name) {
      return '';
    }
    return string ? 'string' : number ? 'number' : word ? 'word' : '';
  });
}

function shown(text, pattern, kind) {
  const parts = [];
  for (const match of text.slice(0, SHOWN).matchAll(pattern)) {
    const type = kind(match.groups);
    parts.push(type ? element('span', { class: `x-${type}` }, match[0]) : match[0]);
  }
  if (text.length > SHOWN) {
    parts.push(element('em', {}, `\n… and ${(text.length - SHOWN).toLocaleString('en')} characters more`));
  }
  return parts;
}
