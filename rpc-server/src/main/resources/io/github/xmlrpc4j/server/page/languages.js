import { ADDRESS } from './endpoint.js';
import { writeCall } from './wire.js';

/** No quote of the shell is left inside the document, whatever its strings say. */
export function curl(call) {
  const document = writeCall(call).replace("<?xml version='1.0'?>\n", '').replaceAll("'", '&#39;');
  return `curl -H 'Content-Type: text/xml' ${quoted(ADDRESS)} --data-binary '${document}'\n`;
}

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

const KEYWORDS = new Set(
  ('False None True and as assert async await break class continue def del elif else except finally for from global if '
    + 'import in is lambda nonlocal not or pass raise return try while with yield').split(' '));

const isPythonName = (name) => name.split('.').every((part) => /^[A-Za-z]\w*$/.test(part) && !KEYWORDS.has(part));

/** A string of JSON is one of Python and of Java too. */
const literal = (text) => JSON.stringify(text);

/** For xmlrpc.client, which needs to be told of 64 bits. */
export function python({ name, params }) {
  const types = typesIn(params);
  const lines = [];
  if (types.has('base64')) {
    lines.push('from base64 import b64decode');
  }
  const names = [
    ...(types.has('dateTime.iso8601') ? ['DateTime'] : []),
    ...(types.has('i8') ? ['Marshaller'] : []),
    'ServerProxy',
  ];
  lines.push(`from xmlrpc.client import ${names.join(', ')}`, '');
  if (types.has('i8')) {
    lines.push('class I8(int):', '    """A 64-bit integer, an extension of XML-RPC."""', '');
    lines.push("Marshaller.dispatch[I8] = lambda self, value, write: write('<value><i8>%d</i8></value>' % value)", '');
  }
  const options = types.has('nil') ? ', allow_none=True' : '';
  lines.push(`proxy = ServerProxy(${literal(ADDRESS)}${options})`);
  const method = isPythonName(name) ? `proxy.${name}` : `getattr(proxy, ${literal(name)})`;
  lines.push(`print(${method}(${params.map(inPython).join(', ')}))`, '');
  return lines.join('\n');
}

function inPython({ type, value }) {
  switch (type) {
    case 'array':
      return `[${value.map(inPython).join(', ')}]`;
    case 'struct':
      return `{${value.map(([name, member]) => `${literal(name)}: ${inPython(member)}`).join(', ')}}`;
    case 'int':
      return value;
    case 'i8':
      return `I8(${value})`;
    case 'double':
      return `float(${literal(value)})`;
    case 'boolean':
      return value === '1' ? 'True' : 'False';
    case 'nil':
      return 'None';
    case 'dateTime.iso8601':
      return `DateTime(${literal(value)})`;
    case 'base64':
      return `b64decode(${literal(value)})`;
    default:
      return literal(value);
  }
}

/** For ServerProxy of xmlrpc4j, in a file that java runs as it is. */
export function java({ name, params }) {
  const types = typesIn(params);
  const extensions = [
    ...(types.has('i8') ? ['Extension.I8'] : []),
    ...(types.has('nil') ? ['Extension.NIL'] : []),
  ];
  const imports = ['io.github.xmlrpc4j.client.ServerProxy'];
  if (extensions.length > 0) {
    imports.push('io.github.xmlrpc4j.wire.Dialect', 'io.github.xmlrpc4j.wire.Extension');
  }
  if (params.length > 0) {
    imports.push('io.github.xmlrpc4j.wire.Value');
  }
  if (types.has('dateTime.iso8601')) {
    imports.push('java.time.LocalDateTime');
  }
  if (types.has('base64')) {
    imports.push('java.util.Base64');
  }
  const proxy = extensions.length === 0
    ? `ServerProxy.to(${literal(ADDRESS)})`
    : `ServerProxy.builder(${literal(ADDRESS)}).dialect(Dialect.LENIENT.writing(${extensions.join(', ')})).build()`;
  const args = [literal(name), ...params.map(inJava)].join(', ');
  return [
    ...imports.map((type) => `import ${type};`),
    '',
    'public final class Call {',
    '  public static void main(String[] args) {',
    `    try (ServerProxy proxy = ${proxy}) {`,
    `      System.out.println(proxy.call(${args}));`,
    '    }',
    '  }',
    '}',
    '',
  ].join('\n');
}

function inJava({ type, value }) {
  switch (type) {
    case 'array':
      return `Value.Array.of(${value.map(inJava).join(', ')})`;
    case 'struct':
      return `Value.Struct.empty()${value.map(([name, member]) => `.with(${literal(name)}, ${inJava(member)})`).join('')}`;
    case 'int':
      return `Value.of(${value})`;
    case 'i8':
      return `Value.of(${value}L)`;
    case 'double':
      return `Value.of(${value}d)`;
    case 'boolean':
      return `Value.of(${value === '1'})`;
    case 'nil':
      return 'Value.nil()';
    case 'dateTime.iso8601':
      return `Value.Time.of(LocalDateTime.parse("${value.replace(/^(\d{4})(\d\d)(\d\d)T/, '$1-$2-$3T')}"))`;
    case 'base64':
      return `Value.Bytes.of(Base64.getDecoder().decode(${literal(value)}))`;
    default:
      return `Value.of(${literal(value)})`;
  }
}

/** The types of values and of all that is in them. */
function typesIn(values) {
  return new Set(values.flatMap(({ type, value }) => [type, ...typesIn(inside(type, value))]));
}

function inside(type, value) {
  return type === 'array' ? value : type === 'struct' ? value.map(([, member]) => member) : [];
}
