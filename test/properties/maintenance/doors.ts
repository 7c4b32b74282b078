import type { Maintenance } from '../../../src/platform/domain/maintenance.ts';
import { must } from '../../../src/kernel/assert.ts';
import { dateTimeOf } from '../../../src/kernel/civil-time.ts';
import { openProvince } from '../../support/province.ts';
import { openWindow } from '../../support/window.ts';
import { openTestWorld, type Answer } from '../../support/world.ts';
import { saidOf, type Sent } from './model.ts';

/** What a caller sees: a refusal, a warning, or neither; whose, and of which window. */
export type Seen = { readonly err?: string; readonly warn?: string };

/** A message through a door, and the messages that it becomes on its way. */
export type Asked = { readonly message: string; readonly way: readonly Sent[]; readonly answer: Seen };

const PLACES = { mdtrtarea: '440300', insuplc: '610100' };
const at = (door: Sent['door'], infno: string): Sent => ({ door, infno, ...PLACES });
const relayed = (infno: string) => [at('national', infno), at('insured', infno)];

/** A hospital of 深圳 and the province 广东 with what each class of business has: a trial, a refund, queries. */
export const openDoors = async () => {
  const world = await openTestWorld();
  const window = await openWindow(world, { persona: 'xian-acceptance-worker', dise_codg: 'M06900' });
  await window.upload('B1', 100);
  const province = openProvince(world, 'xian-acceptance-worker', 'M06900');
  const settled = await province.claim();
  const { setl_sn } = settled.output.setlinfo;
  const first = await province.ask('1203', { setl_sn });
  must(settled.infcode === 0 && first.infcode === 0, 'the province has settled and refunded');

  const put = async (rows: readonly Maintenance[]) => {
    const old = world.world.store.reader.maintenances().map((row) => ({ ...row, cancelledAt: 0 }));
    await world.add(...[...old, ...rows].map((row) => ({ kind: 'maintenance.put' as const, window: row })));
  };

  const institution = { data: { startrow: 1, fixmedins_code: province.own['fixmedins_code'] } };
  const download = () => world.national('1803', institution, {}, '440000');
  const diseases = () => window.call('5301', { data: { psn_no: window.psn_no } });

  const messages: readonly [string, readonly Sent[], () => Promise<Answer>][] = [
    ['2206', [at('hospital', '2206'), ...relayed('1106')], () => window.trial('B1', 100)],
    ['5301', [at('hospital', '5301'), ...relayed('1406')], () => diseases()],
    ['1901', [at('hospital', '1901')], () => window.call('1901', { data: { type: 'GEND' } })],
    ['1106', relayed('1106'), () => province.claim({}, '1106')],
    ['1203', relayed('1203'), () => province.ask('1203', { setl_sn })],
    ['1406', relayed('1406'), () => province.ask('1406')],
    ['1803', [at('national', '1803')], () => download()],
  ]; // prettier-ignore

  return {
    askAll: async (rows: readonly Maintenance[], now: number): Promise<readonly Asked[]> => {
      await put(rows);
      world.setClock(dateTimeOf(now));
      const asked: Asked[] = [];
      for (const [message, way, send] of messages) asked.push({ message, way, answer: seen(await send()) });
      return asked;
    },
    expected: (rows: readonly Maintenance[], way: readonly Sent[], now: number): Seen => expectedOf(rows, way, now),
    defects: () => world.defects,
    close: () => world.close(),
  };
};

const OF_WINDOW = /(\[[^\]]+\])[^（]*（[^）]*）.*?（(MT\d+)）/;

const seen = ({ err_msg, warn_msg }: Answer): Seen => ({
  ...(err_msg !== null && { err: parts(err_msg)[0] ?? err_msg }),
  ...(warn_msg !== null && { warn: parts(warn_msg).join('；') }),
});

const parts = (text: string): string[] => text.split(/；(?=\[)/).map((part) => part.replace(OF_WINDOW, '$1 $2'));

/** The first message of the way that is refused; else every announcement, the innermost first. */
const expectedOf = (rows: readonly Maintenance[], way: readonly Sent[], now: number): Seen => {
  const said = way.map((sent) => saidOf(rows, sent, now));
  const no = said.find(({ outcome }) => outcome === 'refused');
  if (no) return { err: `${no.prefix} ${no.id}` };
  const warnings = said.filter(({ outcome }) => outcome === 'warned').map(({ prefix, id }) => `${prefix} ${id}`);
  const once = [...new Set(warnings.reverse())];
  return once.length === 0 ? {} : { warn: once.join('；') };
};
