import fc, { type Arbitrary } from 'fast-check';
import iconv from 'iconv-lite';
import type { Body } from '../../../src/platform/dispatch/decode-body.ts';

const CONTENT_TYPES = [
  'application/json',
  'application/json;charset=GBK',
  'application/x-www-form-urlencoded',
  'text/xml',
  '',
];

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Some bytes of a good message taken out, put in or turned over. */
const damaged = (message: string): Arbitrary<Uint8Array> =>
  fc.tuple(fc.nat(message.length), fc.nat(20), fc.uint8Array({ maxLength: 8 })).map(([at, length, replacement]) => {
    const bytes = [...bytesOf(message)];
    bytes.splice(at, length, ...replacement);
    return Uint8Array.from(bytes);
  });

const NASTY = [
  '{"__proto__":{"infno":"2207"},"infno":"2207"}', '{"infno":"2207","infno":"2208"}', '"{\\"infno\\":\\"1101\\"}"',
  '{"infno":["2207"],"msgid":{"a":1},"input":[]}', '{"infno":"toString","input":{}}', '{"infno":"__proto__"}',
  '[]', 'null',
  '{"infno":1101,"input":{"data":null}}', '\ufeff{"infno":"1101"}', `${'['.repeat(5000)}`,
  `{"infno":${'9'.repeat(5000)}}`,
  `{"infno":"2204","msgid":"M","input":${'{"a":'.repeat(80)}1${'}'.repeat(80)}}`, 'input=%7B%7D&infno=1101', '%',
]; // prettier-ignore

/**
 * Bodies of all kinds: noise, any JSON, good messages damaged, cut, in GBK, in a form. `messages` are good JSON
 * texts.
 */
export const rawBodies = (messages: readonly string[]): Arbitrary<Body> => {
  const message = fc.constantFrom(...messages);
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json({ maxDepth: 4 }).map(bytesOf),
    fc.constantFrom(...NASTY).map(bytesOf),
    message.chain(damaged),
    message.map((text) => Uint8Array.from(iconv.encode(text, 'gbk'))),
    message.map((text) => bytesOf(`data=${encodeURIComponent(text)}`)),
    message.map((text) => bytesOf(JSON.stringify(text))),
  );
  return fc.record({ bytes, contentType: fc.constantFrom(...CONTENT_TYPES) });
};
