import { isList, isMap } from '../tree.ts';

/** `${visit.mdtrt_id}`: a name and a path, nothing that is reckoned. */
export const REFERENCE = /\$\{([^}]*)\}/g;

/** What may stand between the braces. */
export const isPlainPath = (text: string): boolean => /^[a-z]\w*(\.\w+)*$/.test(text);

/** Every reference of a value, as it stands between the braces. */
export const referencesIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [...value.matchAll(REFERENCE)].map(([, path = '']) => path);
  if (isList(value)) return value.flatMap(referencesIn);
  return isMap(value) ? Object.values(value).flatMap(referencesIn) : [];
};
