import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { decodeText } from '../../../wire/decode-text.ts';
import { inWords, XML_BYTES } from './limits.ts';

/** An element; names without their prefix. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
};

type Open = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string };

/** Deeper, or with more elements, no document of ours is. */
const DEEPEST = 32;
const MOST_ELEMENTS = 60_000;

class Refused extends Error {}

/**
 * Reads XML that may be hostile: no document type, so no entities but the five of XML itself, nothing fetched; size,
 * depth and number of elements are limited. UTF-8, else GBK.
 */
export const readXml = (bytes: Buffer): Result<XmlElement, string> => {
  if (bytes.length > XML_BYTES) return fail(`超过 ${inWords(XML_BYTES)}`);
  try {
    return ok(parse(decodeText(bytes).text.replace(/^\uFEFF/, '')));
  } catch (problem) {
    return fail(problem instanceof Refused ? problem.message : `不是合法的 XML${placeOf(problem)}`);
  }
};

const parse = (text: string): XmlElement => {
  const parser = new SaxesParser();
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  parser.on('doctype', () => {
    throw new Refused('不能含有 DOCTYPE（实体声明）');
  });
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (open.length >= DEEPEST) throw new Refused(`元素嵌套超过 ${DEEPEST} 层`);
    if (count > MOST_ELEMENTS) throw new Refused(`元素多于 ${MOST_ELEMENTS} 个`);
    open.push({ name: localName(name), attributes: { ...attributes }, children: [], text: '' });
  });
  const add = (more: string): void => {
    const element = open.at(-1);
    if (element) element.text += more;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
  });
  parser.write(text).close();
  if (!root) throw new Refused('没有内容');
  return root;
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The place that the parser names: `12:34: unexpected …` */
const placeOf = (problem: unknown): string => {
  const place = /^(\d+):(\d+):/.exec(problem instanceof Error ? problem.message : '');
  return place ? `（第 ${place[1]} 行第 ${place[2]} 列）` : '';
};

/** The first child of that name. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((one) => one.name === name);
