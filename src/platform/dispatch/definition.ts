import type { Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate, Instant } from '../../kernel/civil-time.ts';
import type { Result } from '../../kernel/result.ts';
import type { Institution } from '../domain/institution.ts';
import type { Library } from '../domain/library.ts';
import type { Party } from '../domain/party.ts';
import type { Refusal, RefusalName } from '../domain/refusals.ts';
import type { Settings } from '../domain/settings.ts';
import type { Packed, Unpacked } from '../domain/voucher/unpacked.ts';
import type { MessageKey, Reader, Write } from '../store/port.ts';

/**
 * Hospital 两定接口 is open to institutions, national 跨省异地就医管理子系统 to provinces; insured is the insured place behind
 * the switch, open to the national node of another sandbox; credential 医保电子凭证 is open to the SDK of a hospital's
 * window, its transType stands for infno.
 */
export type Door = 'hospital' | 'national' | 'insured' | 'credential';

/** A query changes nothing and is answered from acknowledged state; a mutation is a turn of the one writer. */
export type Kind = 'query' | 'mutation';

/** On whose side a province speaks at the national door: the treatment place's, the insured place's, or as either. */
export type Role = 'treatment' | 'insured' | 'either';

/** What the envelope 报文头 says, read. */
export type Message = MessageKey & {
  readonly door: Door;
  readonly mdtrtarea_admvs: Admdvs;
  /** Absent or empty: local business 本地业务. */
  readonly insuplc_admdvs?: Admdvs;
  readonly opter_type?: string;
  readonly opter?: string;
  readonly opter_name?: string;
  readonly sign_no?: string;
  /** What the credential door gives back as it came, and how it writes `data`. */
  readonly returned?: { readonly extra: unknown; readonly data: 'object' | 'text' };
};

/** Everything that a decision may know besides its facts: no clock, no store. */
export type Context = {
  readonly message: Message;
  readonly now: Instant;
  readonly today: CivilDate;
  /** Who answers here. */
  readonly party: Party;
  readonly settings: Settings;
  readonly library: Library;
  /** The text in an uploaded file (base64, perhaps a zip), or in plain Chinese why there is none. Pure. */
  readonly fileText: (base64: string) => Result<string, string>;
  /** inf_refmsgid of the answer that is being made. */
  readonly reference: () => string;
  /** Number of the exchange; makes ids of hops and references unique and reproducible. */
  readonly seq: number;
  /** Below the message from outside: 0 is that message itself. */
  readonly hop: number;
};

/** At the hospital door the sender is known. */
export type HospitalContext = Context & {
  readonly institution: Institution;
  /** What the package of the message held; absent where it brought none. */
  readonly unpacked?: Unpacked;
};

/** A message for the next hop. */
export type Question = {
  readonly door: 'national' | 'insured';
  readonly infno: string;
  readonly mdtrtarea: Admdvs;
  readonly insuplc: Admdvs;
  readonly input: object;
};

/** What an exchange was about, for the journal. */
export type Subject = { readonly mdtrt_id?: string; readonly setl_id?: string; readonly psn_no?: string };

/** A file that leaves instead of the envelope: its name and text. The door packs it. */
export type Download = { readonly name: string; readonly text: string };

export type Decision<Output> =
  | {
      readonly ok: true;
      readonly output: Output | undefined;
      readonly writes: readonly Write[];
      readonly warn_msg?: string;
      readonly subject?: Subject;
      readonly file?: Download;
      readonly marks?: readonly Write[];
    }
  | { readonly ok: false; readonly refusal: Refusal; readonly writes?: readonly Write[]; readonly subject?: Subject };

/** What may go with a yes. Marks are what a query leaves behind: durable before its answer leaves, never its effect. */
type More = {
  readonly warn_msg?: string;
  readonly subject?: Subject;
  readonly file?: Download;
  readonly marks?: readonly Write[];
};

/** Said yes, with the answer and what it changes. */
export const accept = <Output>(
  output: Output | undefined,
  writes: readonly Write[] = [],
  more: More = {},
): Decision<Output> => ({ ok: true, output, writes, ...more });

/** Said no. A refusal may write too: what must be remembered of it. */
export const decline = (refusal: Refusal, writes: readonly Write[] = []): Decision<never> => ({
  ok: false,
  refusal,
  writes,
});

/** A named example of the generated pages and of the contract test. */
export type Example = { readonly title: string; readonly input: object };

