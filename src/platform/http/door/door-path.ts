import type { Door } from '../../dispatch/definition.ts';

/** What the path of a request says: a workspace, a door, a transaction; each may be absent. */
export type DoorPath = {
  /** From the prefix `/w/{workspace}`. */
  readonly workspace?: string;
  /** Absent where no door claims the path. */
  readonly door?: Door;
  readonly infno?: string;
};

/** Numbers of transactions: 1101, 2203A, 90100. */
const INFNO = String.raw`(?<infno>\d{4,6}[A-Z]?)`;

/** The forms of the doors, the first that fits counts. Whatever stands before them is a prefix of some gateway. */
const FORMS: readonly { readonly door: Door; readonly form: RegExp }[] = [
  { door: 'national', form: /\/national\/(?<infno>[^/]+)$/ },
  { door: 'insured', form: /\/insured\/(?<infno>[^/]+)$/ },
  { door: 'credential', form: /\/localcfc\/api\/hsecfc\/(?:localQrCodeQuery|(?<infno>[^/]+))$/i },
  { door: 'hospital', form: /\/hsa\/hgs\/(?<infno>[^/]+)$/i },
  { door: 'hospital', form: new RegExp(String.raw`/fsi/api/(?:.*/)?${INFNO}$`, 'i') },
  { door: 'hospital', form: /\/fsi\/api\/./i },
  { door: 'hospital', form: /\/CSB$/i },
  { door: 'hospital', form: new RegExp(String.raw`/${INFNO}$`, 'i') },
];

const PREFIX = /^\/w\/(?<workspace>[^/]+)(?<rest>\/.*)?$/;

/** Reads a path such as `/w/team-a/ebus/gdyb_api/prd/hsa/hgs/2207`. */
export const doorPath = (path: string): DoorPath => {
  const { workspace, rest = '' } = PREFIX.exec(path)?.groups ?? { rest: path };
  const named = workspace === undefined ? {} : { workspace };
  const bare = rest.endsWith('/') ? rest.slice(0, -1) : rest;
  for (const { door, form } of FORMS) {
    const match = form.exec(bare);
    if (match) return { ...named, door, ...numberIn(door, match.groups?.['infno']) };
  }
  return named;
};

/** A transType is written in small letters, a number of a transaction in capitals. */
const numberIn = (door: Door, infno: string | undefined) =>
  infno === undefined ? {} : { infno: door === 'credential' ? infno : infno.toUpperCase() };
