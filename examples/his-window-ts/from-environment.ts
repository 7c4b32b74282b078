import { renameSync, writeFileSync } from 'node:fs';
import { openBook } from './book.ts';
import { BUGS, type Bug, type Patient, type Window } from './window.ts';

/** Words of the command line, `--bug never-asks`, and the environment. A flag wins. */
export type Given = { readonly words: readonly string[]; readonly env: Readonly<Record<string, string | undefined>> };

/** What can be set, and what it is unless set: names of the environment; `KUASHENG_CARD_NO` is `--card-no`. */
const USUAL: Readonly<Record<string, string>> = {
  KUASHENG_BASE: 'http://127.0.0.1:8686',
  KUASHENG_WORKSPACE: 'default',
  KUASHENG_INSTITUTION: 'H44030099001',
  KUASHENG_INSTITUTION_NAME: '深圳市沙箱第一人民医院',
  KUASHENG_MDTRTAREA: '440300',
  KUASHENG_CARD_NO: 'K99000001',
  KUASHENG_CARD_SN: '610100D15600000500FFFF0000000001',
  KUASHENG_INSUPLC: '610100',
  KUASHENG_DISEASE: 'M03900',
  KUASHENG_DISEASE_NAME: '高血压',
  KUASHENG_BOXES: '2',
  KUASHENG_TIMEOUT_MS: '30000',
  /** The platform's clock goes so many times as fast as the machine's. */
  KUASHENG_SPEED: '1',
  KUASHENG_NOW: '',
  KUASHENG_BOOK: '',
  KUASHENG_BUG: '',
};

/** One setting, by flag or environment. */
export const settingOf = ({ words, env }: Given, name: string): string => {
  const flag = `--${name.replace('KUASHENG_', '').toLowerCase().replaceAll('_', '-')}`;
  const at = words.indexOf(flag);
  return (at < 0 ? env[name] : words[at + 1]) ?? USUAL[name] ?? '';
};

export const patientOf = (given: Given): Patient => ({
  card_no: settingOf(given, 'KUASHENG_CARD_NO'),
  card_sn: settingOf(given, 'KUASHENG_CARD_SN'),
  insuplc_admdvs: settingOf(given, 'KUASHENG_INSUPLC'),
  dise_codg: settingOf(given, 'KUASHENG_DISEASE'),
  dise_name: settingOf(given, 'KUASHENG_DISEASE_NAME'),
  boxes: Number(settingOf(given, 'KUASHENG_BOXES')),
});

/** The machine: its time as civil time of China, and its sleep. */
export type Machine = { readonly millis: () => number; readonly sleep: (ms: number) => Promise<void> };

export const windowOf = (given: Given, machine: Machine, say: (text: string) => void): Window => {
  const of = (name: string) => settingOf(given, name);
  const speed = Number(of('KUASHENG_SPEED'));
  const begin = machine.millis();
  const start = of('KUASHENG_NOW') === '' ? begin : Date.parse(`${of('KUASHENG_NOW').replace(' ', 'T')}+08:00`);
  const bug = bugOf(of('KUASHENG_BUG'));
  return {
    doors: `${of('KUASHENG_BASE')}/w/${of('KUASHENG_WORKSPACE')}`,
    fixmedins_code: of('KUASHENG_INSTITUTION'),
    fixmedins_name: of('KUASHENG_INSTITUTION_NAME'),
    mdtrtarea_admvs: of('KUASHENG_MDTRTAREA'),
    timeoutMs: Number(of('KUASHENG_TIMEOUT_MS')),
    book: openBook(keptIn(of('KUASHENG_BOOK'))),
    now: () => civilTime(start + (machine.millis() - begin) * speed),
    sleep: (seconds) => machine.sleep((seconds * 1_000) / speed),
    say,
    ...(bug && { bug }),
    signNo: '',
    // Windows that start in the same second must not share message numbers.
    serial: begin % 9_000,
  };
};

const bugOf = (name: string): Bug | undefined => {
  const bug = BUGS.find((one) => one === name);
  if (name !== '' && bug === undefined) throw new Error(`--bug 应为 ${BUGS.join('、')} 之一，实为 ${name}`);
  return bug;
};

/** Written beside it and moved over it: whoever pulls the plug finds the old book or the new one. */
const keptIn =
  (file: string) =>
  (csv: string): void => {
    if (file === '') return;
    writeFileSync(`${file}.new`, csv, { flush: true });
    renameSync(`${file}.new`, file);
  };

const civilTime = (millis: number): string =>
  new Date(millis + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
