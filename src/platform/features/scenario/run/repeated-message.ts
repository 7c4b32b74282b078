import { isMap, textOf, treeAt, type Tree } from '../tree.ts';
import type { Message } from './message.ts';

/** The bytes of an earlier message once more; undefined for a variable that is none. */
export const repeatedMessage = (before: Tree | undefined, fault: string | undefined): Message | undefined => {
  const text = (path: string): string => textOf(treeAt(before, path)) ?? '';
  const [input, headers] = [treeAt(before, 'input'), treeAt(before, 'sent.headers')];
  if (!isMap(input) || !isMap(headers)) return undefined;
  // A fault of the first time was for the first time only.
  const { 'x-kuasheng-fault': _first, ...others } = headers as Readonly<Record<string, string>>;
  return {
    infno: text('infno'),
    msgid: text('msgid'),
    input,
    request: text('sent.request'),
    path: text('sent.path'),
    headers: { ...others, ...(fault !== undefined && { 'x-kuasheng-fault': fault }) },
  };
};
