import { posix } from 'node:path';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { OFD } from './limits.ts';
import { child, readXml, type XmlElement } from './read-xml.ts';
import { readZip, startsLikeZip, type ZipEntry } from './read-zip.ts';

/** What an OFD layout file carries inside: XML attachments 附件 by name. */
export type InsideLayout = { readonly name: string; readonly bytes: Buffer };

/** Where e-bill software hides the structured XML in an OFD, where no attachment list says so (one public client). */
const HIDDEN = 'einvoice.xml';

/**
 * Takes an OFD (GB/T 33190-2016) apart: OFD.xml names a document, the document its pages, and all of them are there.
 * Answers the XML files that it carries, or why it is no whole OFD.
 */
export const readOfd = async (bytes: Buffer): Promise<Result<readonly InsideLayout[], string>> => {
  const read = await readZip(bytes, OFD, async (entries) => insideOf(await unpackAll(entries)));
  return read.ok ? read.value : read;
};

type Files = ReadonlyMap<string, Buffer>;

const unpackAll = async (entries: readonly ZipEntry[]): Promise<Files> => {
  const files = new Map<string, Buffer>();
  for (const { name, bytes } of entries) if (!name.endsWith('/')) files.set(name, await bytes());
  return files;
};

const insideOf = (files: Files): Result<readonly InsideLayout[], string> => {
  const nested = [...files].find(([, bytes]) => startsLikeZip(bytes));
  if (nested) return fail(`内含压缩包 ${nested[0]}`);
  const root = elementAt(files, 'OFD.xml', 'OFD');
  if (!root.ok) return root;
  const at = child(child(root.value, 'DocBody'), 'DocRoot')?.text.trim();
  if (at === undefined || at === '') return fail('OFD.xml 没有 DocRoot');
  const path = resolved('OFD.xml', at);
  const document = elementAt(files, path, 'Document');
  if (!document.ok) return document;
  const pages = pageFault(files, path, document.value);
  return pages === undefined ? attachments(files, path, document.value) : fail(pages);
};

/** A path of a file of the package, as another file of it names it. */
const resolved = (from: string, to: string): string =>
  to.startsWith('/') ? posix.normalize(to.slice(1)) : posix.normalize(posix.join(posix.dirname(from), to));

const elementAt = (files: Files, path: string, name: string): Result<XmlElement, string> => {
  const bytes = files.get(path);
  if (!bytes) return fail(`没有 ${path}`);
  const xml = readXml(bytes);
  if (!xml.ok) return fail(`${path} ${xml.error}`);
  return xml.value.name === name ? xml : fail(`${path} 的根元素不是 ${name}`);
};

const pageFault = (files: Files, path: string, document: XmlElement): string | undefined => {
  const pages = (child(document, 'Pages')?.children ?? []).filter(({ name }) => name === 'Page');
  if (pages.length === 0) return '没有页面';
  const lost = pages.find(({ attributes }) => !files.has(resolved(path, attributes['BaseLoc'] ?? '')));
  return lost && `缺少页面 ${lost.attributes['BaseLoc'] ?? ''}`;
};

const attachments = (files: Files, path: string, document: XmlElement): Result<readonly InsideLayout[], string> => {
  const listed = listedAttachments(files, path, document);
  if (!listed.ok) return listed;
  const hidden = [...files.keys()].filter((name) => posix.basename(name).toLowerCase() === HIDDEN);
  const names = [...new Set([...listed.value, ...hidden])].filter((name) => name.toLowerCase().endsWith('.xml'));
  return ok(names.flatMap((name) => ({ name, bytes: files.get(name) ?? Buffer.alloc(0) })));
};

const listedAttachments = (files: Files, path: string, document: XmlElement): Result<readonly string[], string> => {
  const at = child(document, 'Attachments')?.text.trim();
  if (at === undefined || at === '') return ok([]);
  const list = resolved(path, at);
  const element = elementAt(files, list, 'Attachments');
  if (!element.ok) return element;
  const named = element.value.children.map((one) => resolved(list, child(one, 'FileLoc')?.text.trim() ?? ''));
  const lost = named.find((name) => !files.has(name));
  return lost === undefined ? ok(named) : fail(`缺少附件 ${lost}`);
};
