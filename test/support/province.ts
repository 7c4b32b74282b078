import type { Output as Settled } from '../../src/platform/domain/national/1107.gen.ts';
import type { Values } from './example-of.ts';
import { nationalClaim, NATIONAL_INPUTS } from './national-claim.ts';
import { valuesOf } from './play-catalogue.ts';
import { HOSPITAL, type Answer, type TestWorld } from './world.ts';

type Line = Readonly<Record<string, unknown>>;

/** 广东 at the national door about one visitor; tests name only what matters to them. */
export type Province = {
  readonly own: Values;
  /** 1107 (or 1106) of one line of 1000 元 with these fields changed in its `data`; a new visit number each time. */
  readonly claim: (changes?: Line, infno?: '1106' | '1107', line?: Line) => Promise<Answer<Settled>>;
  /** Any other message, with the values that its template asks for. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly ask: <Output = any>(infno: string, more?: Values, msgid?: string) => Promise<Answer<Output>>;
};

/** The visitor is a persona, who has come for that disease to a hospital of 深圳. */
export const openProvince = (
  world: TestWorld,
  persona: string,
  dise_codg: string,
  institution: string = HOSPITAL,
): Province => {
  const own = { ...valuesOf(world, persona, institution), mdtrtarea: '440300', dise_codg };
  let claims = 0;
  return {
    own,
    claim: (changes = {}, infno = '1107', line = {}) => {
      claims += 1;
      const { data, feedetail } = nationalClaim({ ...own, mdtrtsn: `440300CLAIM${claims}` });
      const changed = {
        data: { ...data, ...changes },
        feedetail: feedetail.map((row) => ({ ...row, dise_codg: changes['dise_codg'] ?? row.dise_codg, ...line })),
      };
      return world.national<Settled>(infno, changed, {}, '440000');
    },
    ask: (infno, more = {}, msgid) =>
      world.national(
        infno,
        NATIONAL_INPUTS[infno]?.({ ...own, mdtrtsn: '440300CLAIM1', ...more }),
        msgid === undefined ? {} : { msgid },
      ),
  };
};
