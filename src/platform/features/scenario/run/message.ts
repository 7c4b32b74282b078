import { envelopeOf, messageNumber, type Hospital } from '../../demo/envelope.ts';
import { provinceEnvelope } from '../../demo/province-envelope.ts';
import { fillInput, without } from '../fill/fill-input.ts';
import { resolved } from '../fill/resolved.ts';
import { jsonOf, textOf, type TreeMap } from '../tree.ts';
import type { FormOf } from '../file/step-forms.ts';
import type { Scene } from './scene.ts';
import { variablesOf, type Actors } from './variables-of.ts';

/** A message that can be sent, and sent again. */
export type Message = {
  readonly infno: string;
  readonly msgid: string;
  readonly input: TreeMap;
  readonly request: string;
  /** Behind the address of the workspace's doors: `/fsi/api/2207`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
};

export type CallForm = FormOf<'call'>;

/** Who sends: the institution, and the person before its window. */
export type Sender = Actors & { readonly hospital: Hospital };

/** The whole message of a step: envelope and input as a HIS would send them, over them what the file says. */
export const messageOf = (scene: Scene, form: CallForm, actors: Sender, sign_no: string): Message => {
  scene.serial += 1;
  const variables = variablesOf(scene, actors);
  const given = resolved(form.input ?? {}, variables) as TreeMap;
  const input = (form.omit ?? []).reduce<TreeMap>(
    (left, path) => without(left, path) as TreeMap,
    form.as === undefined ? fillInput(form.call, given, variables) : given,
  );
  const usual =
    form.as === undefined
      ? hospitalEnvelope(scene, form, actors, sign_no)
      : envelopeOfProvince(scene, form.call, form.as);
  const envelope = { ...usual, ...(resolved(form.envelope ?? {}, variables) as TreeMap) };
  return {
    infno: form.call,
    msgid: textOf(envelope['msgid']) ?? '',
    input,
    request: jsonOf({ ...envelope, input }),
    ...addressOf(form),
  };
};

const hospitalEnvelope = (
  scene: Scene,
  { call: infno, insuplc }: CallForm,
  { person, hospital }: Sender,
  sign_no: string,
) => {
  const msgid = messageNumber(hospital.fixmedins_code, scene.now, scene.serial);
  const home = person?.insuplc_admdvs ?? '';
  // Local business names no insured place.
  const insuplc_admdvs = insuplc ?? (home === hospital.mdtrtarea_admvs ? '' : home);
  const { input: _input, ...envelope } = envelopeOf(
    hospital,
    { infno, msgid, now: scene.now, insuplc_admdvs, sign_no },
    null,
  );
  return envelope;
};

const envelopeOfProvince = ({ now, serial }: Scene, infno: string, as: string) =>
  provinceEnvelope(as, { infno, msgid: messageNumber(`P${as}`.padEnd(12, '0'), now, serial), now, by: '场景' });

const addressOf = ({ call, as, fault }: CallForm) => ({
  path: `/${as === undefined ? 'fsi/api' : 'national'}/${call}`,
  headers: {
    'content-type': 'application/json',
    ...(as !== undefined && { authorization: `Basic ${Buffer.from(`${as}:kuasheng-${as}`).toString('base64')}` }),
    ...(fault !== undefined && { 'x-kuasheng-fault': fault }),
  },
});
