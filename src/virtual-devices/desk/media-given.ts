import { z } from 'zod';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { CodeBook } from '../media/code-book.ts';
import { CARD_CONDITIONS } from '../media/conditions.ts';
import type { Holder } from '../media/holder.ts';
import { idCardOf } from '../media/id-card.ts';
import type { Medium, ShownCode } from '../media/medium.ts';
import { electronicCardCode, healthCode, type QrPorts } from '../media/qr-code.ts';
import { socialCardOf } from '../media/social-card.ts';

const person = z.string().min(1).max(60);

/** What somebody puts in, on or before a device: whose it is, and what is the matter with it. */
export const mediumForm = z.union([
  z.strictObject({ card: person, condition: z.enum(CARD_CONDITIONS).default('good') }),
  z.strictObject({ 'id-card': person }),
  z.strictObject({
    qr: person,
    by: person.optional(),
    variant: z.enum(['good', 'expired', 'used', 'not-yet-valid', 'unknown', 'other-issuer']).default('good'),
  }),
  z.strictObject({ 'electronic-card': person }),
  z.strictObject({ 'health-code': person }),
  z.strictObject({ face: person }),
]);

export type MediumForm = z.infer<typeof mediumForm>;

/** What making a medium needs. */
export type MediaPorts = QrPorts & {
  readonly holder: (person: string) => Holder | undefined;
  readonly codes: CodeBook;
};

/** The thing itself, or in plain Chinese why there is none. */
export const mediumOf = (form: MediumForm, ports: MediaPorts): Result<Medium, string> => {
  const whose = personOf(form);
  const holder = ports.holder(whose);
  if (!holder) return fail(`没有人员 ${whose}，全部人员见 GET /_sandbox/personas`);
  if ('card' in form) return had(socialCardOf(holder, form.condition), `${holder.name} 没有社会保障卡`);
  if ('id-card' in form) return had(idCardOf(holder), `${holder.name} 没有居民身份证（证件类型 ${holder.idType}）`);
  if ('face' in form) {
    return ok({ medium: 'face', person: holder.person, name: holder.name, idNo: holder.idNo });
  }
  if ('qr' in form) return credential(form, holder, ports);
  const isHealth = 'health-code' in form;
  const text = (isHealth ? healthCode : electronicCardCode)(ports.random);
  return ok(shown(holder, isHealth ? 'health-code' : 'electronic-card', text));
};

const personOf = (form: MediumForm): string => {
  if ('card' in form) return form.card;
  if ('id-card' in form) return form['id-card'];
  if ('qr' in form) return form.qr;
  if ('face' in form) return form.face;
  return 'health-code' in form ? form['health-code'] : form['electronic-card'];
};

const had = <T>(medium: T | undefined, problem: string): Result<T, string> =>
  medium === undefined ? fail(problem) : ok(medium);

const shown = ({ person: whose }: Holder, kind: ShownCode['kind'], text: string): ShownCode => ({
  medium: 'code',
  person: whose,
  kind,
  text,
});

/** No issuer of medical insurance has this region: a code of another scheme. */
const ELSEWHERE = '999999';

type QrForm = Extract<MediumForm, { qr: string }>;

const credential = ({ variant, by }: QrForm, holder: Holder, ports: MediaPorts): Result<Medium, string> => {
  if (holder.ecToken === undefined) return fail(`${holder.name} 没有激活医保电子凭证`);
  const shower = by === undefined ? holder : ports.holder(by);
  if (!shower) return fail(`没有人员 ${by ?? ''}，全部人员见 GET /_sandbox/personas`);
  const isForeign = variant === 'other-issuer';
  const code = ports.codes.issue(
    {
      person: holder.person,
      shownBy: shower.person,
      issuer: isForeign ? ELSEWHERE : holder.insuplc,
      variant: isForeign ? 'unknown' : variant,
    },
    ports,
  );
  return ok({ ...shown(holder, 'e-credential', code.qr), until: code.until });
};
