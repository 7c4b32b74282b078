import { fail, ok, type Result } from '../../../kernel/result.ts';
import { envelopeOf, messageNumber } from '../../features/demo/envelope.ts';
import { misuse, type Failure } from '../server/failure.ts';
import type { ServerOptions } from '../server/options.ts';
import { askPersona, FIRST_PERSONA, type Persona } from '../server/personas.ts';
import { askWindow } from '../server/window.ts';
import type { Terminal } from '../terminal.ts';
import { messageSource, type Source } from './message-source.ts';
import { filled, placeholdersIn, type Values } from './placeholders.ts';
import type { Transaction } from './transactions.ts';

/** What the user says of the message. */
export type MessageOptions = ServerOptions & {
  readonly institution: string;
  readonly persona?: string;
  readonly insuplc?: string;
  /** Values for placeholders, over those that are known. */
  readonly set?: Values;
  /** The lines of this disease's demo claim, for 2204. */
  readonly disease?: string;
  /** Which example, from 1. */
  readonly example?: number;
  readonly msgid?: string;
  readonly signNo?: string;
};

/** A message 报文 as it will be sent. */
export type Message = Readonly<Record<string, unknown>>;

/** The envelope of the institution around the input, its placeholders filled; what a file says of the envelope wins. */
export const messageOf = async (
  terminal: Terminal,
  transaction: Transaction,
  file: string | undefined,
  options: MessageOptions,
): Promise<Result<Message, Failure>> => {
  const source = await sourceOf(terminal, transaction, file, options);
  if (!source.ok) return source;
  const window = await askWindow(options, options.institution);
  if (!window.ok) return window;
  const { hospital, now } = window.value;
  const persona = await personaFor(source.value, options);
  if (!persona.ok) return persona;
  const { infno } = transaction.table;
  const msgid = options.msgid ?? messageNumber(hospital.fixmedins_code, now, terminal.processId);
  const heading = { infno, msgid, now, insuplc_admdvs: options.insuplc ?? persona.value?.insuplc_admdvs ?? '' };
  const signed = options.signNo === undefined ? heading : { ...heading, sign_no: options.signNo };
  const values = { ...EXAMPLE_VALUES, ...hospital, now, msgid, ...ofPersona(persona.value), ...options.set };
  const { input, envelope } = source.value;
  const message =
    transaction.door === 'credential'
      ? { orgId: hospital.fixmedins_code, transType: infno, data: input, extra: '', ...envelope }
      : { ...envelopeOf(hospital, signed, input), ...envelope };
  return complete(filled(message, values) as Message);
};

const sourceOf = async (
  terminal: Terminal,
  transaction: Transaction,
  file: string | undefined,
  { disease, example }: MessageOptions,
): Promise<Result<Source, Failure>> => {
  if (disease === undefined) return messageSource(terminal, file, transaction, example);
  if (file !== undefined) return fail(misuse('--disease 和文件只能给一个'));
  const { claimSource } = await import('./claim-source.ts');
  return claimSource(transaction, disease);
};

/** 氨氯地平片 of the seeds' catalogue: the price of the examples is its. */
const EXAMPLE_VALUES: Values = { item: 'XC08CAA321A001010199001' };

const PERSONAL = [
  'psn_no',
  'psn_name',
  'certno',
  'card_no',
  'card_sn',
  'ec_token',
  'insutype',
  'insuplc_admdvs',
] as const;

const ofPersona = (persona: Persona | undefined): Values =>
  Object.fromEntries(
    PERSONAL.flatMap((name) => {
      const value = (name === 'psn_name' ? persona?.name : persona?.[name]) ?? undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The person that the command names, or the first one where the message has a place for a person. */
const personaFor = async (source: Source, options: MessageOptions): Promise<Result<Persona | undefined, Failure>> => {
  const named = options.persona ?? source.persona;
  if (named !== undefined) return askPersona(options, named);
  const open = placeholdersIn(source).filter((name) => options.set?.[name] === undefined);
  return PERSONAL.some((name) => open.includes(name)) ? askPersona(options, FIRST_PERSONA) : ok(undefined);
};

const complete = (message: Message): Result<Message, Failure> => {
  const open = placeholdersIn(message);
  if (open.length === 0) return ok(message);
  const options = open.map((name) => `--set ${name}=…`).join(' ');
  return fail(misuse(`报文里还有没填的占位：${open.map((name) => `{${name}}`).join('、')}。补上：${options}`));
};
