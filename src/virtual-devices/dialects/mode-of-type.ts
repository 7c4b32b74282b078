import { textIn } from './text-in.ts';

type Mode = 'contact' | 'contactless' | 'auto';

const MODES: ReadonlyMap<string, Mode> = new Map([
  ['1', 'contact'],
  ['2', 'contactless'],
  ['3', 'auto'],
  ['4', 'auto'],
]);

/** iType of the reading library: 1 contact, 2 contactless, 3 and 4 whichever answers (contact or contactless first). */
export const modeOfType = (iType: unknown): Mode | undefined => MODES.get(textIn(iType));
