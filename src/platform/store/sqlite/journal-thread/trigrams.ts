/**
 * A separator behind every character that is not ASCII: the trigrams of SQLite then hold two Han characters, and a name
 * such as 秦双 can be looked up.
 */
export const spaced = (text: string): string => text.replace(/[^\0-\x7f]/gu, '$&\u0001');

/** More trigrams than this hardly narrow a search. */
const MOST = 8;

/**
 * The query of the index that every text holding this one answers: some of its trigrams, all of them wanted. Undefined
 * for a text that has none.
 */
export const trigramQuery = (text: string): string | undefined => {
  const characters = [...spaced(text).replace(/\u0001$/, '')];
  const trigrams = new Set<string>();
  for (let at = 0; at + 3 <= characters.length; at += 1) trigrams.add(characters.slice(at, at + 3).join(''));
  if (trigrams.size === 0) return undefined;
  return spread([...trigrams])
    .map((trigram) => `"${trigram.replaceAll('"', '""')}"`)
    .join(' AND ');
};

const spread = (trigrams: readonly string[]): string[] => {
  const step = Math.max(1, trigrams.length / MOST);
  return Array.from(
    { length: Math.min(MOST, trigrams.length) },
    (_, index) => trigrams[Math.floor(index * step)] ?? '',
  );
};
