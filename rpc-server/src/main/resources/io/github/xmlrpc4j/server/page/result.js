import { copying } from './clipboard.js';
import { codeBlock, element } from './dom.js';
import { notation, xml } from './highlight.js';
import { print } from './notation.js';

const bytes = (text) => `${new TextEncoder().encode(text).length.toLocaleString('en')} bytes`;

/** What came of a call: a value, a fault or a failure, its time, and both bodies. */
export function outcome(exchange) {
  return [verdict(exchange, 'Value'), ...said(exchange), wire(exchange)];
}

/** What came of many calls, but for the values, which are shown beside each. */
export function outcomeOfMany(exchange) {
  return [verdict(exchange, 'Answered'), ...(exchange.value ? [] : said(exchange)), wire(exchange)];
}

function verdict({ fault, failure: failed, status, milliseconds }, good) {
  const kind = failed ? 'failure' : fault ? 'fault' : 'value';
  const title = failed ? 'No XML-RPC answer' : fault ? `Fault ${fault.code}` : good;
  return element(
    'p',
    { class: `verdict ${kind}` },
    element('strong', {}, title),
    element('span', {}, `${milliseconds.toFixed(1)} ms`),
    ...(status ? [element('span', {}, `HTTP ${status}`)] : []),
  );
}

function said({ fault, failure: failed, value }) {
  if (failed) {
    return [failure(failed)];
  }
  return fault ? [element('p', { class: 'said fault' }, fault.text)] : [shownValue(value)];
}

/** Why nothing came of a call. */
export function failure(text) {
  return element('p', { class: 'said fault', role: 'alert' }, text);
}

/** A value, as it is written in the fields. */
export function shownValue(value) {
  const block = codeBlock('Value', ...notation(print(value)));
  block.classList.add('said');
  return block;
}

/** Both bodies of an exchange. */
function wire({ request, response }) {
  return element(
    'details',
    { class: 'wire', open: true },
    element('summary', {}, 'On the wire'),
    element(
      'div',
      { class: 'bodies' },
      body('Request', request),
      ...(response === undefined ? [] : [body('Response', response)]),
    ),
  );
}

function body(label, text) {
  return element(
    'section',
    {},
    element(
      'p',
      { class: 'bar' },
      element('span', {}, label),
      element('span', { class: 'size' }, bytes(text)),
      copying(label, () => text),
    ),
    codeBlock(label, ...xml(text)),
  );
}
