import { z } from 'zod';
import { isCode, mediumForm } from '../../../../virtual-devices/desk/media-given.ts';
import type { ControlHandler } from '../control-env.ts';
import { formBody } from '../json-body.ts';
import { problem } from '../answers.ts';
import { answered, deskIn, idIn } from './manage.ts';

/**
 * `POST /devices/{id}/insert` `{ "card": "P007", "condition": "good" }`, `{ "id-card": … }`; and `POST
 * /devices/{id}/show` `{ "qr": "P007" }`, `{ "face": … }`, `{ "health-code": … }`: the same act in two words.
 */
export const postMedium: ControlHandler = async (c) => {
  const wanted = await formBody(c, mediumForm);
  if (!wanted.ok) return wanted.error;
  const { hands } = deskIn(c);
  const [id, form] = [idIn(c), wanted.value];
  return answered(c, isCode(form) ? await hands.showCode(id, form) : hands.put(id, form));
};

const removal = z.strictObject({ what: z.enum(['card', 'id-card', 'code', 'face']).optional() });

/** `POST /devices/{id}/remove` `{ "what": "card" }`; without: whatever is there. */
export const postRemoval: ControlHandler = async (c) => {
  const wanted = await formBody(c, removal);
  return wanted.ok ? answered(c, deskIn(c).hands.take(idIn(c), wanted.value.what)) : wanted.error;
};

const entry = z.union(
  [z.strictObject({ pin: z.string().regex(/^\d{0,12}$/, '应为数字') }), z.strictObject({ cancel: z.literal(true) })],
  { error: '应为 {"pin": "数字"} 或 {"cancel": true}' },
);

/** `POST /devices/{id}/pin` `{ "pin": "888888" }` types it at the keypad, `{ "cancel": true }` presses 取消. */
export const postPin: ControlHandler = async (c) => {
  const typed = await formBody(c, entry);
  if (!typed.ok) return typed.error;
  const { hands } = deskIn(c);
  return answered(c, 'pin' in typed.value ? hands.typePin(idIn(c), typed.value.pin) : hands.cancelPin(idIn(c)));
};

const owner = z.strictObject({ person: z.string().min(1).max(60) });

/** `POST /devices/cards/renew` `{ "person": "P007" }`: PIN and tries of the person's cards as they were at first. */
export const postRenewal: ControlHandler = async (c) => {
  const wanted = await formBody(c, owner);
  if (!wanted.ok) return wanted.error;
  const { person } = wanted.value;
  if (!deskIn(c).renewCards(person)) return problem(c, 404, `没有人员 ${person}`);
  return c.json({ renewed: person });
};
