import { placeOf } from '../../kernel/admdvs.ts';
import type { Institution } from '../domain/institution.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusals.ts';
import type { Message } from './definition.ts';
import { signedInProvince } from './province.ts';
import type { Header } from './signature/scheme.ts';
import type { World } from './world.ts';

export type Admitted = { readonly message: Message; readonly institution?: Institution };

/**
 * Who may speak at the door: a known institution, signed in where the workspace demands it; at the national door a
 * province with its key.
 */
export const admit = (world: World, message: Message, header: Header): Admitted | Refusal =>
  message.door === 'hospital' ? admitHospital(world, message) : admitProvince(world, message, header);

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

const signedIn = (world: World, message: Message, by: Refusal['by']): Refusal | undefined => {
  if (world.settings().signIn === 'ignored' || message.infno === '9001') return undefined;
  if (message.sign_no === undefined) return refuse(by, 'sign-in-required');
  const signIn = world.store.reader.signIn(message.sign_no);
  const valid = signIn?.fixmedins_code === message.sender && signIn.signedOutAt === undefined;
  return valid ? undefined : refuse(by, 'sign-in-invalid', message.sign_no);
};

/** National messages name both places in their input. */
export const routed = (message: Message, input: object): Message => {
  if (message.door !== 'national') return message;
  const { data } = input as { readonly data?: { readonly mdtrtarea?: string; readonly insuplc?: string } };
  const mdtrtarea_admvs = data?.mdtrtarea ?? message.mdtrtarea_admvs;
  const insuplc_admdvs = data?.insuplc ?? message.insuplc_admdvs ?? '';
  return { ...message, mdtrtarea_admvs, insuplc_admdvs };
};
