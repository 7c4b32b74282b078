import { maskRealNumbers } from '../../kernel/identity-number.ts';
import type { Table } from '../wire/table.ts';
import { refuse } from '../domain/refusals.ts';
import { accept, decline, type Definition, type Door } from './definition.ts';
import { partyOf } from './party-of-door.ts';

/**
 * A documented transaction that has no behaviour of its own: still read by its table. An upload without output is
 * collected and says so; anything else is refused, saying that the sandbox has nothing for it yet.
 */
export const documentedOnly = (door: Door, table: Table): Definition => {
  const collects = table.output.length === 0;
  const { infno, name } = table;
  return {
    door,
    infno,
    slug: collects ? 'collected' : 'without-behaviour',
    title: name,
    kind: collects ? 'mutation' : 'query',
    needs: [],
    refusals: ['transaction-without-behaviour'],
    examples: [],
    load: () => undefined,
    decide: (_facts, input: unknown, context: Seen) =>
      collects ? collect(table, input, context) : refuseIt(table, context),
  };
};

type Seen = { readonly message: Parameters<typeof partyOf>[0]; readonly seq: number };

const collect = ({ infno, name }: Table, input: unknown, { message, seq }: Seen) =>
  accept(
    undefined,
    [{ kind: 'record.collect', record: { seq, infno, fixmedins_code: message.sender, input: masked(input) } }],
    { warn_msg: `沙箱已收下 ${infno} ${name}，只存档，不办理业务` },
  );

/** What is only kept is kept without numbers that may be a real person's. */
const masked = (input: unknown): unknown => JSON.parse(maskRealNumbers(JSON.stringify(input)));

const refuseIt = ({ infno, name }: Table, { message }: Seen) =>
  decline(refuse(partyOf(message), 'transaction-without-behaviour', infno, name));
