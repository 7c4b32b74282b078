import { eachFile } from './tree.ts';

const CODE = /^(?!test\/boundaries\/fixture\/)(src|test|scripts|bench|bin)\/.*\.(tsx?|[cm]?js)$/;
const HAND_WRITTEN = /^(?!test\/boundaries\/fixture\/)(src|test|scripts|bench|bin)\/.*(?<!\.gen)\.(tsx?|[cm]?js)$/;
const HAND_WRITTEN_SOURCE = /^src\/.*(?<!\.gen)\.tsx?$/;

const MOST_LINES = 250;
const MOST_CHARACTERS = 120;

/** The words are taken apart here, or this file would be its own offender. */
const UNFINISHED = /\bFIX[M]E\b|\bXX[X]\b|[Nn]ot[ ]implemented|\.on[l]y\(|\.ski[p]\(|\.tod[o]\(/g;
const NAMELESS = /(^|\/)(utils?|helpers?|common|misc)(\/|\.[^/]*$)/;

const lines = (text: string): string[] => text.replace(/\n$/, '').split('\n');

export const tooLong = eachFile(HAND_WRITTEN_SOURCE, (text) => {
  const { length } = lines(text);
  return length > MOST_LINES ? [`${length} lines`] : [];
});

/** Characters are code points: 医 is one. */
export const tooWide = eachFile(HAND_WRITTEN, (text) =>
  lines(text).flatMap((line, index) => ([...line].length > MOST_CHARACTERS ? [`line ${index + 1}`] : [])),
);

export const marksOfUnfinishedWork = eachFile(CODE, (text) => text.match(UNFINISHED) ?? []);

/** A file is named by what it does. */
export const namelessFiles = eachFile(CODE, (_, path) => (NAMELESS.test(path) ? ['says nothing by its name'] : []));
