import { posix } from 'node:path';
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';

/**
 * A reader of OFD files of its own, written from the structure of GB/T 33190-2016 and not from the writer: package
 * (7.1), document root and resources (7.5–7.9), pages and layers (7.7), text and path objects (9,
 * 11), attachments (18).
 */
export type OfdDocument = {
  readonly docId: string | undefined;
  readonly pages: readonly OfdPage[];
  /** By the name in the list of attachments. */
  readonly attachments: ReadonlyMap<string, string>;
  /** What breaks the standard. */
  readonly faults: readonly string[];
};

export type OfdText = { readonly text: string; readonly size: number; readonly boundary: readonly number[] };
export type OfdPage = {
  readonly box: readonly number[];
  readonly texts: readonly OfdText[];
  /** Path data of filled paths. */
  readonly fills: readonly string[];
};

const NAMESPACE = 'http://www.ofdspec.org/2016';

type Element = {
  readonly tag: string;
  readonly uri: string;
  readonly at: Readonly<Record<string, string>>;
  readonly inner: Element[];
  body: string;
};

const entriesOf = async (file: Uint8Array): Promise<Map<string, string>> => {
  const options = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true, decodeStrings: true } as const;
  const zip = await yauzl.fromBufferPromise(Buffer.from(file), options);
  const entries = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    entries.set(entry.fileName, Buffer.concat(parts).toString('utf8'));
  }
  return entries;
};

const treeOf = (text: string): Element => {
  const parser = new SaxesParser({ xmlns: true });
  const top: Element = { tag: '', uri: '', at: {}, inner: [], body: '' };
  const stack = [top];
  parser.on('opentag', ({ local, uri, attributes }) => {
    const at = Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value]));
    const element: Element = { tag: local, uri, at, inner: [], body: '' };
    stack.at(-1)?.inner.push(element);
    stack.push(element);
  });
  parser.on('text', (more) => {
    const element = stack.at(-1);
    if (element) element.body += more;
  });
  parser.on('closetag', () => void stack.pop());
  parser.write(text).close();
  const [root] = top.inner;
  if (!root) throw new Error('no root element');
  return root;
};

const all = (element: Element, tag: string): Element[] =>
  element.inner.flatMap((one) => [...(one.tag === tag ? [one] : []), ...all(one, tag)]);
const one = (element: Element, tag: string): Element | undefined => all(element, tag)[0];
const numbers = (text: string | undefined): number[] => (text ?? '').trim().split(/\s+/).map(Number);

export const readOfdFile = async (file: Uint8Array): Promise<OfdDocument> => {
  const entries = await entriesOf(file);
  const faults: string[] = [];
  const open = (path: string): Element => {
    const text = entries.get(path);
    if (text === undefined) throw new Error(`the package has no ${path}`);
    const root = treeOf(text);
    if (root.uri !== NAMESPACE) faults.push(`${path} is not in the name space of the standard`);
    return root;
  };
  const beside = (path: string, to: string | undefined) => posix.join(posix.dirname(path), (to ?? '').trim());

  const ofd = open('OFD.xml');
  if (ofd.at['DocType'] !== 'OFD') faults.push('OFD.xml has no DocType OFD');
  const path = beside('OFD.xml', one(ofd, 'DocRoot')?.body);
  const document = open(path);
  const fonts = all(document, 'PublicRes').flatMap(({ body }) => all(open(beside(path, body)), 'Font'));
  const fontIds = new Set(fonts.map(({ at }) => at['ID']));
  const box = numbers(one(document, 'PhysicalBox')?.body);
  const pages = all(document, 'Page').map(({ at }) => pageOf(open(beside(path, at['BaseLoc'])), box, fontIds, faults));
  const largest = Number(one(document, 'MaxUnitID')?.body);
  const ids = [...entries.keys()].filter((name) => name.endsWith('Content.xml')).flatMap((name) => idsOf(open(name)));
  if (new Set(ids).size !== ids.length) faults.push('an ID is used twice');
  if (ids.some((id) => id > largest)) faults.push('an ID is larger than MaxUnitID');
  return { docId: one(ofd, 'DocID')?.body, pages, attachments: attachmentsOf(entries, path, document, open), faults };
};

const idsOf = (element: Element): number[] => [
  ...(element.at['ID'] === undefined ? [] : [Number(element.at['ID'])]),
  ...element.inner.flatMap(idsOf),
];

const pageOf = (page: Element, box: number[], fonts: ReadonlySet<string | undefined>, faults: string[]): OfdPage => {
  const texts = all(page, 'TextObject').map((object): OfdText => {
    const boundary = numbers(object.at['Boundary']);
    if (!fonts.has(object.at['Font'])) faults.push(`text in a font ${object.at['Font']} that no resource names`);
    if (boundary.length !== 4 || boundary.some(Number.isNaN)) faults.push('a text without a boundary');
    const code = one(object, 'TextCode');
    const text = code?.body ?? '';
    const deltas = code?.at['DeltaX'] === undefined ? [] : numbers(code.at['DeltaX']);
    if (deltas.length !== [...text].length - 1) faults.push(`${text}: ${deltas.length} steps between its characters`);
    return { text, size: Number(object.at['Size']), boundary };
  });
  const fills = all(page, 'PathObject')
    .filter(({ at }) => at['Fill'] === 'true')
    .map((object) => one(object, 'AbbreviatedData')?.body ?? '');
  return { box, texts, fills };
};

const attachmentsOf = (
  entries: ReadonlyMap<string, string>,
  path: string,
  document: Element,
  open: (path: string) => Element,
): Map<string, string> => {
  const named = one(document, 'Attachments')?.body.trim();
  if (named === undefined) return new Map();
  const list = posix.join(posix.dirname(path), named);
  return new Map(
    all(open(list), 'Attachment').map((each) => {
      const at = posix.join(posix.dirname(list), (one(each, 'FileLoc')?.body ?? '').trim());
      return [each.at['Name'] ?? '', entries.get(at) ?? ''];
    }),
  );
};
