/**
 * Values as text that people write: JSON, where 7 is an int, 7.0 a double and null a nil, with the
 * types that JSON lacks written as date("2026-11-21T12:00:00"), base64("aGk="), i8(7).
 *
 * A value is {type, value}: text for scalars, as on the wire; values for an array; pairs of a name
 * and a value for a struct, in order.
 */
const INT = { min: -(2n ** 31n), max: 2n ** 31n - 1n };
const I8 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };
const NARROW = 72;
const ESCAPES = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** A string, a number, a word or a sign; or the end. */
const TOKEN =
  /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([+-]?[\d.][\w.]*(?:(?<=[eE])[+-]\d+)?)|([A-Za-z_][\w.-]*)|([[\]{}(),:])|$)/suy;

const whole = (range) => (text) => {
  const digits = text.replace(/^\+/, '');
  return /^-?\d+$/.test(digits) && isIn(range, BigInt(digits)) ? digits : null;
};

const isIn = (range, number) => range.min <= number && number <= range.max;

/** Makes scalars of text, by type; null where the text is none of that type. */
const SCALARS = {
  int: whole(INT),
  i8: whole(I8),
  double: (text) => (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text)) ? text : null),
  boolean: (text) => ({ true: '1', false: '0' })[text] ?? null,
  string: (text) => text,
  'dateTime.iso8601': (text) => {
    const match = /^(\d{4})-?(\d\d)-?(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.0+)?)?$/.exec(text);
    return match && `${match[1]}${match[2]}${match[3]}T${match[4]}:${match[5]}:${match[6] ?? '00'}`;
  },
  base64: (text) => (/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text) ? text.replace(/\s/g, '') : null),
};

const HINTS = {
  int: 'a whole number from -2147483648 to 2147483647',
  i8: 'a whole number of 64 bits',
  double: 'a number, as 1.5',
  boolean: 'true or false',
  'dateTime.iso8601': 'a date and a time, as 2026-11-21T12:00:00',
  base64: 'base64',
};

const NAMES = { date: 'dateTime.iso8601', i8: 'i8', int: 'int', double: 'double', base64: 'base64', string: 'string' };

/** A scalar of a type, out of the text in a field. Throws an Error that says what is expected. */
export function scalar(type, text) {
  const value = SCALARS[type](type === 'string' ? text : text.trim());
  if (value === null) {
    throw new Error(`Expected ${HINTS[type]}.`);
  }
  return { type, value };
}

export const NIL = { type: 'nil', value: '' };

/** Reads one value. Throws an Error that says what is wrong, and in which line and column. */
export function parse(text) {
  const token = new RegExp(TOKEN);
  let at = 0;
  let string;
  let number;
  let word;
  let sign;

  function next() {
    at = token.lastIndex;
    const match = token.exec(text);
    if (match === null) {
      fail('something that is no value');
    }
    [, string, number, word, sign] = match;
    at += match[0].search(/\S|$/);
  }

  function fail(what) {
    const before = text.slice(0, at).split('\n');
    throw new Error(`Line ${before.length}, column ${before.at(-1).length + 1}: ${what}.`);
  }

  function expect(wanted) {
    if (sign !== wanted) {
      fail(`expected ${wanted}`);
    }
    next();
  }

  function take(result) {
    next();
    return result;
  }

  function unquoted() {
    return string.slice(1, -1).replace(/\\(?:u([\da-f]{4})|(.))/gisu, (all, code, character) =>
      code ? String.fromCharCode(parseInt(code, 16)) : (ESCAPES[character] ?? character));
  }

  function value() {
    if (string !== undefined) {
      return take({ type: 'string', value: unquoted() });
    }
    if (number !== undefined) {
      const type = /^[+-]?\d+$/.test(number) ? (SCALARS.int(number) === null ? 'i8' : 'int') : 'double';
      return take(checked(type, number));
    }
    if (word !== undefined) {
      return named();
    }
    if (sign === '[') {
      return { type: 'array', value: list(']', value) };
    }
    if (sign === '{') {
      return { type: 'struct', value: list('}', member) };
    }
    return fail(sign === undefined ? 'the text ends where a value should stand' : `${sign} where a value should stand`);
  }

  function checked(type, content) {
    try {
      return scalar(type, content);
    } catch (problem) {
      return fail(problem.message.replace(/^E(.*)\.$/, 'e$1'));
    }
  }

  function named() {
    if (word === 'true' || word === 'false') {
      return take({ type: 'boolean', value: word === 'true' ? '1' : '0' });
    }
    if (word === 'null' || word === 'nil') {
      return take(NIL);
    }
    const type = Object.hasOwn(NAMES, word) ? NAMES[word] : fail(`"${word}" should stand in quotes`);
    next();
    expect('(');
    const content = string === undefined ? (number ?? fail('expected a text in quotes or a number')) : unquoted();
    const result = checked(type, content);
    next();
    expect(')');
    return result;
  }

  function member() {
    const name = string === undefined ? (word ?? number ?? fail('expected the name of a member')) : unquoted();
    next();
    expect(':');
    return [name, value()];
  }

  function list(end, item) {
    const items = [];
    next();
    while (sign !== end) {
      items.push(item());
      if (sign !== end) {
        expect(',');
      }
    }
    return take(items);
  }

  next();
  const result = value();
  if (string ?? number ?? word ?? sign) {
    fail('more text behind the value');
  }
  return result;
}

/** Writes a value so that parse reads it again, over several lines where it is long. */
export function print({ type, value }, indent = '') {
  switch (type) {
    case 'array':
      return bracket('[', value.map((item) => print(item, indent + '  ')), ']', indent);
    case 'struct':
      return bracket('{', value.map(([name, item]) => `${key(name)}: ${print(item, indent + '  ')}`), '}', indent);
    case 'int':
      return value;
    case 'i8':
      return SCALARS.int(value) === null ? value : `i8(${value})`;
    case 'double':
      return SCALARS.double(value) === null ? `double("${value}")` : /^[+-]?\d+$/.test(value) ? `${value}.0` : value;
    case 'boolean':
      return value === '1' ? 'true' : 'false';
    case 'nil':
      return 'null';
    case 'string':
      return JSON.stringify(value);
    case 'dateTime.iso8601':
      return `date(${JSON.stringify(value.replace(/^(\d{4})(\d\d)(\d\d)T/, '$1-$2-$3T'))})`;
    default:
      return `${type}(${JSON.stringify(value)})`;
  }
}

const key = (name) => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));

function bracket(open, items, close, indent) {
  const line = open + items.join(', ') + close;
  if (line.length <= NARROW && !line.includes('\n')) {
    return line;
  }
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}${close}`;
}
