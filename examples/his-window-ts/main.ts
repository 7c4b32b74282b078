import { setTimeout as sleep } from 'node:timers/promises';
import { patientOf, windowOf } from './from-environment.ts';
import { settlePatient } from './settle-patient.ts';

/** Settles one patient. Ends with 0; with 3 where the outcome is still unknown and a person must look. */
const given = { words: process.argv.slice(2), env: process.env };
const window = windowOf(given, { millis: () => Date.now(), sleep }, (text) => console.error(text));
const { state, text } = await settlePatient(window, patientOf(given));
console.log(text);
process.exitCode = state === 'unknown' ? 3 : 0;
