import { element } from './dom.js';
import { NIL, parse, scalar } from './notation.js';

/** The types of parameters that can be given here. */
export const TYPES = ['int', 'i8', 'double', 'boolean', 'string', 'dateTime.iso8601', 'base64', 'array', 'struct', 'nil'];

/**
 * A field for a value of a type: an element, and a function that reads the value or throws an Error
 * which says what is expected.
 */
export function field(type, label, text = '') {
  const attributes = { 'aria-label': label, spellcheck: 'false', autocomplete: 'off' };
  switch (type) {
    case 'boolean':
      return choice(attributes);
    case 'dateTime.iso8601':
      return written(type, element('input', { ...attributes, type: 'datetime-local', step: '1', value: now() }));
    case 'base64':
      return file(element('input', { ...attributes, type: 'file' }));
    case 'array':
    case 'struct':
      return structured(type, area(attributes, text || (type === 'array' ? '[]' : '{}')));
    case 'string':
      return written(type, area(attributes, text));
    case 'nil':
      return { element: element('span', { class: 'nothing' }, 'no value'), read: () => NIL };
    default:
      return written(type, element('input', { ...attributes, type: 'text', inputmode: 'decimal', value: text }));
  }
}

function now() {
  const time = new Date();
  time.setMinutes(time.getMinutes() - time.getTimezoneOffset());
  return time.toISOString().slice(0, 19);
}

function area(attributes, text) {
  return element('textarea', { ...attributes, rows: '1' }, text);
}

function choice(attributes) {
  const select = element('select', attributes, element('option', {}, 'true'), element('option', {}, 'false'));
  return { element: select, read: () => scalar('boolean', select.value) };
}

function written(type, input) {
  return { element: input, read: () => scalar(type, input.value) };
}

function structured(type, input) {
  return {
    element: input,
    read() {
      const value = parse(input.value);
      if (value.type !== type) {
        throw new Error(`Expected ${type === 'array' ? 'an array, as [1, 2.5, "x"]' : 'a struct, as {name: "x"}'}.`);
      }
      return value;
    },
  };
}

function file(input) {
  return {
    element: input,
    async read() {
      if (input.files.length === 0) {
        throw new Error('Expected a file, whose bytes are sent.');
      }
      const reader = new FileReader();
      const done = new Promise((resolve, reject) => {
        reader.onload = resolve;
        reader.onerror = () => reject(new Error('The file cannot be read.'));
      });
      reader.readAsDataURL(input.files[0]);
      await done;
      return { type: 'base64', value: reader.result.slice(reader.result.indexOf(',') + 1) };
    },
  };
}
