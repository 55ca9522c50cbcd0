/** Documents of XML-RPC: calls written as Python writes them, responses read. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
const TYPES = { i4: 'int', i2: 'int', i1: 'int', float: 'double', dateTime: 'dateTime.iso8601' };

// The parser of XML makes no markup of this page, and the policy's one user is below.
const policy = globalThis.trustedTypes?.createPolicy('xml', { createHTML: (text) => text });

function escape(text) {
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden) {
    const code = forbidden[0].codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
    throw new Error(`XML cannot carry the character U+${code}.`);
  }
  return text.replace(/[&<>\r]/g, (character) => ENTITIES[character]);
}

/** Writes a call: its name and its parameters. */
export function writeCall({ name, params }) {
  const written = params.map((param) => `<param>\n${writeValue(param)}\n</param>\n`).join('');
  return (
    `<?xml version='1.0'?>\n<methodCall>\n<methodName>${escape(name)}</methodName>\n`
    + `<params>\n${written}</params>\n</methodCall>\n`
  );
}

function writeValue({ type, value }) {
  switch (type) {
    case 'array':
      return `<value><array><data>\n${value.map((item) => writeValue(item) + '\n').join('')}</data></array></value>`;
    case 'struct':
      return `<value><struct>\n${value.map(writeMember).join('')}</struct></value>`;
    case 'nil':
      return '<value><nil/></value>';
    default:
      return `<value><${type}>${escape(value)}</${type}></value>`;
  }
}

function writeMember([name, value]) {
  return `<member>\n<name>${escape(name)}</name>\n${writeValue(value)}\n</member>\n`;
}

/** One call of several, as system.multicall takes it. */
export function asStruct({ name, params }) {
  return {
    type: 'struct',
    value: [
      ['methodName', { type: 'string', value: name }],
      ['params', { type: 'array', value: params }],
    ],
  };
}

/** Reads a response: {value}, or {fault: {code, text}}. Throws an Error where it is none. */
export function readResponse(text) {
  const parsed = new DOMParser().parseFromString(policy ? policy.createHTML(text) : text, 'text/xml');
  const root = parsed.documentElement;
  if (parsed.querySelector('parsererror') || root.localName !== 'methodResponse') {
    throw new Error('The answer is no XML-RPC.');
  }
  const value = readValue(root.querySelector('value'));
  return root.firstElementChild.localName === 'fault' ? { fault: asFault(value) } : { value };
}

function readValue(element) {
  const typed = element.firstElementChild;
  if (typed === null) {
    return { type: 'string', value: element.textContent };
  }
  const type = TYPES[typed.localName] ?? typed.localName;
  switch (type) {
    case 'array':
      return { type, value: [...typed.firstElementChild.children].map(readValue) };
    case 'struct':
      return { type, value: [...typed.children].map(readMember) };
    default:
      return { type, value: typed.textContent };
  }
}

function readMember(element) {
  return [element.children[0].textContent, readValue(element.children[1])];
}

/** The fault that a struct says, or null where it says none. */
export function asFault({ type, value }) {
  if (type !== 'struct') {
    return null;
  }
  const members = Object.fromEntries(value);
  return members.faultCode && { code: members.faultCode.value, text: members.faultString?.value ?? '' };
}
