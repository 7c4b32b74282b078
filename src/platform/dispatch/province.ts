import { isAdmdvs, provinceOf, type Admdvs } from '../../kernel/admdvs.ts';
import type { Party } from '../domain/party.ts';
import { refuse, type Refusal } from '../domain/refusals.ts';
import type { Settings } from '../domain/settings.ts';
import type { Reader } from '../store/port.ts';
import type { Definition } from './definition.ts';
import { sameText } from '../wire/same-text.ts';
import type { Header } from './signature/scheme.ts';

const NATION: Party = { role: 'national' };

/** The key of a province that nobody has given another one: a sandbox needs no secret before it is shared. */
export const keyOfProvince = (settings: Settings, province: Admdvs): string =>
  settings.provinceKeys[province] ?? `kuasheng-${province}`;

/**
 * Which province has signed in: HTTP Basic, its xx0000 code as the user, its key as the password. The real node's way
 * is not public (sandbox).
 */
export const signedInProvince = (settings: Settings, header: Header): Admdvs | Refusal => {
  const [, encoded] = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header('authorization')?.trim() ?? '') ?? [];
  const [, province, key] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? [];
  if (province === undefined || key === undefined) return refuse(NATION, 'province-unsigned');
  if (!isProvince(province)) return refuse(NATION, 'province-unknown', province.slice(0, 20));
  return sameText(key, keyOfProvince(settings, province)) ? province : refuse(NATION, 'province-key-wrong', province);
};

const isProvince = (code: string): boolean => isAdmdvs(code) && provinceOf(code) === code;

type Named = { readonly mdtrtarea?: Admdvs; readonly insuplc?: Admdvs; readonly fixmedins_code?: string };

/**
 * A province speaks for itself alone: as 就医省 for its own places and institutions, as 参保省 for its own insured. What a
 * list of rows says is checked row by row where the list is read.
 */
export const foreignSide = (
  reader: Reader,
  { role }: Definition,
  province: Admdvs,
  input: object,
): Refusal | undefined => {
  const { data = {} } = input as { readonly data?: Named | readonly unknown[] };
  if (Array.isArray(data)) return undefined;
  const { mdtrtarea, insuplc, fixmedins_code = '' } = data as Named;
  const own = (place: Admdvs | undefined) => place === undefined || provinceOf(place) === province;
  if (role === 'treatment') {
    if (!own(mdtrtarea)) return refuse(NATION, 'area-not-own', mdtrtarea ?? '', province);
    const place = reader.institution(fixmedins_code)?.admdvs;
    if (!own(place)) return refuse(NATION, 'institution-not-own', fixmedins_code, province);
  }
  return role === 'insured' && !own(insuplc) ? refuse(NATION, 'insured-not-own', insuplc ?? '', province) : undefined;
};
