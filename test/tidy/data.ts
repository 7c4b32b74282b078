import { parseAllDocuments } from 'yaml';
import { mayBeReal } from '../../src/kernel/identity-number.ts';
import { eachFile } from './tree.ts';

const IDENTITY = /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g;
const WRONG_ON_PURPOSE = 'test/kernel/identity-number.test.ts';

/** Every number of the shape of an identity number is synthetic; the kernel's own test may hold one that is wrong. */
export const identityNumbers = eachFile(/^(?!package-lock\.json$)/, (text, path) =>
  (text.match(IDENTITY) ?? []).filter(
    (number) => number.slice(2, 6) !== '9900' && (path !== WRONG_ON_PURPOSE || mayBeReal(number)),
  ),
);

/** The lock names packages by version and hash, never the address that they came from. */
export const lockedAddresses = eachFile(/^package-lock\.json$/, (text) => text.match(/"resolved": .*/g) ?? []);

/** Paths of somebody's machine. The expression is written so that it does not match itself. */
export const machinePaths = eachFile(
  /^(?!\.ci\/)/,
  (text) => text.match(/\/(?:wor[k]|far[m])\/[\w.-]*|\.\.\/share[d]\b/g) ?? [],
);

export const brokenYaml = eachFile(/^(seeds|scenarios)\/.*\.ya?ml$/, (text) =>
  parseAllDocuments(text).flatMap((document) => document.errors.map((error) => error.message.split('\n')[0] ?? '')),
);
