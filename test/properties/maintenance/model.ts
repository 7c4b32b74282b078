import { must } from '../../../src/kernel/assert.ts';
import { placeName } from '../../../src/kernel/admdvs.ts';
import type { Maintenance } from '../../../src/platform/domain/maintenance.ts';
import { writtenTable, type BusinessClass, type Outcome } from './written-table.ts';

/** A message at a door, and between which places. */
export type Sent = {
  readonly door: 'hospital' | 'national' | 'insured';
  readonly infno: string;
  readonly mdtrtarea: string;
  readonly insuplc: string;
};

/** What is said of it: by whom, and of which window. */
export type Said = { readonly outcome: Outcome; readonly prefix?: string; readonly id?: string };

const CLASSES = writtenTable();
const TWO_PLACES = ['1005', '1106', '1107', '1203', '1301', '1404', '1406'];

/** What the page says of a message, reckoned slowly from its table; parties one after the other, as on the way. */
export const saidOf = (windows: readonly Maintenance[], sent: Sent, now: number): Said => {
  const parties = partiesOf(sent);
  const met = parties.map((party) => metAt(windows, party, sent, now));
  return (
    met.find(({ outcome }) => outcome === 'refused') ??
    met.find(({ outcome }) => outcome === 'warned') ?? { outcome: 'done' }
  );
};

type Party = { readonly role: string; readonly nodes: readonly string[] };

const place = (role: string, code: string): Party => ({ role, nodes: [code, `${code.slice(0, 2)}0000`] });

const partiesOf = ({ door, infno, mdtrtarea, insuplc }: Sent): readonly Party[] => {
  if (door === 'hospital') return [place('就医地', mdtrtarea)];
  if (door === 'insured') return [place('参保地', insuplc)];
  const nation = { role: '国家平台', nodes: ['national'] };
  return TWO_PLACES.includes(infno) ? [nation, place('就医地', mdtrtarea), place('参保地', insuplc)] : [nation];
};

const metAt = (windows: readonly Maintenance[], party: Party, sent: Sent, now: number): Said => {
  const business = classOf(sent);
  const mine = windows.filter((row) => row.cancelledAt === undefined && concerns(row, party, sent));
  const running = mine.filter((row) => row.begin <= now && now < row.end);
  const ahead = mine.filter((row) => row.begin - (row.leadMinutes ?? 0) * 60_000 <= now && now < row.begin);
  const longest = [...running].sort((a, b) => b.end - a.end)[0];
  if (longest) return told(business.window, longest, party);
  const [stopped] = soonest(ahead.filter((row) => row.newBusiness !== 'warned'));
  if (stopped && business.lead === 'refused') return told('refused', stopped, party);
  const [warned] = soonest(ahead.filter((row) => row.newBusiness === 'warned'));
  if (warned && business.leadWithWarning === 'warned') return told('warned', warned, party);
  return { outcome: business.before };
};

const soonest = (rows: readonly Maintenance[]) => [...rows].sort((a, b) => a.begin - b.begin);

const told = (outcome: Outcome, { id, node }: Maintenance, { role, nodes }: Party): Said => {
  const where = node === 'all' ? nodes[0] : node;
  return { outcome, id, prefix: role === '国家平台' ? '[国家平台]' : `[${role} ${placeName(where ?? '')}]` };
};

const concerns = ({ node, transactions }: Maintenance, { nodes }: Party, { door, infno }: Sent): boolean => {
  const named = `${door === 'hospital' ? 'hospital' : 'national'}/${infno}`;
  if (node !== 'all' && !nodes.includes(node)) return false;
  return transactions === undefined || (transactions as readonly string[]).includes(named);
};

const classOf = ({ door, infno }: Sent): BusinessClass => {
  const found = CLASSES.find((row) => row[door === 'hospital' ? 'hospital' : 'national'].includes(infno));
  const last = found ?? CLASSES.at(-1);
  must(last, 'the table has classes');
  return last;
};
