import { z } from 'zod';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { CARD_CONDITIONS } from '../media/conditions.ts';
import type { Holder } from '../media/holder.ts';
import { idCardOf } from '../media/id-card.ts';
import type { Medium, ShownCode } from '../media/medium.ts';
import { CODE_VARIANTS, electronicCardCode, type CodeWish, type IssueCode } from '../media/qr-code.ts';
import { socialCardOf } from '../media/social-card.ts';

const person = z.string().min(1).max(60);

/** What people have: whose it is, and what is the matter with it. */
export const thingForm = z.union([
  z.strictObject({ card: person, condition: z.enum(CARD_CONDITIONS).default('good') }),
  z.strictObject({ 'id-card': person }),
  z.strictObject({ 'electronic-card': person }),
  z.strictObject({ face: person }),
]);

/** What an issuer has to make first. */
export const codeForm = z.union([
  z.strictObject({ qr: person, by: person.optional(), variant: z.enum(CODE_VARIANTS).default('good') }),
  z.strictObject({ 'health-code': person }),
]);

/** What somebody puts in, on or before a device. */
export const mediumForm = z.union([thingForm, codeForm], {
  error:
    '应为下列之一：{"card": 人员, "condition": …}、{"id-card": 人员}、{"electronic-card": 人员}、{"face": 人员}、' +
    '{"qr": 人员, "variant": …, "by": 人员}、{"health-code": 人员}；卡的状态见 GET /_sandbox/devices/conditions',
});

export type ThingForm = z.infer<typeof thingForm>;
export type CodeForm = z.infer<typeof codeForm>;

export const isCode = (form: ThingForm | CodeForm): form is CodeForm => 'qr' in form || 'health-code' in form;

/** What making a medium needs. */
export type MediaPorts = {
  readonly random: () => number;
  readonly holder: (person: string) => Holder | undefined;
  readonly issueCode: IssueCode;
};

/** The thing itself, or in plain Chinese why there is none. */
export const mediumOf = (form: ThingForm, ports: MediaPorts): Result<Medium, string> => {
  const whose = personOf(form);
  const holder = ports.holder(whose);
  if (!holder) return noPerson(whose);
  if ('card' in form) return had(socialCardOf(holder, form.condition), `${holder.name} 没有社会保障卡`);
  if ('id-card' in form) return had(idCardOf(holder), `${holder.name} 没有居民身份证（证件类型 ${holder.idType}）`);
  const { person: known, name, idNo } = holder;
  if ('face' in form) return ok({ medium: 'face', person: known, name, idNo });
  return ok({ medium: 'code', person: known, kind: 'electronic-card', text: electronicCardCode(ports.random) });
};

const personOf = (form: ThingForm): string => {
  if ('card' in form) return form.card;
  if ('id-card' in form) return form['id-card'];
  return 'face' in form ? form.face : form['electronic-card'];
};

const noPerson = (whose: string) => fail(`没有人员 ${whose}，全部人员见 GET /_sandbox/personas`);

const had = <T>(medium: T | undefined, problem: string): Result<T, string> =>
  medium === undefined ? fail(problem) : ok(medium);

/** A code on a telephone, fresh from its issuer. */
export const codeOf = async (form: CodeForm, { holder, issueCode }: MediaPorts): Promise<Result<ShownCode, string>> => {
  const wish = wishOf(form);
  const missing = [wish.person, wish.by].find((each) => each !== undefined && !holder(each));
  if (missing !== undefined) return noPerson(missing);
  const issued = await issueCode(wish);
  if (!issued.ok) return issued;
  const kind = wish.variant === 'health-code' ? wish.variant : 'e-credential';
  const whose = holder(wish.person)?.person ?? wish.person;
  return ok({ medium: 'code', person: whose, kind, ...issued.value });
};

const wishOf = (form: CodeForm): CodeWish => {
  if ('health-code' in form) return { person: form['health-code'], variant: 'health-code' };
  const { qr, by, variant } = form;
  return { person: qr, variant, ...(by !== undefined && { by }) };
};