/** What is the same for every transaction of a door. */
export type About = {
  readonly door: Door;
  readonly infno: string;
  /** English, kebab-case: the folder is `<infno>-<slug>`. */
  readonly slug: string;
  readonly title: string;
  readonly kind: Kind;
  /** Of the national door. */
  readonly role?: Role;
  /**
   * An upload that other provinces rely on: every breach of its table refuses it, in a tolerant workspace too (字段名称和码值
   * 严格按接口文档: 跨省异地就医管理子系统门诊慢特病测试通过标准 2.4).
   */
  readonly exact?: boolean;
  /** Paths below `input` that the decision cannot do without: `data.mdtrt_id`, `feedetail[].cnt`. */
  readonly needs: readonly string[];
  /** The refusals that it may say itself. */
  readonly refusals: readonly RefusalName[];
  /** Where the table stands when it is not door + infno: the embedded insured place reads the national tables. */
  readonly table?: { readonly door: Door; readonly infno: string };
  /** Set for a number that behaves like another one: 2207A like 2207. */
  readonly variantOf?: string;
  /**
   * The package 压缩包 that the message carries: it is taken apart before the turn, which must not wait for it. Absent
   * for all that carry none.
   */
  readonly packed?: (input: never) => Packed | undefined;
  /** Largest body in bytes, 1 MiB unless said. */
  readonly maxBody?: number;
  readonly examples: readonly Example[];
  /** Rules worth knowing, one sentence each, for the generated page. */
  readonly notes?: readonly string[];
  /** Where the sandbox differs from the real platform, one sentence each. */
  readonly differences?: readonly string[];
};

/** The message that went to the next hop: what a reversal of it must name, and what its reply is about. */
export type Asked = { readonly infno: string; readonly msgid: string; readonly input: object };

type Behaviour<Input, Output, Facts, Reply, C extends Context> = {
  /** Reads the facts it needs. */
  readonly load: (reader: Reader, input: Input, context: C) => Facts;
  /** The message for the next hop, a refusal, or nothing. Pure. */
  readonly ask?: (facts: NoInfer<Facts>, input: Input, context: C) => Question | Refusal | undefined;
  /** Pure and synchronous; `reply` is what the next hop answered to `ask`, `asked` the message that it answered. */
  readonly decide: (
    facts: NoInfer<Facts>,
    input: Input,
    context: C,
    reply: Reply | undefined,
    asked: Asked | undefined,
  ) => Decision<Output>;
  /** What a refusal by the next hop means here; without it the refusal is passed on. */
  readonly refused?: (
    facts: NoInfer<Facts>,
    input: Input,
    context: C,
    refusal: Refusal,
    asked: Asked,
  ) => Decision<Output> | undefined;
};

/** A transaction with behaviour, its types erased: what the catalogue holds and the turn runs. */
export type Definition = About & Behaviour<never, object | undefined, unknown, never, never>;

/** Defines a transaction of the hospital door: `hospitalTransaction<Input, Output>()({ … })`. */
export const hospitalTransaction =
  <Input, Output = undefined, Reply = undefined>() =>
  <Facts>(definition: Omit<About, 'door'> & Behaviour<Input, Output, Facts, Reply, HospitalContext>): Definition =>
    ({ door: 'hospital', ...definition }) as unknown as Definition;

/** Defines what the credential door does for a transType. */
export const credentialTransaction =
  <Input, Output = undefined>() =>
  <Facts>(definition: Omit<About, 'door'> & Behaviour<Input, Output, Facts, undefined, HospitalContext>): Definition =>
    ({ door: 'credential', ...definition }) as unknown as Definition;

/** Defines a transaction of the national node. */
export const nationalTransaction =
  <Input, Output = undefined, Reply = undefined>() =>
  <Facts>(
    definition: Omit<About, 'door' | 'role'> & { readonly role: Role } & Behaviour<
        Input,
        Output,
        Facts,
        Reply,
        Context
      >,
  ): Definition =>
    ({ door: 'national', ...definition }) as unknown as Definition;

/** Defines what the embedded insured place answers to a relayed message; it reads the national table of that number. */
export const insuredTransaction =
  <Input, Output = undefined>() =>
  <Facts>(
    definition: Omit<About, 'door' | 'table'> & Behaviour<Input, Output, Facts, undefined, Context>,
  ): Definition =>
    ({
      door: 'insured',
      table: { door: 'national', infno: definition.infno },
      ...definition,
    }) as unknown as Definition;
