import { parseScaled } from '../../../../kernel/decimal.ts';
import { yuan } from '../../../../kernel/money.ts';
import { asPrice, asQuantity, lineAmount } from '../../../../kernel/quantity.ts';
import { isList, isMap, textOf, treeAt, type Tree, type TreeMap } from '../tree.ts';
import { INPUTS } from './inputs.ts';
import { resolved, type Variables } from './resolved.ts';

/** The input of a message: what the file says over what a HIS usually sends. */
export const fillInput = (infno: string, given: TreeMap, variables: Variables): TreeMap => {
  const template = INPUTS[infno] ?? {};
  const filled = Object.fromEntries(
    Object.entries(template).map(([node, usual]) => [node, filledNode(usual, given[node], variables)]),
  );
  return { ...filled, ...Object.fromEntries(Object.entries(given).filter(([node]) => !(node in template))) };
};

const filledNode = (usual: Tree, given: Tree | undefined, variables: Variables): Tree => {
  if (!isList(usual)) {
    const row = isMap(given) ? given : {};
    return merged(usualOf(usual, row, 1, variables), given);
  }
  const [usualRow] = usual;
  if (!isList(given)) return given ?? [];
  if (usualRow === undefined) return given;
  return given.map((row, index) => merged(usualOf(usualRow, row, index + 1, variables), row));
};

/** What is usual for a row: a field whose variable is not there is left out. */
const usualOf = (usual: Tree, given: Tree, number: number, variables: Variables): Tree =>
  resolved(usual, { ...variables, row: reckoned(given, number) }, 'leave-out');

/** What follows from the row itself: its number, its amount, the category of a disease. */
const reckoned = (row: Tree, number: number): TreeMap => {
  const amount = amountOf(row);
  return {
    feedetl_sn: String(number),
    medins_list_codg: `HIS${String(number).padStart(3, '0')}`,
    med_type: textOf(treeAt(row, 'dise_codg')) === undefined ? '11' : '14',
    ...(amount !== undefined && { amount }),
  };
};

/** Quantity × price to 分; undefined where one of them is no such number: then the file says the amount itself. */
const amountOf = (row: Tree): string | undefined => {
  const cnt = parseScaled(textOf(treeAt(row, 'cnt')) ?? '', 4);
  const pric = parseScaled(textOf(treeAt(row, 'pric')) ?? '', 6);
  return cnt === undefined || pric === undefined ? undefined : yuan(lineAmount(asQuantity(cnt), asPrice(pric)));
};

/** The second over the first: objects key by key, everything else whole. */
const merged = (usual: Tree, given: Tree | undefined): Tree => {
  if (given === undefined) return usual;
  if (!isMap(usual) || !isMap(given)) return given;
  const keys = new Set([...Object.keys(usual), ...Object.keys(given)]);
  return Object.fromEntries([...keys].map((key) => [key, merged(usual[key] ?? null, given[key])]));
};

/** The input without a field; `feedetail.0.cnt` names one of a row. */
export const without = (input: Tree, path: string): Tree => {
  const [key = '', ...rest] = path.split('.');
  if (isList(input)) return input.map((row, at) => (String(at) === key ? without(row, rest.join('.')) : row));
  if (!isMap(input)) return input;
  const { [key]: inner, ...others } = input;
  return rest.length === 0 || inner === undefined ? others : { ...input, [key]: without(inner, rest.join('.')) };
};
