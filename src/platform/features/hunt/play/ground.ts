import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { Address } from '../../demo/control-request.ts';
import { BEGINS, PEOPLE } from '../campaign.ts';
import { askControl } from './ask-control.ts';

/** A person as the control API lists it. */
type Persona = {
  readonly id: string;
  readonly card_no: string | null;
  readonly card_sn: string | null;
  readonly insuplc_admdvs: string | null;
};

/** What a person hands over at the window. */
export type Card = { readonly card_no: string; readonly card_sn: string; readonly insuplc_admdvs: string };

/** A workspace in which one campaign after another is played, each from the same first moment. */
export type Ground = { readonly address: Address; readonly cardOf: (persona: string) => Card | undefined };

const START = 'start';

/** Makes a workspace for campaigns and keeps its first moment. */
export const openGround = async (address: Address): Promise<Result<Ground, string>> => {
  const world = { name: address.workspace, seed: PEOPLE, clock: { mode: 'frozen', at: BEGINS } };
  const made = await askControl(atDefault(address), 'POST', '/workspaces', world);
  if (!made.ok) return made;
  const kept = await askControl(address, 'POST', '/snapshots', { name: START });
  if (!kept.ok) return kept;
  const listed = await askControl<{ readonly personas: readonly Persona[] }>(address, 'GET', '/personas');
  if (!listed.ok) return listed;
  return ok({ address, cardOf: (persona) => cardIn(listed.value.personas, persona) });
};

const cardIn = (personas: readonly Persona[], persona: string): Card | undefined => {
  const { card_no, card_sn, insuplc_admdvs } = personas.find(({ id }) => id === persona) ?? {};
  return card_no && card_sn && insuplc_admdvs ? { card_no, card_sn, insuplc_admdvs } : undefined;
};

/** Back to the first moment; from there the clock stands, or goes so many times as fast as the machine's. */
export const beginAnew = async ({ address }: Ground, speed?: number): Promise<Result<unknown, string>> => {
  const restored = await askControl(address, 'POST', `/snapshots/${START}/restore`);
  if (!restored.ok || speed === undefined) return restored;
  return askControl(address, 'PUT', '/clock', { mode: 'running', at: BEGINS, speed });
};

export const closeGround = ({ address }: Ground): Promise<Result<unknown, string>> =>
  askControl(atDefault(address), 'DELETE', `/workspaces/${address.workspace}`);

/** Workspaces are made and removed by way of the one that always is there. */
const atDefault = (address: Address): Address => ({ ...address, workspace: 'default' });

/** The persons of a ground, or who has no card. */
export const cardFor = (ground: Ground, persona: string): Result<Card, string> => {
  const card = ground.cardOf(persona);
  return card ? ok(card) : fail(`人员 ${persona} 不存在或没有社会保障卡`);
};
