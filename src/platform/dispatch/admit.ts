import { isAdmdvs, placeOf, provinceOf } from '../../kernel/admdvs.ts';
import type { Institution } from '../domain/institution.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusals.ts';
import { isSignedWith } from '../wire/relay-signature.ts';
import type { Message } from './definition.ts';
import { partyOf } from './party-of-door.ts';
import { signedInProvince } from './province.ts';
import type { Header } from './signature/scheme.ts';
import type { World } from './world.ts';

export type Admitted = { readonly message: Message; readonly institution?: Institution };

/** What admits a message besides itself: its headers, and the bytes that they may sign. */
type Sent = { readonly header: Header; readonly raw?: Uint8Array };

/**
 * Who may speak at the door: a known institution, signed in where the workspace demands it; at the national door a
 * province with its key; at the credential door a known institution; at the insured door the national
 * node, signed where the workspace has its key.
 */
export const admit = (world: World, message: Message, sent: Sent): Admitted | Refusal => {
  if (message.door === 'hospital') return admitHospital(world, message);
  if (message.door === 'credential') return admitWindow(world, message);
  return message.door === 'national' ? admitProvince(world, message, sent.header) : admitNation(world, message, sent);
};

const admitNation = (world: World, message: Message, { header, raw = new Uint8Array() }: Sent): Admitted | Refusal => {
  const { nationalKey } = world.settings();
  const admitted = nationalKey === '' || isSignedWith(nationalKey, header, raw);
  return admitted ? { message } : refuse({ role: 'sandbox' }, 'nation-unsigned');
};

const admitProvince = (world: World, message: Message, header: Header): Admitted | Refusal => {
  const sender = signedInProvince(world.settings(), header);
  return isRefusal(sender) ? sender : { message: { ...message, sender } };
};

const admitHospital = (world: World, message: Message): Admitted | Refusal => {
  const institution = world.store.reader.institution(message.sender);
  if (!institution) return refuse({ role: 'sandbox' }, 'institution-unknown', message.sender);
  const place = placeOf(institution.admdvs);
  const stop = signedIn(world, message, { role: 'treatment', place });
  return stop ?? { message: { ...message, mdtrtarea_admvs: place }, institution };
};

/** The SDK of a hospital's window, by orgId. */
const admitWindow = (world: World, message: Message): Admitted | Refusal => {
  const by = partyOf(message);
  if (message.sender === '') return refuse(by, 'org-missing');
  const institution = world.store.reader.institution(message.sender);
  if (!institution) return refuse(by, 'org-unknown', message.sender);
  return { message: { ...message, mdtrtarea_admvs: placeOf(institution.admdvs) }, institution };
};

const signedIn = (world: World, message: Message, by: Refusal['by']): Refusal | undefined => {
  if (world.settings().signIn === 'ignored' || message.infno === '9001') return undefined;
  if (message.sign_no === undefined) return refuse(by, 'sign-in-required');
  const signIn = world.store.reader.signIn(message.sign_no);
  const valid = signIn?.fixmedins_code === message.sender && signIn.signedOutAt === undefined;
  return valid ? undefined : refuse(by, 'sign-in-invalid', message.sign_no);
};

type Places = { readonly mdtrtarea?: string; readonly insuplc?: string };

/**
 * National messages, relayed ones too, name both places in their input. At the insured door the sender is the province
 * that the national node relays for, as in a hop inside.
 */
export const routed = (message: Message, input: object): Message | Refusal => {
  if (message.door === 'hospital' || message.door === 'credential') return message;
  const { data = {} } = input as { readonly data?: Places };
  const mdtrtarea_admvs = data.mdtrtarea ?? message.mdtrtarea_admvs;
  const insuplc_admdvs = data.insuplc ?? message.insuplc_admdvs ?? '';
  const addressed = { ...message, mdtrtarea_admvs, insuplc_admdvs };
  return message.door === 'national' ? addressed : relayedFor(addressed);
};

const relayedFor = (message: Message & { readonly insuplc_admdvs: string }): Message | Refusal => {
  const { mdtrtarea_admvs, insuplc_admdvs } = message;
  if (!isAdmdvs(insuplc_admdvs)) return refuse({ role: 'sandbox' }, 'place-unknown', insuplc_admdvs);
  if (!isAdmdvs(mdtrtarea_admvs)) return refuse(partyOf(message), 'area-unknown', mdtrtarea_admvs);
  return { ...message, sender: provinceOf(mdtrtarea_admvs) };
};
